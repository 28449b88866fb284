import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ImportOptions, importDirectory, type Progress } from '../../src/intake/import.ts'
import { type Mapping, parseMapping } from '../../src/intake/mapping.ts'
import { describeReport, type FileReport, isWhole } from '../../src/intake/report.ts'
import { memoryPort } from './memory-port.ts'

const choices = [
  { code: 'calls', label: 'Calls', pattern: 'Calls' },
  { code: 'calls-and-notes', label: 'Calls and notes', pattern: 'Calls, with notes' },
]
const written = {
  version: 1,
  institution: { key: 'u', name: 'U' },
  programme: { key: 'p', title: 'P', cohortLabel: 'Cohort {cohort}' },
  files: [
    {
      file: 'survey.csv',
      as: 'survey',
      wave: { key: 'mid', label: 'Mid', audience: 'mentee' },
      fields: { cohort: { column: 'cohort' }, respondent: { column: 'n' } },
      items: [
        { key: 'liked', label: 'Liked', column: 'liked', kind: 'many', choices },
        { key: 'later', label: 'Later', column: 'later', kind: 'one', choices, optional: true },
      ],
    },
    {
      file: 'pairs.csv',
      as: 'relationships',
      fields: {
        externalId: { column: 'id' },
        cohort: { column: 'cohort' },
        keywords: { column: 'words', split: ',' },
        completed: { column: 'done', true: ['yes'], false: ['no'] },
        mentees: { column: 'mentees', split: ';' },
        mentors: { column: 'mentors', split: ';' },
      },
    },
    {
      file: 'roles.csv',
      as: 'participations',
      fields: {
        person: { column: 'person' },
        cohort: { column: 'cohort' },
        role: { column: 'role', aliases: [{ pattern: 'participant', value: 'mentee' }] },
      },
    },
    {
      file: 'people.csv',
      as: 'people',
      fields: { externalId: { column: 'id' }, country: { column: 'country', optional: true } },
    },
  ],
}
const parsed = parseMapping(JSON.stringify(written))
if ('refusals' in parsed) throw new Error(parsed.refusals.map(({ message }) => message).join('\n'))
const mapping: Mapping = parsed.value

const goodFiles = {
  'people.csv': 'id,country,hat\nP1,Benin,red\nP2,,blue\nP3,Chile,\n',
  'roles.csv': 'person,cohort,role\nP1,1,participant\nP2,1,mentor\n',
  'pairs.csv': 'id,cohort,words,done,mentees,mentors\nJ1,1,"soil, , water",YES,P1;P3,P2\nJ2,2,,,P1,\n',
  'survey.csv': 'cohort,n,liked\n1,1,"Calls, with notes, my own secret words, Calls"\n1,2,\n',
}

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'intake-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

type Files = Partial<Record<keyof typeof goodFiles, string | Buffer | null>>

async function run(files: Files = {}, options: Partial<ImportOptions> = {}, port = memoryPort()) {
  for (const [name, text] of Object.entries({ ...goodFiles, ...files }))
    if (text !== null) writeFileSync(join(dir, name), text)
  const report = await importDirectory({ dir, mapping, port, ...options })
  return {
    report,
    port,
    state: port.state,
    file: (name: string) => report.files.find((each) => each.file === name) as FileReport,
  }
}

test('files are imported in the order of what they depend on, as it was and no more', async () => {
  const { report, state } = await run()
  expect(isWhole(report)).toBe(true)
  expect(report.files.map(({ file }) => file)).toEqual(['people.csv', 'roles.csv', 'pairs.csv', 'survey.csv'])
  expect([...state.people.values()]).toEqual([
    { externalId: 'P1', country: 'Benin' },
    { externalId: 'P2', country: null },
    { externalId: 'P3', country: 'Chile' },
  ])
  expect([...state.participations.values()]).toEqual([
    { person: 'P1', cohort: 1, role: 'mentee' },
    { person: 'P2', cohort: 1, role: 'mentor' },
  ])
  const roleOf = (role: string) => (person: string) => ({ person, role })
  expect([...state.relationships.values()]).toEqual([
    {
      externalId: 'J1',
      cohort: 1,
      keywords: ['soil', 'water'],
      completed: true,
      participants: [...['P1', 'P3'].map(roleOf('mentee')), roleOf('mentor')('P2')],
    },
    { externalId: 'J2', cohort: 2, keywords: [], completed: null, participants: [roleOf('mentee')('P1')] },
  ])
  expect([...state.responses.values()]).toEqual([
    {
      wave: 'mid',
      cohort: 1,
      respondent: '1',
      answers: [{ item: 'liked', choices: ['calls', 'calls-and-notes', 'other'] }],
    },
    { wave: 'mid', cohort: 1, respondent: '2', answers: [] },
  ])
})

