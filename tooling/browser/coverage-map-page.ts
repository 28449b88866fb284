import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { root } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// What has the focus, as text run inside the page: its cell, or its id, or what it is, and whether that can be seen.
const focused = `(() => {
  const at = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const { top, bottom } = at.getBoundingClientRect()
  return {
    at: at.dataset.cell ?? (at.id || at.dataset.code || at.tagName.toLowerCase()),
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inView: bottom > 0 && top < innerHeight,
  }
})()`

/** What has the focus, and how it is seen. */
export interface Focused {
  readonly at: string
  readonly ring: boolean
  readonly inView: boolean
}

/** Opens the page afresh, hands it to `use`, and checks that it had no error and loaded nothing. */
export async function withPage(
  tally: Tally,
  browser: Browser,
  file: string,
  options: BrowserContextOptions & { readonly what: string },
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const { what, ...rest } = options
  tally.say(`coverage-map: ${what}`)
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...rest })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const faults: string[] = []
  const loaded: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => request.isNavigationRequest() || loaded.push(request.url()))
  await page.goto(pathToFileURL(file).href)
  try {
    await use(page)
  } catch (error) {
    tally.fail(`coverage-map: ${what}`, error instanceof Error ? error.message : String(error))
  }
  tally.check(faults.length === 0, `coverage-map has no error: ${what}`, faults.join('\n'))
  tally.check(loaded.length === 0, `coverage-map loads nothing: ${what}`, loaded.join('\n'))
  await context.close()
}

/** What has the focus. */
export const focusOf = (page: Page): Promise<Focused> => page.evaluate(focused)

/** Waits until the live region says something that holds a text, and gives all it says; what it said last where it never does. */
export async function said(page: Page, wanted: string): Promise<string> {
  const live = page.getByRole('status')
  await live
    .filter({ hasText: wanted })
    .waitFor({ state: 'attached', timeout: 3_000 })
    .catch(() => undefined)
  return (await live.textContent()) ?? ''
}

/** Keeps a screenshot of a state, and checks that it fits and that axe-core finds nothing. */
export async function look(tally: Tally, page: Page, state: string): Promise<void> {
  const folder = path.join(root, '.results/screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({
    path: path.join(folder, `coverage-map-${state}.png`),
    fullPage: true,
    animations: 'disabled',
  })
  const width = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  tally.check(width <= 0, `coverage-map fits its width: ${state}`, `it is ${width} px too wide`)
  await page.evaluate(axe)
  const faults: readonly string[] = await page.evaluate(
    "axe.run(document).then(({ violations }) => violations.map((v) => v.id + ': ' + v.help + ' ' + v.nodes.map((n) => n.html).join(' ')))",
  )
  tally.check(faults.length === 0, `coverage-map is accessible: ${state} (axe-core)`, faults.join('\n'))
}
