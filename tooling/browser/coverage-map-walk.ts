import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { Tally } from '../step/tally.ts'
import { openFiles } from './coverage-map-files.ts'
import { focusOf, look, said, withPage } from './coverage-map-page.ts'

// Every cell as the table would say it, and every row of the table.
const cellsAndRows = `(() => {
  const cells = [...document.querySelectorAll('[data-cell]')].map((cell) => {
    const [, claimed = '0'] = /claimed by (\\d+)/.exec(cell.ariaLabel) ?? []
    const [, confirmed = '0'] = /confirmed by (\\d+)/.exec(cell.ariaLabel) ?? []
    return [cell.ariaLabel.split(':').slice(0, 2).join(':'), claimed, confirmed].join(' | ')
  })
  const rows = [...document.querySelectorAll('.table tbody tr')].map(({ cells: [name, , claimed, confirmed] }) =>
    [name, claimed, confirmed].map((cell) => cell.textContent.trim()).join(' | '))
  return { cells, rows }
})()`

// For each state of a cell: the icon, the pattern, the border and the word, so that colour is never alone.
const signs = `Object.fromEntries(['none', 'once', 'claimed', 'confirmed'].map((state) => {
  const cell = document.querySelector('.cell.' + state)
  const band = getComputedStyle(cell.querySelector('.band'))
  return [state, {
    icon: cell.querySelector('.icon path').getAttribute('d'),
    pattern: band.backgroundImage.replace(/rgb[^)]*\\)/g, '') + (band.backgroundImage === 'none' && band.backgroundColor !== 'rgba(0, 0, 0, 0)'),
    word: cell.querySelector('.says').textContent + (cell.querySelector('.flag')?.textContent ?? ''),
  }]
}))`

interface Sign {
  readonly icon: string
  readonly pattern: string
  readonly word: string
}

/** Tab, arrows, Home, End, Enter and Escape, with no pointer. */
async function walkByKeys(tally: Tally, page: Page): Promise<void> {
  const { keyboard } = page
  let tabs = 0
  while (!(await focusOf(page)).at.startsWith('psf-') && tabs < 30) {
    await keyboard.press('Tab')
    tabs += 1
  }
  const step = async (key: string, wanted: string) => {
    if (key) await keyboard.press(key)
    const { at, ring, inView } = await focusOf(page)
    tally.check(at === wanted, `coverage-map: ${key || 'Tab'} leads to ${wanted}`, `the focus is on ${at}`)
    tally.check(ring && inView, `coverage-map: the focus on ${wanted} is seen`, JSON.stringify({ ring, inView }))
  }
  await step('', 'psf-2023:V1')
  await step('ArrowLeft', 'psf-2023:V1')
  await step('ArrowRight', 'psf-2023:V2')
  await step('ArrowDown', 'psf-2023:K2')
  await step('End', 'psf-2023:K5')
  await step('ArrowDown', 'psf-2023:A5')
  await step('Home', 'psf-2023:A1')
  await step('ArrowUp', 'psf-2023:K1')
  await step('Control+End', 'psf-2023:A5')
  await step('Control+Home', 'psf-2023:V1')
  const reachable = await page.locator('[data-cell][tabindex="0"]').count()
  tally.check(reachable === 1, 'coverage-map: one cell is in the order of Tab', `${reachable} are`)
  await keyboard.press('Tab')
  const left = await focusOf(page)
  tally.check(!left.at.startsWith('psf-'), 'coverage-map: Tab leaves the map', `the focus is on ${left.at}`)
  await keyboard.press('Shift+Tab')
  await step('ArrowDown', 'psf-2023:K1')
  await step('ArrowRight', 'psf-2023:K2')
  await step('ArrowRight', 'psf-2023:K3')
  for (const way of ['Escape', 'Enter on the button'] as const) {
    await keyboard.press('Enter')
    const { at, ring, inView } = await focusOf(page)
    const panel = (await page.locator('#evidence').textContent()) ?? ''
    tally.check(
      at === 'evidence-title' &&
        ring &&
        inView &&
        panel.includes('Feedback in mid-module') &&
        panel.includes('colleague-3'),
      'coverage-map: Enter shows the evidence and leads to it',
      `the focus is on ${at}; the panel says ${panel}`,
    )
    if (way === 'Escape') await keyboard.press('Escape')
    else await page.getByRole('button', { name: 'Back to the map' }).press('Enter')
    const back = await focusOf(page)
    tally.check(back.at === 'psf-2023:K3', `coverage-map: ${way} gives the focus back`, `it is on ${back.at}`)
  }
}

