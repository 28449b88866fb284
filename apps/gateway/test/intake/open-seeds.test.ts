import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { importDirectory } from '../../src/intake/import.ts'
import { type Mapping, parseMapping, type SurveyFile } from '../../src/intake/mapping.ts'
import { choiceReader } from '../../src/intake/read-choices.ts'
import { describeReport, type ImportReport, isWhole } from '../../src/intake/report.ts'
import { memoryPort } from './memory-port.ts'

const root = join(import.meta.dirname, '../../../..')
const data = join(process.env.MENTORING_SHARED ?? join(root, '../shared'), 'data/open-seeds')
const parsed = parseMapping(readFileSync(join(root, 'examples/open-seeds/mapping.json'), 'utf8'))
if ('refusals' in parsed) throw new Error(parsed.refusals.map(({ message }) => message).join('\n'))
const mapping: Mapping = parsed.value
const surveys = mapping.files.filter((file): file is SurveyFile => file.as === 'survey')
const item = (wave: string, key: string) => {
  const found = surveys.find((file) => file.wave.key === wave)?.items.find((each) => each.key === key)
  if (found === undefined) throw new Error(`${wave} has no item ${key}`)
  return choiceReader(found)
}

test('wordings that changed from cohort to cohort are one code, also in cohorts to come', () => {
  const returning = item('participant-post', 'interest_in_returning')
  for (const later of [
    'when you have launched OLS-2',
    'when you have launched OLS-12',
    'when you have launched Open Seeds',
    '',
  ])
    expect(returning(`I am not sure yet, but ask me later ${later}`)).toEqual(['ask-later'])
  expect(returning("Yes I'd like to return as a mentor, Yes, I'd like to return as an expert")).toEqual([
    'as-mentor',
    'as-expert',
  ])
  expect(returning('No, I would not be able to return to OLS-10, No')).toEqual(['not-next-cohort', 'no'])
  const support = item('mentor-post', 'training_and_support')
  for (const name of ['the OLS-1', 'the OLS-11', 'the Open Seeds', 'Open Seeds'])
    expect(support(`I felt supported as a mentor and the training offered in ${name} was adequate`)).toEqual([
      'supported-training-adequate',
    ])
})

test('the waves and their items are the columns of the forms', () => {
  expect(surveys.map(({ wave }) => wave.key)).toEqual(['participant-mid', 'participant-post', 'mentor-post'])
  for (const { items } of surveys) for (const each of items) expect(each.key).toBe(each.column)
})

if (!existsSync(data)) console.warn(`skipped: the data of Open Seeds is not at ${data}`)

describe.skipIf(!existsSync(data))('the real data of six cohorts', () => {
  const port = memoryPort()
  let report: ImportReport
  beforeAll(async () => {
    report = await importDirectory({ dir: data, mapping, port })
  })
  const table = (name: string): Record<string, string>[] => parse(readFileSync(join(data, name)), { columns: true })

  test('arrives whole, with its known totals', () => {
    expect(isWhole(report)).toBe(true)
    const { people, participations, relationships, responses } = port.state
    expect([people.size, participations.size, relationships.size, responses.size]).toEqual([
      426,
      920,
      176,
      119 + 161 + 115,
    ])
    const distinct = (role: string) =>
      new Set([...participations.values()].filter((row) => row.role === role).map(({ person }) => person)).size
    expect(['mentee', 'mentor', 'expert', 'speaker', 'facilitator', 'organizer'].map(distinct)).toEqual([
      273, 105, 155, 81, 11, 5,
    ])
    const all = [...relationships.values()]
    expect(all.filter(({ completed }) => completed === true)).toHaveLength(138)
    const places = (role: string) =>
      all.flatMap(({ participants }) => participants).filter((each) => each.role === role).length
    expect([places('mentee'), places('mentor')]).toEqual([293, 213])
  })

  test('warns of what is odd in it', () => {
    const warnings = Object.fromEntries(
      report.files.flatMap((file) => ('warnings' in file ? file.warnings : [])).map(({ code, count }) => [code, count]),
    )
    expect(warnings).toEqual({
      'person-without-country': 21,
      'person-without-continent': 26,
      'relationship-without-mentor': 3,
      'person-on-both-sides': 2,
    })
  })

  test('has no column that is not imported, and no problem', () => {
    for (const file of report.files)
      expect(file).toMatchObject({ outcome: 'imported', skipped: 0, ignoredColumns: [], absentColumns: [] })
  })

  test('changes nothing the second time', async () => {
    const again = await importDirectory({ dir: data, mapping, port })
    expect(describeReport(again).at(-1)).toBe('Nothing changed: all of it was there already.')
  })

  test('leaves of every survey cell only declared choices, and `other` exactly where the source says Other', () => {
    for (const { file, items } of surveys) {
      for (const row of table(file)) {
        for (const each of items) {
          const codes = choiceReader(each)(row[each.column] ?? '')
          expect(codes.length > 0).toBe(row[each.column] !== '')
          expect(codes.includes('other')).toBe(/\bOther$/.test(row[each.column] ?? ''))
          expect([...each.choices.map(({ code }) => code), 'other']).toEqual(expect.arrayContaining([...codes]))
        }
      }
    }
  })

  test('meets undeclared text exactly where the published patterns do', () => {
    const declared = JSON.parse(readFileSync(join(data, 'choices.json'), 'utf8'))
    for (const { file, items } of surveys) {
      const patterns = declared[file.replace('.csv', '')]
      expect(items.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(patterns)))
      for (const row of table(file)) {
        for (const { key, ...each } of items) {
          const asPublished = patterns[key].patterns
            .filter((pattern: string) => pattern !== 'Other')
            .map((pattern: string, index: number) => ({ code: `c${index}`, label: pattern, pattern }))
          const theirs = choiceReader({ kind: patterns[key].kind, choices: asPublished })(row[key] ?? '')
          const ours = choiceReader(each)(row[key] ?? '')
          expect(ours.includes('other')).toBe(theirs.includes('other'))
        }
      }
    }
  })

  test('later cohorts of the same form arrive with the same mapping', async () => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const dir = mkdtempSync(join(tmpdir(), 'later-'))
    try {
      for (const { file } of mapping.files) {
        const later = readFileSync(join(data, file), 'utf8')
          .replaceAll('OLS-6', 'OLS-13')
          .replace(/^(P\d+,|J\d+,|)6,/gm, '$113,')
        writeFileSync(join(dir, file), later)
      }
      const laterPort = memoryPort()
      expect(isWhole(await importDirectory({ dir, mapping, port: laterPort }))).toBe(true)
      const others = (state: typeof port.state) =>
        JSON.stringify([...state.responses.values()].map(({ answers }) => answers))
      expect(others(laterPort.state)).toBe(others(port.state))
      expect(new Set([...laterPort.state.relationships.values()].map(({ cohort }) => cohort))).toEqual(
        new Set([1, 2, 3, 4, 5, 13]),
      )
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})