test('what is left out is said: columns without a field, and questions that were not asked', async () => {
  const { file } = await run()
  expect(file('people.csv')).toMatchObject({ outcome: 'imported', ignoredColumns: ['hat'], absentColumns: [] })
  expect(file('survey.csv')).toMatchObject({ outcome: 'imported', ignoredColumns: [], absentColumns: ['later'] })
})

test('a second run changes nothing and says so', async () => {
  const { port } = await run()
  const { report } = await run({}, {}, port)
  expect(describeReport(report).at(-1)).toBe('Nothing changed: all of it was there already.')
  expect(report.files.map((file) => 'unchanged' in file && [file.inserted, file.updated, file.unchanged])).toEqual([
    [0, 0, 3],
    [0, 0, 2],
    [0, 0, 2],
    [0, 0, 2],
  ])
})

test('a corrected row is one change', async () => {
  const { port } = await run()
  const { report } = await run({ 'people.csv': goodFiles['people.csv'].replace('Chile', 'Peru') }, {}, port)
  expect(describeReport(report).at(-1)).toBe('1 rows are new or changed.')
})

test('a dry run writes nothing, and finds across files what a real run finds', async () => {
  const { report, state } = await run({}, { dryRun: true })
  expect(isWhole(report)).toBe(true)
  expect(Object.values(state).map((map) => map.size)).toEqual([0, 0, 0, 0, 0])
  expect(describeReport(report).at(-1)).toBe('Dry run: nothing was written. 9 rows would be new or changed.')
  const broken = await run({ 'pairs.csv': `${goodFiles['pairs.csv']}J3,1,,,P9,P2\n` }, { dryRun: true })
  expect(broken.file('pairs.csv')).toMatchObject({ outcome: 'refused', problems: { byCode: { 'unknown-person': 1 } } })
  expect(broken.file('survey.csv')).toMatchObject({ outcome: 'imported' })
  expect(Object.values(broken.state).map((map) => map.size)).toEqual([0, 0, 0, 0, 0])
})

test('words that are no declared choice are in no record, no report and no message', async () => {
  const secret = 'my own secret words'
  const survey = `cohort,n,liked\n1,1,"${secret}"\nx,2,${secret}\n1,3,${secret},${secret}\n1,1,${secret}\n1,5,${secret} ${'y'.repeat(20_001)}\n`
  const problems: unknown[] = []
  const { report, state, file } = await run(
    { 'survey.csv': survey },
    { skipBadRows: true, onProblem: (problem) => problems.push(problem) },
  )
  expect(file('survey.csv')).toMatchObject({ rows: 5, skipped: 4 })
  expect([...state.responses.values()]).toHaveLength(1)
  expect(JSON.stringify([report, [...state.responses], problems, describeReport(report)])).not.toContain('secret')
})

test.each<[string, Files, string, object]>([
  [
    'an unknown role',
    { 'roles.csv': 'person,cohort,role\nP1,1,guru\n' },
    'roles.csv',
    {
      line: 2,
      column: 'role',
      code: 'unknown-role',
      message:
        'is "guru", none of mentee, mentor, expert, speaker, facilitator, organizer; correct it, or give the mapping an alias for it',
    },
  ],
  [
    'an unknown person',
    { 'roles.csv': 'person,cohort,role\nP1,1,mentor\nP8,1,mentor\n' },
    'roles.csv',
    { line: 3, code: 'unknown-person', message: expect.stringContaining('the person "P8"') },
  ],
  [
    'unknown people of a pair',
    { 'pairs.csv': 'id,cohort,words,done,mentees,mentors\nJ1,1,,,P8;P1,P9\n' },
    'pairs.csv',
    { code: 'unknown-person', message: expect.stringContaining('2 people, among them "P8", "P9"') },
  ],
  [
    'a duplicate id',
    { 'people.csv': 'id\nP1\nP2\nP3\nP1\n' },
    'people.csv',
    { line: 5, code: 'duplicate-id', message: expect.stringContaining('("P1") as line 2') },
  ],
  [
    'a duplicate respondent',
    { 'survey.csv': 'cohort,n,liked\n1,1,Calls\n2,1,Calls\n1,1,\n' },
    'survey.csv',
    { line: 4, code: 'duplicate-id', message: expect.stringContaining('as line 2') },
  ],
  [
    'a blank id',
    { 'people.csv': 'id,country\n ,Benin\n' },
    'people.csv',
    { line: 2, column: 'id', code: 'blank', message: 'is blank; fill it in' },
  ],
  [
    'a cohort in words',
    { 'roles.csv': 'person,cohort,role\nP1,first,mentor\n' },
    'roles.csv',
    { column: 'cohort', code: 'bad-cohort' },
  ],
  ['cohort 0', { 'roles.csv': 'person,cohort,role\nP1,0,mentor\n' }, 'roles.csv', { code: 'bad-cohort' }],
  [
    'a flag that is not listed',
    { 'pairs.csv': 'id,cohort,words,done,mentees,mentors\nJ1,1,,perhaps,P1,P2\n' },
    'pairs.csv',
    { column: 'done', code: 'bad-boolean' },
  ],
  [
    'a missing cell',
    { 'roles.csv': 'person,cohort,role\nP1,1\n' },
    'roles.csv',
    { line: 2, code: 'cell-count', message: expect.stringContaining('2 cells where the header has 3') },
  ],
  ['a cell too many', { 'roles.csv': 'person,cohort,role\nP1,1,mentor,\n' }, 'roles.csv', { code: 'cell-count' }],
  [
    'a country of many words',
    { 'people.csv': `id,country\nP1,${'x'.repeat(201)}\n` },
    'people.csv',
    { column: 'country', code: 'too-long' },
  ],
  [
    'bytes of another encoding',
    { 'people.csv': Buffer.from('id,country\nP1,Per\xfa\n', 'latin1') },
    'people.csv',
    { line: 2, code: 'not-utf8', message: expect.stringContaining('0xFA at offset 17') },
  ],
  ['a stray quote', { 'people.csv': 'id,country\nP1,Be"nin\n' }, 'people.csv', { line: 2, code: 'stray-quote' }],
])('%s refuses its file, and with skipBadRows only its row', async (_, files, name, problem) => {
  const refused = await run(files)
  expect(refused.file(name)).toMatchObject({
    outcome: 'refused',
    problems: { count: 1, first: [{ file: name, ...problem }] },
  })
  expect(isWhole(refused.report)).toBe(false)
  const skipped = await run(files, { skipBadRows: true })
  expect(skipped.file(name)).toMatchObject({ outcome: 'imported', skipped: 1, problems: { count: 1 } })
})

