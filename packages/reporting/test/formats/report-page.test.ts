import { expect, test } from 'vitest'
import { renderSvg } from '../../src/formats/svg.ts'
import { barChart, type DisclosedFigure, groupedBars, hesa, type Page, reportPage } from '../../src/index.ts'

const hostile = `</title><script>alert("1")</script>'&\u0000<img src=x onerror=alert(1)>`
const figures: readonly DisclosedFigure[] = [
  { id: 'one', label: hostile, by: {}, n: 25, unit: 'percent', definition: hostile, value: 48 },
  { id: 'by', label: hostile, by: { [hostile]: hostile }, n: 5, unit: hostile, definition: hostile, value: 5 },
  {
    id: 'by',
    label: hostile,
    by: { [hostile]: 'other' },
    n: { suppressed: 'derivable' },
    unit: hostile,
    definition: hostile,
    suppressed: 'few-responses',
  },
  { id: 'two', label: 'Crossed', by: { row: 'a', column: 'x' }, n: 10, unit: 'people', definition: 'D.', value: 5 },
  {
    id: 'two',
    label: 'Crossed',
    by: { row: 'b', column: 'y' },
    n: 15,
    unit: 'people',
    definition: 'D.',
    value: -1234.56,
  },
]
const page = (more: Partial<Page> = {}) =>
  reportPage({
    title: hostile,
    subtitle: hostile,
    asOf: '2026-01-31',
    policy: { name: hostile, description: hostile },
    intro: hostile,
    splitLabels: { row: 'Row' },
    sections: [
      { heading: hostile, text: hostile, figures, chart: barChart(figures.slice(1, 3), { title: hostile }) },
      {
        heading: 'Second',
        figures: [],
        chart: groupedBars(figures.slice(3), { title: 'Side by side', rows: 'row', series: 'column' }),
      },
    ],
    renderSvg,
    ...more,
  })

/** The tags of a page in order, and a throw when they do not nest. */
function tagsOf(html: string): { readonly name: string; readonly text: string }[] {
  const empty = new Set(['meta', 'br'])
  const open: string[] = []
  const tags: { name: string; text: string }[] = []
  for (const [text, slash, name = '', , selfClosed] of html
    .replace(/<style>[^<]*<\/style>/, '')
    .matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (slash === '/') expect(open.pop()).toBe(name)
    else {
      tags.push({ name, text })
      if (!empty.has(name) && selfClosed !== '/') open.push(name)
    }
  }
  expect(open).toEqual([])
  return tags
}

test('hostile texts stay texts, in the page and in its drawings', async () => {
  const html = await page()
  expect(html).not.toMatch(/<script|<img/i)
  expect(html).not.toContain('\u0000')
  expect(tagsOf(html).filter(({ name }) => ['script', 'img', 'link', 'iframe', 'object'].includes(name))).toEqual([])
  expect(html).toContain('&lt;script&gt;')
})

