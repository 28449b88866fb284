import { describe, expect, test } from 'vitest'
import { csvChunks, figureTable, parquetChunks, tableCodebook, xlsxChunks } from '../../src/files/index.ts'
import { renderSvg } from '../../src/formats/svg.ts'
import {
  type Column,
  canonicalJson,
  type DisclosurePolicy,
  defineTable,
  disclose,
  exact,
  figuresCsv,
  hesa,
  type IndicatorDefinition,
  indicatorVersion,
  measureReport,
  type Row,
  reportJson,
  type Snapshot,
  snapshotPage,
  takeSnapshot,
} from '../../src/index.ts'

const columns: readonly Column[] = [
  { name: 'person', type: 'string', label: 'Person' },
  { name: 'group', type: 'string', label: 'Group' },
  { name: 'answer', type: 'string', label: 'Answer' },
  { name: 'done', type: 'boolean', label: 'Done' },
  { name: 'minutes', type: 'number', label: 'Minutes', minimum: 0 },
  { name: 'on', type: 'date', label: 'On', maximum: '2026-01-31' },
]

const shared = {
  input: 'rows',
  numerator: 'what is counted',
  population: 'everybody',
  window: { kind: 'all-time' },
  tags: { beneficiaries: [] },
  people: true,
} as const
const splits = (label: string) => [
  { by: [], label, definition: `${label}, all.` },
  { by: ['group'], label: `${label} by group`, definition: `${label}, by group.` },
]

function definitions(choices: readonly string[]): readonly IndicatorDefinition[] {
  const answers = { kind: 'distribution', of: 'answer', choices, respondent: 'person', many: false } as const
  return [
    {
      ...shared,
      id: 'x.count',
      denominator: null,
      aggregation: { kind: 'count' },
      disaggregations: splits('Rows'),
      unit: 'rows',
    },
    {
      ...shared,
      id: 'x.people',
      denominator: null,
      aggregation: { kind: 'count-distinct', of: 'person' },
      disaggregations: splits('People'),
      unit: 'people',
    },
    {
      ...shared,
      id: 'x.rate',
      denominator: 'known',
      aggregation: { kind: 'rate', of: { column: 'done', op: 'is-true' } },
      disaggregations: splits('Done'),
      unit: 'percent',
    },
    {
      ...shared,
      id: 'x.mean',
      denominator: 'known',
      aggregation: { kind: 'mean', of: 'minutes' },
      disaggregations: splits('Minutes'),
      unit: 'minutes',
    },
    {
      ...shared,
      id: 'x.answers',
      denominator: 'answered',
      aggregation: answers,
      disaggregations: splits('Answers'),
      unit: 'responses',
    },
  ]
}

const row = (place: number, more: Row = {}): Row => ({
  person: `p${place}`,
  group: 'a',
  answer: 'yes',
  done: true,
  minutes: 30,
  on: '2026-01-01',
  ...more,
})
const many = (count: number, more: (place: number) => Row = () => ({})) =>
  Array.from({ length: count }, (_, place) => row(place, more(place)))
const blank = { group: null, answer: null, done: null, minutes: null, on: null }

const honest: Readonly<Record<string, { readonly rows: readonly Row[] }>> = {
  'an empty programme': { rows: [] },
  'one respondent': { rows: [row(1)] },
  'all answers the same': { rows: many(40) },
  'all missing': { rows: many(30, () => blank) },
  'a group of nobody who answered': {
    rows: [...many(20), ...many(5, (place) => ({ ...blank, person: `q${place}`, group: 'b' }))],
  },
  '200 categories': { rows: many(400, (place) => ({ group: `g${place % 200}` })) },
}

const refused: Readonly<Record<string, Row>> = {
  'a date in the future': { on: '2026-02-01' },
  'a day that is none': { on: '2026-02-30' },
  'a negative duration': { minutes: -5 },
  'no number': { minutes: Number.NaN },
  'an infinite number': { minutes: Number.POSITIVE_INFINITY },
}