test.each<[string, string, object]>([
  [
    'an unclosed quote',
    'id,country\nP1,Benin\nP2,"Chile\nP3,Peru\n',
    {
      code: 'broken-quote',
      message: expect.stringMatching(/^people\.csv:3: the quote that opens on line 3 is never closed/),
    },
  ],
  [
    'text after a quote',
    'id,country\nP1,"Be"nin\n',
    { code: 'broken-quote', message: expect.stringMatching(/^people\.csv:2: /) },
  ],
])('%s refuses the file even with skipBadRows, since nobody knows where its rows end', async (_, people, refusal) => {
  const { file, state, report } = await run({ 'people.csv': people }, { skipBadRows: true })
  expect(file('people.csv')).toMatchObject({ outcome: 'refused', refusals: [refusal] })
  expect(state.people.size).toBe(0)
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['refused', 'not-tried', 'not-tried', 'imported'])
})

test('files before a refused one stay, and those that do not depend on it are tried', async () => {
  const { report, state } = await run({ 'roles.csv': 'person,cohort,role\nP1,1,participant\nP1,1,guru\n' })
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'imported', 'imported'])
  expect([state.people.size, state.participations.size, state.relationships.size]).toEqual([3, 0, 2])
  expect(describeReport(report).at(-1)).toBe(
    'The import is not whole. Imported: people.csv, pairs.csv, survey.csv. Correct what is named above and run it again: what is there already stays as it is.',
  )
})

test.each<[string, Files, string, object]>([
  [
    'a file that is missing',
    { 'roles.csv': null },
    'roles.csv',
    { code: 'missing-file', message: expect.stringContaining('roles.csv is not in the folder') },
  ],
  ['a file without a byte', { 'roles.csv': '' }, 'roles.csv', { code: 'empty-file' }],
  [
    'a column that is missing',
    { 'roles.csv': 'persn,cohort,role\n' },
    'roles.csv',
    {
      code: 'unknown-column',
      path: '$.files[2].fields.person.column',
      message:
        '$.files[2].fields.person.column: roles.csv has no column "person", it has "persn", "cohort", "role"; did you mean "persn"? Correct the mapping',
    },
  ],
  [
    'a question whose column is missing',
    { 'survey.csv': 'cohort,n,likes,later\n' },
    'survey.csv',
    { path: '$.files[0].items[0].column' },
  ],
  [
    'a column that is there twice',
    { 'roles.csv': 'person,cohort,role,role\n' },
    'roles.csv',
    { code: 'duplicate-column' },
  ],
  [
    'a header of another encoding',
    { 'roles.csv': Buffer.from('person,cohort,rol\xe9\n', 'latin1') },
    'roles.csv',
    { code: 'not-utf8' },
  ],
  ['a header that never ends', { 'roles.csv': 'person,cohort,"role\n' }, 'roles.csv', { code: 'broken-quote' }],
])('%s refuses the import before a row is written', async (_, files, name, refusal) => {
  const { file, state, port, report } = await run(files)
  expect(file(name)).toMatchObject({ outcome: 'refused', refusals: [refusal] })
  expect(report.files).toHaveLength(4)
  expect(state.people.size).toBe(0)
  expect(port.calls).toEqual([])
})

