import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { type Server, startServer } from '../bench/server.ts'
import { root } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { findChromium, noChromium, withChromium } from './chromium.ts'
import { checkPageIn } from './page-check.ts'

/** Runs the gateway as built with data of its own, asks people of it by personal links, and answers as they would: by keyboard, at 360 px, without a program, in English and Welsh. */
export async function checkSurveyPages(tally: Tally, folderOfPrograms = 'apps/gateway/dist'): Promise<void> {
  const executable = findChromium()
  if (executable === undefined) return tally.skip('survey pages', noChromium)
  const folder = mkdtempSync(path.join(tmpdir(), 'survey-pages-'))
  const data = path.join(folder, 'data')
  tally.say('starting the gateway')
  const server = await startServer(`${folderOfPrograms}/main.js`, ['--port', '0', '--data-dir', data], {
    LOG_LEVEL: 'info',
  })
  try {
    const [first, second] = await personalLinks(server.origin, `${folderOfPrograms}/commons.js`, data)
    await withChromium(executable, async (browser) => {
      await look(tally, browser, second)
      tally.say('answering by keyboard')
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 360, height: 800 },
      })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      const asked = new Set<string>()
      page.on('request', (request) => asked.add(new URL(request.url()).pathname.split('/')[1] ?? ''))
      try {
        await walk(tally, page, first)
      } catch (error) {
        tally.fail('survey pages: a session', error instanceof Error ? error.message : String(error))
      }
      tally.check([...asked].join() === 'survey', 'survey pages ask for nothing but themselves', [...asked].join())
      const kept = await context.cookies()
      tally.check(kept.length === 0, 'survey pages keep nothing in the browser', JSON.stringify(kept))
      await context.close()
    })
    await checkLog(tally, server, [first, second])
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two personal links to a wave that is open today, as a coordinator of the made-up institution makes them. */
async function personalLinks(origin: string, commons: string, data: string): Promise<readonly [string, string]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(root, commons), 'token', '--role', 'coordinator', '--data-dir', data],
    { cwd: root },
  )
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${stdout.trim()}` },
      body: JSON.stringify({ query, variables }),
    })
    const answer = (await response.json()) as { readonly data?: T; readonly errors?: unknown }
    if (answer.errors !== undefined || answer.data === undefined) throw new Error(JSON.stringify(answer))
    return answer.data
  }
  const { programmes } = await ask<{ programmes: { nodes: { id: string }[] } }>(
    '{ programmes(first: 1) { nodes { id } } }',
  )
  const { instrument } = await ask<{ instrument: { id: string } }>(
    'mutation { instrument: adoptSurveyInstrument(key: "experience-of-mentoring") { ... on SurveyInstrument { id } } }',
  )
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  const { series } = await ask<{ series: { id: string; waves: { survey: { id: string } }[] } }>(
    `mutation ($p: ID!, $i: ID!, $w: [SurveyWaveInput!]!) {
      series: planSurvey(programme: $p, instrument: $i, key: "pages", title: "Your experience of mentoring", waves: $w) {
        ... on SurveySeries { id waves { survey { id } } } } }`,
    {
      p: programmes.nodes[0]?.id,
      i: instrument.id,
      w: [{ key: 'now', label: 'Now', moment: 'BASELINE', opensOn: day(-1), closesOn: day(7), roles: [] }],
    },
  )
  await ask('mutation ($s: ID!) { launchSurvey(series: $s, expectedVersion: 1) { __typename } }', { s: series.id })
  const { invited } = await ask<{ invited: { links: { url: string }[] } }>(
    'mutation ($s: ID!) { invited: inviteToSurvey(survey: $s, first: 2) { ... on SurveyInvited { links { url } } } }',
    { s: series.waves[0]?.survey.id },
  )
  const [first, second] = invited.links
  if (first === undefined || second === undefined) throw new Error('the made-up institution has nobody to invite')
  return [first.url, second.url]
}

/** The link is the key to somebody's answers: not even a mistyped one is in the log, in which everything else is. */
async function checkLog(tally: Tally, { origin, output }: Server, links: readonly string[]): Promise<void> {
  await (await fetch(`${links[0]}/elsewhere`)).text()
  await (await fetch(`${origin}/nowhere`)).text()
  for (let waits = 0; waits < 50 && !output().includes('/nowhere'); waits++) await setTimeout(50)
  tally.check(output().includes('/nowhere'), 'survey pages: the log says what is asked for elsewhere', output())
  const told = links.filter((link) => output().includes(link.split('/').at(-1) ?? ''))
  tally.check(told.length === 0, 'survey pages: no link is in the log', 'whoever reads the log could answer by it')
}

/** Looks at each state of the page: whole, accessible, and within the width. */
async function look(tally: Tally, browser: Browser, url: string): Promise<void> {
  const form = [
    'Your experience of mentoring',
    'Have you been mentored? (needs an answer)',
    'Choose all that apply.',
    'A number from 0 to 100.',
    'Send my answers',
  ]
  await checkPageIn(tally, browser, { url: `${url}?lang=en` }, { name: 'survey-form', texts: form })
  const welsh = ['Ydych chi wedi cael eich mentora?', "Dewiswch bob un sy'n berthnasol.", 'Anfon fy atebion']
  await checkPageIn(tally, browser, { url: `${url}?lang=cy` }, { name: 'survey-form-cy', texts: welsh, widths: [360] })
  const post = async (fields: Record<string, string>) =>
    (await fetch(`${url}?lang=en`, { method: 'POST', body: new URLSearchParams(fields) })).text()
  const refused = await post({ 'item.hours-a-month': 'many' })
  const texts = ['There is a problem', 'Choose or give an answer', 'Error: Give a number from 0 to 100']
  await checkPageIn(tally, browser, { html: refused }, { name: 'survey-refused', texts, widths: [360] })
  const thanks = await post({ 'item.been-mentored': 'no' })
  await checkPageIn(tally, browser, { html: thanks }, { name: 'survey-thanks', texts: ['Thank you'], widths: [360] })
  const sure = ['Withdraw your answers?', 'Yes, withdraw my answers']
  await checkPageIn(tally, browser, { url: `${url}/withdraw` }, { name: 'survey-withdraw', texts: sure, widths: [360] })
}

// What has the focus, and whether that can be seen.
const focused = `(() => {
  const at = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  return { at: at.id || at.className || at.textContent.trim(), ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 }
})()`

/** A session by the keyboard alone: a refusal that leads to its fields, answers, a revision, the other language, and a withdrawal. */
async function walk(tally: Tally, page: Page, url: string): Promise<void> {
  const { keyboard } = page
  const place = () => page.evaluate<{ at: string; ring: boolean }>(focused)
  const tabTo = async (wanted: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await keyboard.press('Tab')
      const { at, ring } = await place()
      if (at !== wanted) continue
      return tally.check(ring, `survey pages: ${wanted} is reached by Tab and seen to be`, 'its focus is not seen')
    }
    throw new Error(`Tab never leads to ${wanted}`)
  }
  const enterTo = async (heading: string) => {
    await keyboard.press('Enter')
    const shown = page.getByRole('heading', { level: 1, name: heading, exact: true })
    await shown.waitFor().catch(async () => {
      throw new Error(`“${heading}” is not shown, but: ${await page.locator('body').innerText()}`)
    })
  }
  const title = 'Your experience of mentoring'
  await page.goto(url)
  await tabTo('q-hours-a-month')
  await keyboard.type('900')
  await enterTo(title)
  tally.check((await place()).at === 'problems', 'survey pages: what is wrong has the focus', (await place()).at)
  await tabTo('Have you been mentored? – Choose or give an answer')
  await keyboard.press('Enter')
  tally.check((await place()).at === 'q-been-mentored', 'survey pages: a fault leads to its field', (await place()).at)
  await keyboard.press('Space')
  await tabTo('q-sought-for')
  await keyboard.press('Space')
  await tabTo('q-hours-a-month')
  await keyboard.press('Control+A')
  await keyboard.type('1,5')
  await tabTo('q-settled')
  await keyboard.press('ArrowDown')
  await tabTo('Send my answers')
  await enterTo('Thank you')
  await tabTo('Look at my answers again')
  await enterTo(title)
  const checked = await page.evaluate<string[]>('[...document.querySelectorAll("input:checked")].map(({ id }) => id)')
  tally.check(
    checked.join() === 'q-been-mentored,q-sought-for,q-settled-2',
    'survey pages: answers are shown again',
    checked.join(),
  )
  await tabTo('q-been-mentored')
  await keyboard.press('ArrowDown')
  await tabTo('Send my changed answers')
  await enterTo('Thank you')
  await tabTo('Cymraeg')
  await enterTo('Diolch')
  tally.check(
    (await page.locator('html').getAttribute('lang')) === 'cy',
    'survey pages: the other language says which it is',
    'it does not',
  )
  await tabTo('Edrych ar fy atebion eto')
  await enterTo(title)
  tally.check(
    await page.locator('#q-been-mentored-2').isChecked(),
    'survey pages: a revision is kept',
    await page.locator('body').innerText(),
  )
  await tabTo('Tynnu fy atebion yn ôl')
  await enterTo('Tynnu eich atebion yn ôl?')
  await tabTo('Ydw, rwyf am dynnu fy atebion yn ôl')
  await enterTo("Mae eich atebion wedi'u tynnu'n ôl")
}
