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
    const { at, inView } = await focusOf(page)
    const panel = (await page.locator('#evidence').textContent()) ?? ''
    tally.check(
      at === 'evidence-title' && inView && panel.includes('Feedback in mid-module') && panel.includes('colleague-3'),
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
  for (const [edition, descriptor] of ['D1', 'D2', 'D3', 'D4'].map((code) => ['psf-2023', code])) {
    await page.getByLabel('Descriptor').selectOption(`${edition}:${descriptor}`)
    const text = await page.locator('body').innerText()
    const answers = await page.locator('.answer').allInnerTexts()
    tally.check(!/\bmet\b/i.test(text), `coverage-map never says met at ${descriptor}`, text)
    const reviewed = answers.length > 0 && answers.every((answer) => answer.trim() === 'For a reviewer')
    if (descriptor === 'D3')
      tally.check(reviewed, 'coverage-map: D3 is for a reviewer, complete as it is', answers.join('\n'))
  }
}

/** Uses the page as people would, with a keyboard and by what a screen reader is told, and looks at it in each state. */
export async function walkCoverageMap(tally: Tally, browser: Browser, file: string): Promise<void> {
  await withPage(tally, browser, file, { what: 'keyboard' }, async (page) => {
    await checkNames(tally, page)
    await walkByKeys(tally, page)
  })
  await withPage(tally, browser, file, { what: 'tags' }, (page) => edit(tally, page))
  const small = { viewport: { width: 360, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' } as const
  await withPage(tally, browser, file, { what: 'files', ...small }, async (page) => {
    const moves = await page.evaluate<string>("getComputedStyle(document.querySelector('.cell')).transitionDuration")
    tally.check(moves === '0s', 'coverage-map: nothing moves for whoever asked for that', moves)
    await openFiles(tally, page)
  })
}