test('a file that is optional may be missing', async () => {
  const files = mapping.files.map((file) => (file.file === 'roles.csv' ? { ...file, optional: true } : file))
  const { file, report } = await run({ 'roles.csv': null }, { mapping: { ...mapping, files } })
  expect(file('roles.csv')).toEqual({ outcome: 'absent', file: 'roles.csv', as: 'participations' })
  expect(isWhole(report)).toBe(true)
})

test('a header without rows is a file of no rows', async () => {
  const { file } = await run({ 'roles.csv': 'person,cohort,role' })
  expect(file('roles.csv')).toMatchObject({ outcome: 'imported', rows: 0 })
})

test('a role that is said twice is one role, and a warning', async () => {
  const { file, state } = await run({ 'roles.csv': 'person,cohort,role\nP1,1,mentor\nP1,1,mentor\n' })
  expect(file('roles.csv')).toMatchObject({
    outcome: 'imported',
    inserted: 1,
    unchanged: 1,
    warnings: [{ code: 'said-twice', count: 1, examples: ['line 3'] }],
  })
  expect(state.participations.size).toBe(1)
})

test('odd pairs are imported with a warning', async () => {
  const pairs = 'id,cohort,words,done,mentees,mentors\nJ1,1,,,P1;P1;P2,P2\nJ2,1,,,,P2\nJ3,1,,,P1,\n'
  const { file, state } = await run({ 'pairs.csv': pairs })
  expect(file('pairs.csv')).toMatchObject({
    outcome: 'imported',
    warnings: [
      { code: 'listed-twice', count: 1, examples: ['P1 in J1'] },
      { code: 'person-on-both-sides', count: 1, examples: ['P2 in J1'] },
      { code: 'relationship-without-mentee', count: 1, examples: ['J2'] },
      { code: 'relationship-without-mentor', count: 1, examples: ['J3'] },
    ],
  })
  expect(state.relationships.get('J1')?.participants).toHaveLength(3)
})

test('all problems are counted and passed on in order, the first twenty are kept', async () => {
  const rows = Array.from({ length: 2500 }, (_, index) =>
    index % 5 === 0 ? 'P9,1,mentor' : index % 5 === 1 ? `P1,0,mentor` : `P1,${index},mentor`,
  )
  const lines: number[] = []
  const { file } = await run(
    { 'roles.csv': `person,cohort,role\n${rows.join('\n')}\n` },
    { onProblem: ({ line }) => lines.push(line) },
  )
  expect(file('roles.csv')).toMatchObject({
    outcome: 'refused',
    problems: { count: 1000, byCode: { 'unknown-person': 500, 'bad-cohort': 500 } },
  })
  expect(lines).toHaveLength(1000)
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
  const report = file('roles.csv')
  expect(report.outcome === 'refused' && report.problems.first.map(({ line }) => line)).toEqual(lines.slice(0, 20))
})

test('stopped half-way, a file leaves nothing and the ones before it stay', async () => {
  const controller = new AbortController()
  let read = 0
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `P1,${(index % 9000) + 1},${index < 9000 ? 'mentor' : index < 18_000 ? 'expert' : 'speaker'}`,
  )
  const { report, state } = await run(
    { 'roles.csv': `person,cohort,role\n${rows.join('\n')}\n` },
    {
      signal: controller.signal,
      onProgress: ({ file, rows }) => {
        read = rows
        if (file === 'roles.csv' && rows > 5000) controller.abort()
      },
    },
  )
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['imported', 'stopped', 'stopped', 'stopped'])
  expect(read).toBeLessThan(15_000)
  expect([state.people.size, state.participations.size]).toEqual([3, 0])
})

test('an error of the store is not swallowed, and leaves nothing of its file', async () => {
  const port = memoryPort()
  const failing: typeof port = {
    ...port,
    transaction: (work) =>
      port.transaction((writer) =>
        work({ ...writer, participations: () => Promise.reject(new Error('the disk is full')) }),
      ),
  }
  await expect(run({}, {}, failing)).rejects.toThrow('the disk is full')
  expect([port.state.people.size, port.state.participations.size]).toEqual([3, 0])
})

test('progress ends at all bytes of all files', async () => {
  const progress: Progress[] = []
  await run({}, { onProgress: (each) => progress.push(each) })
  const total = Object.values(goodFiles).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  expect(progress.at(-1)).toEqual({ file: 'survey.csv', rows: 2, bytes: total, totalBytes: total })
  expect(progress.map(({ bytes }) => bytes)).toEqual(progress.map(({ bytes }) => bytes).sort((a, b) => a - b))
})