function reportOf({ rows }: (typeof honest)[string], policy: DisclosurePolicy): Snapshot {
  const table = accepted(defineTable(columns, rows))
  const versions = definitions(['yes', 'no']).map((one) => accepted(indicatorVersion(one)))
  const figures = disclose(accepted(measureReport(versions, { rows: table })), policy)
  const wish = { title: 'Chart', indicators: ['x.answers'] }
  return accepted(
    takeSnapshot({
      subject: { key: 'p', title: 'P' },
      asOf: '2026-01-31',
      policy,
      definition: {
        id: 'r',
        title: 'R',
        policy: 'reader',
        sections: [
          {
            key: 'all',
            heading: 'All',
            indicators: ['x.*'],
            absent: 'Nothing is recorded.',
            charts: [
              { kind: 'distribution', ...wish },
              { kind: 'grouped', ...wish, rows: 'answer', series: 'group' },
              { kind: 'bars', title: 'People', indicators: ['x.people'] },
              { kind: 'flow', ...wish, from: 'group', to: 'answer' },
              { kind: 'spread', title: 'People', indicators: ['x.people'], place: 'group' },
              { kind: 'reach', title: 'People', indicators: ['x.people'], along: 'group' },
            ],
          },
          {
            key: 'before',
            heading: 'Before',
            indicators: ['before.*'],
            absent: 'No baseline was held, so nothing is compared.',
          },
        ],
      },
      indicators: versions,
      inputs: [{ name: 'rows', table, source: 'made up', tables: ['rows'] }],
      figures,
      exhibits: [],
      salt: 's',
    }),
  )
}

/** What no file may hold: a number that is none, and a division that nobody did. */
const wrong = /\bNaN\b|Infinity|\bundefined\b|\[object|%%|\d\/0\b/

async function textOf(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  const parts: Buffer[] = []
  for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts).toString('latin1')
}

describe.each([exact, hesa])('under $name', (policy) => {
  test.each(Object.keys(honest))(
    '%s gives an honest report in every format',
    async (name) => {
      const snapshot = reportOf(honest[name] ?? { rows: [] }, policy)
      const { figures } = snapshot
      for (const figure of figures) {
        const numbers = ['value' in figure ? figure.value : 0, typeof figure.n === 'number' ? figure.n : 0]
        expect(numbers.every(Number.isFinite), canonicalJson(figure)).toBe(true)
      }
      const { csv, codebook } = figuresCsv(figures)
      const page = await snapshotPage(snapshot, { renderSvg })
      const table = figureTable(figures)
      for (const [format, text] of Object.entries({
        csv,
        codebook,
        json: reportJson({ programme: 'P', asOf: '2026-01-31', policy: policy.name, figures }),
        snapshot: canonicalJson(snapshot),
        page: page.replaceAll(/<style>[^<]*<\/style>/g, ''),
        chunks: await textOf(csvChunks(table)),
        tableCodebook: tableCodebook(table),
      }))
        expect(wrong.exec(text)?.[0], format).toBeUndefined()
      expect(page).toContain('No baseline was held, so nothing is compared.')
      expect((await textOf(parquetChunks(table))).startsWith('PAR1')).toBe(true)
      expect((await textOf(xlsxChunks({ title: 'P', tables: [table] }))).startsWith('PK')).toBe(true)
    },
    60_000,
  )

  test('what fewer than five people answered is hidden in every group, and said to be', async () => {
    const snapshot = reportOf({ rows: [row(1)] }, policy)
    const answers = snapshot.figures.filter(({ id }) => id === 'x.answers')
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.every((figure) => 'suppressed' in figure)).toBe(true)
    expect(await snapshotPage(snapshot, { renderSvg })).toContain('not shown')
  })
})

test('10,000 categories are refused, with what to do', () => {
  const table = accepted(
    defineTable(
      columns,
      many(10_000, (place) => ({ group: `g${place}` })),
    ),
  )
  const [count] = definitions(['yes', 'no']).map((one) => accepted(indicatorVersion(one)))
  const answer = measureReport(count === undefined ? [] : [count], { rows: table })
  expect('refusal' in answer && [answer.refusal.code, answer.refusal.message]).toEqual([
    'too-many-groups',
    expect.stringContaining('10000 groups by group'),
  ])
})

test.each(Object.keys(refused))('%s is refused, with its row and its column', (name) => {
  const answer = defineTable(columns, [row(1), row(2, refused[name])])
  expect('refusal' in answer && answer.refusal.path?.slice(0, 2)).toEqual(['rows', 1])
  expect('refusal' in answer && answer.refusal.message).toMatch(/Row 2, column/)
})

function accepted<T>(answer: { value: T } | { refusal: { message: string } }): T {
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
