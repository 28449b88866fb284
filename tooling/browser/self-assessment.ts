import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { startServer } from '../bench/server.ts'
import { root } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { findChromium, noChromium, withChromium } from './chromium.ts'
import { checkPageIn } from './page-check.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const texts = [
  'Mentoring in our institution',
  'Step 1 of 3: Where mentoring happens already',
  'Leave out the names of people',
  'Make the summary',
]

// What has the focus: its id, or what it does, or what it is; and whether that can be seen.
const focused = `(() => {
  const at = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const mark = ['add', 'remove', 'clock'].find((name) => name in at.dataset)
  return { at: at.id || mark || at.textContent.trim(), ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 }
})()`

/** Runs the gateway as built with data of its own, looks at the page of the self-assessment and goes through it without a pointer. */
export async function checkSelfAssessment(tally: Tally): Promise<void> {
  const executable = findChromium()
  if (executable === undefined) return tally.skip('self-assessment', noChromium)
  const folder = mkdtempSync(path.join(tmpdir(), 'self-assessment-'))
  tally.say('starting the gateway')
  const server = await startServer('apps/gateway/dist/main.js', [
    '--port',
    '0',
    '--data-dir',
    path.join(folder, 'data'),
  ])
  const url = `${server.origin}/self-assessment`
  try {
    await withChromium(executable, async (browser) => {
      await checkPageIn(tally, browser, { url }, { name: 'self-assessment', texts, mayLoad: true })
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, acceptDownloads: true })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      const asked: string[] = []
      const faults: string[] = []
      page.on('request', (request) => request.url().startsWith('blob:') || asked.push(new URL(request.url()).pathname))
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      await page.clock.install()
      await page.goto(url)
      try {
        await walk(tally, page)
        await takeAway(tally, page)
      } catch (error) {
        tally.fail('self-assessment: a session', error instanceof Error ? error.message : String(error))
      }
      tally.check(faults.length === 0, 'self-assessment: a session has no error', faults.join('\n'))
      const own = ['/self-assessment', '/self-assessment/page.css', '/self-assessment/page.js']
      tally.check(
        asked.toSorted().join() === own.join(),
        'self-assessment: nothing is asked of anybody but the page itself',
        asked.join('\n'),
      )
      const kept = await page.evaluate<string>(
        'JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie',
      )
      tally.check(kept === '{}{}', 'self-assessment: nothing is kept in the browser', kept)
      await context.close()
    })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A session by the keyboard alone: a refusal that leads to its field, three steps, a clock that rests and ends, and the summary. */