async function checkNames(tally: Tally, page: Page): Promise<void> {
  const tree = await page.getByRole('grid', { name: 'Coverage map' }).ariaSnapshot()
  for (const name of [
    'psf-2023:K3 Evaluating practice critically: claimed by 2, confirmed by 1',
    'psf-2023:K4 Technologies and resources: claimed by 1, not confirmed, single point',
    'psf-2023:V4 Answering the wider setting: no evidence, in the gap',
  ])
    tally.check(tree.includes(`button "${name}"`), `coverage-map: the tree has "${name}"`, tree)
  const [rows, cells] = [await page.getByRole('row').count(), await page.getByRole('gridcell').count()]
  tally.check(rows === 3 && cells === 15, 'coverage-map: 3 rows of 15 cells', `${rows} rows, ${cells} cells\n${tree}`)
  const all: Readonly<Record<string, Sign>> = await page.evaluate(signs)
  for (const sign of ['icon', 'pattern', 'word'] as const) {
    const different = new Set(Object.values(all).map((each) => each[sign])).size
    tally.check(different === 4, `coverage-map: each state has its own ${sign}`, JSON.stringify(all, null, 2))
  }
}

async function sameInTable(tally: Tally, page: Page, when: string): Promise<void> {
  const { cells, rows } = await page.evaluate<{ cells: readonly string[]; rows: readonly string[] }>(cellsAndRows)
  const same = cells.length > 10 && cells.join('\n') === rows.join('\n')
  tally.check(
    same,
    `coverage-map: the table says what the map says ${when}`,
    `${cells.join('\n')}\n\n${rows.join('\n')}`,
  )
}

/** Tags are set and taken away, and everything is read again. */
async function edit(tally: Tally, page: Page): Promise<void> {
  await sameInTable(tally, page, 'at first')
  await page.locator('[data-cell="psf-2023:K5"]').press('Enter')
  await page.locator('#evidence').getByRole('checkbox', { name: 'A module outline, rewritten' }).press('Space')
  const heard = await said(page, 'psf-2023:K5')
  const wanted =
    '“A module outline, rewritten” is now tagged with psf-2023:K5. psf-2023:K5 Quality assurance and enhancement: claimed by 1, not confirmed, single point. Evidence is missing for psf-2023:D2.1.'
  tally.check(heard === wanted, 'coverage-map: a change is announced', `heard: ${heard}\nwanted: ${wanted}`)
  const polite = await page.getByRole('status').getAttribute('aria-live')
  tally.check(polite !== 'assertive', 'coverage-map: it is announced politely', `aria-live is ${polite}`)
  const { at } = await focusOf(page)
  tally.check(at === 'psf-2023:K5', 'coverage-map: the checkbox keeps the focus', `the focus is on ${at}`)
  await sameInTable(tally, page, 'after a change')
  await page.locator('[data-cell="psf-2023:K3"]').press('Enter')
  const own = page.locator('#evidence').getByRole('checkbox', { name: /A small inquiry/ })
  await own.press('Space')
  const no = await said(page, 'Nothing was changed')
  const panel = (await page.locator('#evidence').textContent()) ?? ''
  tally.check(
    no.includes('confirmed but not claimed') &&
      panel.includes('confirmation-without-claim') &&
      panel.includes('evidence[4].corroborations[0].tags') &&
      (await own.isChecked()),
    'coverage-map: a confirmed tag cannot be taken away, with the reason',
    `${no}\n${panel}`,
  )
  await look(tally, page, 'evidence-1200')
  await page.getByRole('button', { name: 'Put forward: Visits to students on placement' }).press('Enter')
  const next = (await page.locator('.next').textContent()) ?? ''
  tally.check(next.includes('No gap is left'), 'coverage-map: the gap closes', next)
  await page.getByText('Change the tags of A weekly seminar').press('Enter')
  const seminar = page.locator('.pieces > li', { hasText: 'A weekly seminar' })
  await seminar.getByRole('checkbox', { name: 'V2 Engagement' }).press('Space')
  await seminar
    .getByText('Nothing was changed')
    .waitFor({ timeout: 3_000 })
    .catch(() => undefined)
  const there = (await seminar.textContent()) ?? ''
  tally.check(there.includes('confirmation-without-claim'), 'coverage-map: a reason stands where the change was', there)
}

