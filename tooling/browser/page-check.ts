import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { root } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { findChromium, noChromium, withChromium } from './chromium.ts'

/** A page to look at: its HTML as text, a file that holds it, or its address. */
export type PageSource = { readonly html: string } | { readonly file: string } | { readonly url: string }

/** What a page must show besides being accessible. */
export interface PageWish {
  /** Names the page in results and screenshots: kebab-case. */
  readonly name: string
  /** Texts a reader must be able to see. */
  readonly texts?: readonly string[]
  /** Whether the page may load anything besides itself; a report stands alone, so false when not given. */
  readonly mayLoad?: boolean
  /** The widths to look at, in pixels; 360 and 1200 when not given. */
  readonly widths?: readonly number[]
}

const usualWidths = [360, 1200]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What a page is made of, for a reader who hears it. */
interface Outline {
  readonly title: string
  readonly lang: string
  readonly mains: number
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  readonly text: string
  /** Links within the page that lead nowhere. */
  readonly dead: readonly string[]
}

// Runs inside the page, as text, so that nothing of this program's build reaches it.
const outlineScript = `(() => ({
  title: document.title,
  lang: document.documentElement.lang,
  mains: document.querySelectorAll('main, [role=main]').length,
  headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => ({ level: Number(h.tagName[1]), text: h.textContent.trim() })),
  text: document.body.innerText,
  dead: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')).filter((h) => !document.getElementById(decodeURIComponent(h.slice(1)))),
}))()`

const shape = `(() => ({ wide: document.documentElement.scrollWidth, high: document.documentElement.scrollHeight }))()`

/** A4 between margins of 16 mm, in CSS pixels. */
const paperWidth = 673

// What runs off the paper, or is cut off by a box that scrolls on a screen and cannot on paper.
const cutScript = `(() => [...document.body.querySelectorAll('*')].filter((e) => {
  const { right, width } = e.getBoundingClientRect()
  const clips = getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1
  return width > 0 && (right > innerWidth + 1 || clips)
}).map((e) => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '') + ': ' + e.textContent.trim().slice(0, 60)).slice(0, 5))()`

/** What is wrong with the order of headings; nothing when they begin with the only h1 and never skip a level. */
export function headingFault(headings: Outline['headings']): string | undefined {
  if (headings[0]?.level !== 1) return 'the first heading is not an h1'
  if (headings.filter(({ level }) => level === 1).length > 1) return 'there is more than one h1'
  const skip = headings.find(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
  if (skip) return `h${skip.level} "${skip.text}" skips a level`
  const empty = headings.find(({ text }) => text === '')
  return empty && `an h${empty.level} is empty`
}

/** The size of a PNG image in pixels. */
export function sizeOfPng(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

async function open(page: Page, source: PageSource): Promise<void> {
  if ('html' in source) await page.setContent(source.html, { waitUntil: 'load' })
  else
    await page.goto('url' in source ? source.url : pathToFileURL(path.resolve(source.file)).href, { waitUntil: 'load' })
}

async function checkReading(tally: Tally, page: Page, { name, texts = [] }: PageWish): Promise<void> {
  const { title, lang, mains, headings, text, dead }: Outline = await page.evaluate(outlineScript)
  tally.check(title.trim() !== '', `${name} has a title`, 'its <title> is empty')
  tally.check(lang !== '', `${name} says its language`, '<html lang> is missing')
  tally.check(dead.length === 0, `${name} has links that lead somewhere`, dead.join(', '))
  tally.check(mains === 1, `${name} has one main landmark`, `it has ${mains}`)
  const fault = headingFault(headings)
  tally.check(
    fault === undefined,
    `${name} has headings in order`,
    `${fault}\n${headings.map((h) => `h${h.level} ${h.text}`).join('\n')}`,
  )
  tally.check(text.trim().length > 40, `${name} shows text`, `all it shows is: ${text}`)
  for (const wanted of texts)
    tally.check(text.includes(wanted), `${name} shows "${wanted}"`, `it shows:\n${text.slice(0, 3000)}`)
}

async function checkAxe(tally: Tally, page: Page, name: string, width: number): Promise<void> {
  await page.evaluate(axe)
  const result: { violations: readonly Violation[]; passes: readonly unknown[] } =
    await page.evaluate('axe.run(document)')
  tally.check(result.passes.length > 0, `axe saw ${name} at ${width}`, 'no rule applied to it')
  const told = result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary ?? ''}`).join('\n')}`,
  )
  tally.check(told.length === 0, `${name} is accessible at ${width} px (axe-core)`, told.join('\n'))
}

async function checkWidth(
  tally: Tally,
  browser: Browser,
  source: PageSource,
  wish: PageWish,
  width: number,
): Promise<void> {
  const { name } = wish
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  const faults: string[] = []
  const loaded: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on(
    'request',
    (request) => request.isNavigationRequest() || /^(?:data|blob):/.test(request.url()) || loaded.push(request.url()),
  )
  await open(page, source)
  if (width === (wish.widths ?? usualWidths)[0]) await checkReading(tally, page, wish)
  const { wide, high } = await page.evaluate<{ wide: number; high: number }>(shape)
  tally.check(wide <= width, `${name} fits ${width} px`, `it is ${wide} px wide and must be scrolled sideways`)
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' })
  const folder = path.join(root, '.results/screenshots')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}-${width}.png`), png)
  const size = sizeOfPng(png)
  tally.check(
    size.width === width && size.height === Math.max(high, 800),
    `screenshot of ${name} at ${width} px`,
    `it is ${size.width} x ${size.height}, the page ${wide} x ${high}`,
  )
  // Last, because axe adds its own script to the page.
  await checkAxe(tally, page, name, width)
  tally.check(faults.length === 0, `${name} has no error at ${width} px`, faults.join('\n'))
  tally.check(
    wish.mayLoad || loaded.length === 0,
    `${name} stands alone at ${width} px`,
    `it loads ${loaded.join(', ')}`,
  )
  await context.close()
}

async function checkPrint(tally: Tally, browser: Browser, source: PageSource, { name }: PageWish): Promise<void> {
  const context = await browser.newContext({ viewport: { width: paperWidth, height: 950 } })
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  await open(page, source)
  const cut = await page.evaluate<readonly string[]>(cutScript)
  tally.check(cut.length === 0, `${name} fits a printed A4 page`, `cut off on paper:\n${cut.join('\n')}`)
  await context.close()
}

/**
 * Looks at a page at 360 and 1200 px and as printed on A4: no accessibility fault that axe-core knows, one main landmark, headings in
 * order, everything within the width, the wanted texts to be seen, no script error, and nothing loaded. Screenshots
 * are kept in `.results/screenshots`.
 */
export async function checkPageIn(tally: Tally, browser: Browser, source: PageSource, wish: PageWish): Promise<void> {
  for (const width of wish.widths ?? usualWidths) {
    tally.say(`${wish.name} at ${width} px`)
    await checkWidth(tally, browser, source, wish, width)
  }
  tally.say(`${wish.name} on paper`)
  await checkPrint(tally, browser, source, wish)
}

/** The same in a Chromium of its own; skipped, as one check, where there is none. */
export async function checkPage(tally: Tally, source: PageSource, wish: PageWish): Promise<void> {
  const executable = findChromium()
  if (executable === undefined) tally.skip(wish.name, noChromium)
  else await withChromium(executable, (browser) => checkPageIn(tally, browser, source, wish))
}