async function walk(tally: Tally, page: Page): Promise<void> {
  const { keyboard } = page
  const seen = async (wanted: string, what: string) => {
    const { at, ring } = await page.evaluate<{ at: string; ring: boolean }>(focused)
    tally.check(
      at === wanted && ring,
      `self-assessment: ${what}`,
      `the focus is on ${at}, ${ring ? 'and seen' : 'not seen'}`,
    )
  }
  const heard = async (words: string) => {
    await page.clock.runFor(100)
    const text = await page.getByRole('status').textContent()
    tally.check(text?.includes(words) ?? false, `self-assessment: it says “${words}” politely`, `it says ${text}`)
  }
  const press = async (name: string, at = 0) => page.getByRole('button', { name, exact: true }).nth(at).press('Enter')

  await keyboard.press('Tab')
  await seen('institution', 'Tab leads to the institution first')
  await keyboard.press('Enter')
  await seen('institution', 'what is missing is led to')
  await heard('The summary cannot be made yet.')
  const invalid = await page.locator('#institution').getAttribute('aria-describedby')
  tally.check(invalid === 'refused', 'self-assessment: the field is described by the reason', `${invalid}`)
  await look(tally, page, 'refused')
  await keyboard.type('Example <University>')

  await press('Start the clock')
  await page.clock.runFor(60_000)
  const left = page.locator('[data-left]').first()
  await press('Pause the clock')
  const paused = await left.textContent()
  await page.clock.runFor(120_000)
  tally.check(
    paused === '6:00' && (await left.textContent()) === paused,
    'self-assessment: the clock runs and rests',
    `${paused}`,
  )
  await press('Start the clock')
  await page.clock.runFor(300_500)
  await heard('One minute is left.')

  await press('Add an entry')
  await seen('practices-1-name', 'a new entry leads to its first field')
  await keyboard.type('New lecturers are paired')
  await keyboard.press('Tab')
  await keyboard.press('ArrowDown')
  await page.clock.runFor(61_000)
  await heard('The time of this step is over.')
  tally.check(
    await page.locator('#practices-1-name').isEditable(),
    'self-assessment: the end of the time closes nothing',
    'the field is closed',
  )
  await press('Add an entry', 1)
  await keyboard.type('Teaching circle')
  await page.locator('#communities-2-couldCarry').fill('Peer mentoring')
  await page.locator('#communities-2-readiness').focus()
  await keyboard.press('ArrowDown')
  await press('Add an entry', 2)
  const concerns = page.getByRole('checkbox', { name: 'New lecturers are paired' })
  await concerns.focus()
  await keyboard.press('Space')
  for (const key of ['time', 'for', 'sign', 'evidence']) {
    await page.locator(`#impacts-3-${key}`).focus()
    await keyboard.press('ArrowDown')
  }
  await press('Make the summary')
  await seen('impacts-3-statement', 'an unanswered question is led to')
  await keyboard.type('They settle in <b>sooner</b>.')
  await press('Add an entry', 2)
  await press('Remove this entry', 3)
  await seen('Entry 1', 'after an entry is removed the one before it is led to')
  tally.check(await concerns.isChecked(), 'self-assessment: what was ticked stays ticked', 'it is not')
  await look(tally, page, 'filled')
  await press('Make the summary')
  await seen('Mentoring in our institution: Example <University>', 'the summary is led to')
  await heard('The summary is made.')
  await look(tally, page, 'summary')
}

/** The page and the data that are taken away hold what was written, and the print holds the summary alone. */
async function takeAway(tally: Tally, page: Page): Promise<void> {
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).press('Enter')])
    return readFileSync(await file.path(), 'utf8')
  }
  const html = await download('Take the summary away as a page')
  tally.check(
    html.startsWith('<!doctype html>') &&
      html.includes('They settle in &lt;b&gt;sooner&lt;/b&gt;.') &&
      !html.includes('<script'),
    'self-assessment: the page to take away holds what was written',
    html.slice(0, 2000),
  )
  const data = JSON.parse(await download('Take the answers away as data'))
  tally.check(
    data.institution === 'Example <University>' && data.impacts?.[0]?.concerns?.[0] === data.practices?.[0]?.id,
    'self-assessment: so does the data',
    JSON.stringify(data, null, 2),
  )
  await page.emulateMedia({ media: 'print' })
  const printed = await page.evaluate<string>('document.body.innerText')
  tally.check(
    printed.includes('They settle in') && !printed.includes('Add an entry') && !printed.includes('Make the summary'),
    'self-assessment: the print is the summary',
    printed,
  )
  await page.emulateMedia({ media: 'screen' })
}

/** Keeps a screenshot of a state, and checks that it fits 360 px and that axe-core finds nothing. */
async function look(tally: Tally, page: Page, state: string): Promise<void> {
  const folder = path.join(root, '.results/screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({
    path: path.join(folder, `self-assessment-${state}-360.png`),
    fullPage: true,
    animations: 'disabled',
  })
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  tally.check(wide <= 0, `self-assessment fits 360 px: ${state}`, `it is ${wide} px too wide`)
  await page.evaluate(axe)
  const running = page.evaluate<readonly string[]>(
    "axe.run(document).then(({ violations }) => violations.map((v) => v.id + ': ' + v.help + ' ' + v.nodes.map((n) => n.html).join(' ')))",
  )
  // axe waits by the clock of the page, which stands still here.
  const turning = setInterval(() => void page.clock.runFor(100).catch(() => undefined), 50)
  const faults = await running.finally(() => clearInterval(turning))
  tally.check(faults.length === 0, `self-assessment is accessible: ${state} (axe-core)`, faults.join('\n'))
}