/** Every descriptor of every edition: what counting leaves is for a reviewer, and no answer says more. */
async function readAll(tally: Tally, page: Page): Promise<void> {
  for (const draft of ['Notes from a programme review', 'Visits to students on placement'])
    await page.getByRole('button', { name: `Put forward: ${draft}` }).press('Enter')
  for (const edition of ['psf-2023', 'ukpsf-2011', 'ukpsf-2006']) {
    await page.getByLabel('Edition').selectOption(edition)
    const leaveOut = page.getByRole('button', { name: 'Read only' })
    if (await leaveOut.isVisible()) await leaveOut.press('Enter')
    await sameInTable(tally, page, `in ${edition}`)
    for (const option of await page.locator('#descriptor option').all()) {
      const code = (await option.getAttribute('value')) ?? ''
      await page.getByLabel('Descriptor').selectOption(code)
      const text = await page.locator('body').innerText()
      tally.check(!/\bmet\b/i.test(text), `coverage-map never says met at ${code}`, text)
      const answers = (await page.locator('.answer').allInnerTexts()).map((answer) => answer.trim())
      const known = answers.every((answer) => ['Covered', 'Not covered', 'For a reviewer'].includes(answer))
      tally.check(known && answers.length > 0, `coverage-map has three answers at ${code}`, answers.join('\n'))
      if (code !== 'psf-2023:D3') continue
      const judged = answers.length === 3 && answers.every((answer) => answer === 'For a reviewer')
      tally.check(judged, 'coverage-map: D3 is for a reviewer, complete as it is', answers.join('\n'))
    }
  }
  await look(tally, page, 'edition-2006-1200')
}

/** What the page's own policy stops, whatever a script of it might try. */
async function checkSilence(tally: Tally, browser: Browser, file: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  const stopped = await page.evaluate<string>(`new Promise((resolve) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective))
    fetch('http://127.0.0.1:9/').then(() => resolve('sent'), () => setTimeout(() => resolve('not stopped'), 500))
  })`)
  tally.check(stopped === 'connect-src', 'coverage-map can send nothing', stopped)
  await page.close()
}

/** Uses the page as people would, with a keyboard and by what a screen reader is told, and looks at it in each state. */
export async function walkCoverageMap(tally: Tally, browser: Browser, file: string): Promise<void> {
  await withPage(tally, browser, file, { what: 'keyboard' }, async (page) => {
    await checkNames(tally, page)
    await walkByKeys(tally, page)
  })
  await withPage(tally, browser, file, { what: 'tags' }, (page) => edit(tally, page))
  await withPage(tally, browser, file, { what: 'editions' }, (page) => readAll(tally, page))
  await checkSilence(tally, browser, file)
  const small = { viewport: { width: 360, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' } as const
  await withPage(tally, browser, file, { what: 'files', ...small }, async (page) => {
    const moves = await page.evaluate<string>("getComputedStyle(document.querySelector('.cell')).transitionDuration")
    tally.check(moves === '0s', 'coverage-map: nothing moves for whoever asked for that', moves)
    await openFiles(tally, page)
  })
}
