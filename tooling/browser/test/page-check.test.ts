import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tally } from '../../step/tally.ts'
import { findChromium, noChromium } from '../chromium.ts'
import { checkPageIn, headingFault, sizeOfPng } from '../page-check.ts'

const sound = `<!doctype html>
<html lang="en"><head><meta name="viewport" content="width=device-width"><title>Sound</title></head>
<body><header><p>A page for a test.</p></header><main><h1>Sound</h1><p>Enough words for a reader to see that this is a page.</p>
<h2>Second</h2><p>More.</p></main></body></html>`

const executablePath = findChromium()

describe.skipIf(executablePath === undefined)(`in Chromium (skipped when ${noChromium})`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
  })
  afterAll(() => browser.close())

  const look = async (html: string, widths = [360]): Promise<Tally> => {
    const tally = new Tally()
    await checkPageIn(tally, browser, { html }, { name: 'planted', texts: ['Enough words'], widths })
    return tally
  }

  test('a sound page passes everything', async () => {
    const { counts, failures } = await look(sound, [360, 1200])
    expect(failures).toEqual([])
    expect(counts).toEqual({ passed: 20, failed: 0, skipped: 0 })
  })

  test.each([
    ['low contrast', sound.replace('<p>More.', '<p style="color:#ccc;background:#fff">More.'), 'accessible'],
    [
      'an image without words',
      sound.replace('<p>More.', '<img src="data:," width="9" height="9"><p>More.'),
      'accessible',
    ],
    ['a second main', sound.replace('</main>', '</main><main><p>More.</p></main>'), 'one main landmark'],
    ['no language', sound.replace(' lang="en"', ''), 'says its language'],
    ['no title', sound.replace('<title>Sound</title>', ''), 'has a title'],
    ['a skipped level', sound.replaceAll('h2', 'h4'), 'headings in order'],
    ['too wide', sound.replace('<p>More.', '<p style="width:500px">More.'), 'fits 360 px'],
    ['no room on paper', sound.replace('<p>More.', '<style>@media print { p { width: 900px } }</style><p>More.'), 'A4'],
    [
      'a box that scrolls on a screen and cuts on paper',
      sound.replace('<p>More.', '<div tabindex="0" style="overflow-x:auto"><p style="width:900px">More.</p></div><p>'),
      'A4',
    ],
    ['a script error', sound.replace('</main>', '</main><script>throw new Error("x")</script>'), 'no error'],
    [
      'something loaded',
      sound.replace('<p>More.', '<img alt="x" src="http://127.0.0.1:1/x.png"><p>More.'),
      'stands alone',
    ],
    ['a dead link', sound.replace('<p>More.', '<p><a href="#none">More.</a>'), 'lead somewhere'],
    ['hidden text', sound.replace('<p>Enough', '<p hidden>Enough'), 'shows "Enough words"'],
  ])('a page with %s fails', async (_, html, name) => {
    const { failures } = await look(html)
    expect(failures.map((failure) => failure.name).join('\n')).toContain(name)
  })
})

test('headings begin with the only h1 and never skip a level', () => {
  const of = (...levels: number[]) => headingFault(levels.map((level) => ({ level, text: 'x' })))
  expect(of(1, 2, 3, 2, 3, 4, 2)).toBeUndefined()
  expect(of()).toContain('not an h1')
  expect(of(2)).toContain('not an h1')
  expect(of(1, 3)).toContain('skips a level')
  expect(of(1, 2, 1)).toContain('more than one h1')
  expect(headingFault([{ level: 1, text: '' }])).toContain('empty')
})

test('the size of a PNG is read from its head', () => {
  const png = Buffer.alloc(24)
  png.writeUInt32BE(360, 16)
  png.writeUInt32BE(800, 20)
  expect(sizeOfPng(png)).toEqual({ width: 360, height: 800 })
})