test('nothing is fetched', async () => {
  const html = await page()
  expect(/<style>([^<]*)<\/style>/.exec(html)?.[1]).not.toMatch(/@import|url\(/)
  for (const { text } of tagsOf(html)) {
    expect(text).not.toMatch(/^[^>]*"url\((?!#)/)
    expect(text.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\s(src|srcset|data|action|on\w+)=|^<link/)
  }
  for (const [, address] of html.matchAll(/<[^>]*\shref="([^"]*)"/g)) expect(address).toMatch(/^#/)
})

test('the page has its landmarks, one h1, headings in order, a skip link and a language', async () => {
  const tags = tagsOf(await page({ lang: 'cy' }))
  for (const name of ['header', 'nav', 'main', 'footer', 'h1', 'title'])
    expect(tags.filter((tag) => tag.name === name).length).toBe(name === 'title' ? 3 : 1)
  const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
  for (const [place, level] of levels.slice(1).entries()) expect(level - (levels[place] ?? 0)).toBeLessThanOrEqual(1)
  expect(tags[0]?.text).toBe('<html lang="cy">')
  expect(tags.find(({ name }) => name === 'a')?.text).toBe('<a class="skip" href="#main">')
})

test('ids are unique and every link and label finds its own', async () => {
  const html = await page()
  const ids = [...html.matchAll(/<[^>]*\sid="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [...html.matchAll(/<[^>]*\s(?:href="#|aria-labelledby=")([^"]*)"/g)].flatMap(([, target = '']) =>
    target.split(' '),
  )
  for (const target of targets) expect(ids).toContain(target)
  expect(targets).toContain('why-few-responses')
})

test('every chart is an image with a name, scales, and has its numbers in a table', async () => {
  const html = await page()
  const heads = [...html.matchAll(/<svg\b[^>]*>/g)].map(([head]) => head)
  expect(heads).toHaveLength(2)
  for (const head of heads)
    for (const part of ['viewBox="', 'role="img"', 'aria-labelledby="']) expect(head).toContain(part)
  expect(html).toContain('max-width: 100%; height: auto')
  const without = await page({ renderSvg: async () => '<svg width="1" height="1"></svg>' })
  expect(without).toContain('48%')
  expect(without.match(/<table>/g)).toHaveLength(2)
  expect(without.match(/<caption>/g)).toHaveLength(2)
  expect(without.match(/role="region" aria-label="[^"]+" tabindex="0"/g)).toHaveLength(2)
})

test('what is not shown is a word with its reason, and a missing crossing is said to be none', async () => {
  const html = await page()
  expect(html).toContain('<a class="not-shown" href="#why-few-responses">not shown</a>')
  expect(html).toContain('<a class="not-shown" href="#why-derivable">not shown</a>')
  expect(html).toContain('<li id="why-derivable">')
  expect(html).not.toContain('<li id="why-average-of-few">')
  expect(html).toContain('<span class="none">none</span>')
  expect(html).toContain('\u22121\u202F234.6')
})

const crossing = (
  choices: readonly string[],
  years: readonly string[],
  nOf: (choice: string, year: string) => number,
) =>
  choices.flatMap((choice) =>
    years.map((year): DisclosedFigure => {
      const n = nOf(choice, year)
      return { id: 'c', label: 'C', by: { year, choice }, n, unit: 'percent', definition: 'D.', value: 50 }
    }),
  )
const tableOf = async (crossed: readonly DisclosedFigure[]) => {
  const html = await reportPage({
    title: 'T',
    asOf: '2026-01-31',
    policy: hesa,
    sections: [{ heading: 'H', figures: crossed }],
  })
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '').trim()),
  )
  return rows
}

test('many choices go down the page, a number that a whole column shares stands under it', async () => {
  const choices = Array.from({ length: 20 }, (_, index) => `Choice number ${index + 1}`)
  const rows = await tableOf(crossing(choices, ['2024', '2025'], (_, year) => (year === '2024' ? 30 : 45)))
  expect(rows).toHaveLength(22)
  expect(rows[0]?.slice(1)).toEqual(['2024', '2025'])
  expect(rows[20]).toEqual(['Choice number 20', '50%', '50%'])
  expect(rows[21]).toEqual(['Out of', '30', '45'])
})

test('a number that a row shares stands behind it; where it is shared by neither, in each cell', async () => {
  const byRow = await tableOf(crossing(['Yes', 'No'], ['2024', '2025'], (_, year) => (year === '2024' ? 30 : 45)))
  expect(byRow[0]?.at(-1)).toBe('Out of')
  const byNone = await tableOf(
    crossing(['Yes', 'No'], ['2024', '2025'], (choice, year) => choice.length + Number(year)),
  )
  expect(byNone[1]?.at(-1)).toMatch(/^50% of 2/)
})

test('a table too wide for paper either way is listed, a figure a row', async () => {
  const many = Array.from({ length: 12 }, (_, index) => `Group ${index + 1}`)
  const rows = await tableOf(crossing(many, many, () => 30))
  expect(rows).toHaveLength(145)
  expect(Math.max(...rows.map((row) => row.length))).toBe(4)
})

test('without a drawer the page has no picture; one that could run is refused', async () => {
  const plain = {
    title: 'T',
    asOf: '2026-01-31',
    policy: hesa,
    sections: [{ heading: 'H', figures, chart: barChart(figures, { title: 'C' }) }],
  }
  expect(await reportPage(plain)).not.toContain('<svg')
  for (const bad of [
    '<svg><script>1</script></svg>',
    '<svg><g onclick="x"></g></svg>',
    '<svg><a href="https://example.org"></a></svg>',
    '<svg><rect fill="url(https://example.org)"/></svg>',
    '<p>',
  ])
    await expect(reportPage({ ...plain, renderSvg: async () => bad })).rejects.toThrow(TypeError)
})

test('a chart that asks for something outside is not drawn', async () => {
  const spec = { ...barChart(figures, { title: 'T' }), data: { url: 'https://example.org/data.json' } }
  const svg = await renderSvg(spec).catch((error: unknown) => error)
  expect(svg).toBeInstanceOf(TypeError)
})
