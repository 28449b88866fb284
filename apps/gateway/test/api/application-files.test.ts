import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker

const questions = [
  { key: 'subject', label: 'Subject', askedOf: ['MENTEE'], required: true, answer: { text: { charactersMax: 60 } } },
  {
    key: 'hours',
    label: 'Hours',
    askedOf: ['MENTEE', 'MENTOR'],
    required: false,
    answer: { number: { least: 1, most: 20 } },
  },
  {
    key: 'mode',
    label: 'Mode',
    askedOf: ['MENTEE'],
    required: false,
    answer: {
      choice: {
        options: [
          { code: 'online', label: 'Online' },
          { code: 'room', label: 'Room' },
        ],
        choicesMax: 2,
      },
    },
  },
]
const header =
  'external_id,person,role,cohort,applied_on,waits_until,withdrawn_on,answer:subject,answer:hours,answer:mode'
const importing = `mutation ($p: ID!, $csv: String!, $dry: Boolean!, $key: String) { importApplications(programme: $p, csv: $csv, dryRun: $dry, idempotencyKey: $key) {
  __typename ... on ApplicationImport { rows added unchanged problemCount problems { line column code reason } } ... on Refusal { code } } }`

async function imported(
  p: string,
  rows: readonly string[],
  { dry = false, key = undefined as string | undefined, asker = coordinator } = {},
) {
  const answer = await asker.ask(importing, { p, csv: [header, ...rows].join('\r\n'), dry, key })
  expect(answer.data?.importApplications, JSON.stringify(answer)).toBeDefined()
  return answer.data.importApplications
}
const count = async (key: string) =>
  (
    await coordinator.ask(
      'query ($key: String!) { programme(key: $key) { applications(first: 100) { nodes { externalId status person { externalId } } } } }',
      { key },
    )
  ).data.programme.applications.nodes
const exported = async (key: string, asker = coordinator) =>
  asker.ask('query ($key: String!) { programme(key: $key) { applicationsCsv } }', { key })

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  for (const externalId of ['P1', 'P2', 'P3', '=P4'])
    await gateway.person('north', { externalId, name: `=Test ${externalId}` })
  await gateway.person('south', { externalId: 'S1', name: 'Test S1' })
})

async function programme(key: string) {
  const id = await programmeOf(coordinator, key)
  await coordinator.ask(
    'mutation ($p: ID!, $q: [ApplicationQuestionInput!]!) { defineQuestions(programme: $p, questions: $q, from: "2026-01-01") { __typename } }',
    { p: id, q: questions },
  )
  await coordinator.ask('mutation ($p: ID!) { openCohort(programme: $p, label: "1") { __typename } }', { p: id })
  return id
}

describe('an import of applications', () => {
  test('stores nothing in a dry run, all rows otherwise, and changes nothing when it is sent again', async () => {
    const p = await programme('files')
    const rows = [
      'A1,P1,mentee,1,2026-02-01,2026-06-30,,"Maths, ""applied""",4,online;room',
      'A2,P2,mentor,,2026-02-02,,,,12,',
      'A3,P3,mentee,,2026-02-03,,2026-02-10,Music,,',
    ]
    expect(await imported(p, rows, { dry: true })).toMatchObject({ rows: 3, added: 3, unchanged: 0, problemCount: 0 })
    expect(await count('files')).toEqual([])
    const key = randomUUID()
    expect(await imported(p, rows, { key })).toMatchObject({ rows: 3, added: 3, unchanged: 0 })
    expect(await imported(p, rows, { key })).toMatchObject({ added: 3, unchanged: 0 })
    expect(await imported(p, rows)).toMatchObject({ added: 0, unchanged: 3 })
    expect(await count('files')).toEqual([
      { externalId: 'A1', status: 'WAITING', person: { externalId: 'P1' } },
      { externalId: 'A2', status: 'WAITING', person: { externalId: 'P2' } },
      { externalId: 'A3', status: 'WITHDRAWN', person: { externalId: 'P3' } },
    ])
  })

  test('tells every problem by line and column, and stores nothing where there is one', async () => {
    const p = await programme('problems')
    const answer = await imported(p, [
      'B1,P1,mentee,,2026-02-01,,,Maths,,',
      'B1,P1,mentee,,2026-02-01,,,Maths,,',
      'B2,nobody,mentee,,2026-02-01,,,Maths,,',
      'B3,S1,mentee,,2026-02-01,,,Maths,,',
      'B4,P2,mentee,7,2026-02-01,,,Maths,,',
      'B5,P2,mentee,,2026-02-30,,,Maths,,',
      'B6,P2,mentee,,2026-12-01,,,Maths,,',
      'B7,P2,mentee,,2025-12-31,,,Maths,,',
      'B8,P2,mentee,,2026-02-01,,,,4,',
      'B9,P2,mentee,,2026-02-01,,,Maths,four,',
      'B10,P2,mentee,,2026-02-01,,,Maths,21,',
      'B11,P2,boss,,2026-02-01,,,Maths,,',
      'B12,P2,mentee,,2026-02-01,2026-01-01,,Maths,,',
      'B13,,mentee,,2026-02-01,,,Maths,,',
      'B14,P2,mentee,,2026-02-01',
      'B15,P1,mentee,,2026-02-05,,,Maths,,',
      'B16,P3,mentee,,2026-02-05,,,Ma"ths,,',
    ])
    expect(
      answer.problems.map(({ line, column, code }: { line: number; column: string; code: string }) => [
        line,
        column,
        code,
      ]),
    ).toEqual([
      [3, 'external_id', 'external-id-twice'],
      [4, 'person', 'unknown-person'],
      [5, 'person', 'unknown-person'],
      [6, 'cohort', 'unknown-cohort'],
      [7, 'applied_on', 'date-not-iso'],
      [8, 'applied_on', 'day-in-the-future'],
      [9, 'applied_on', 'no-questions'],
      [10, null, 'answer-missing'],
      [11, 'answer:hours', 'answer-not-usable'],
      [12, 'answer:hours', 'answer-not-usable'],
      [13, 'role', expect.any(String)],
      [14, 'waits_until', 'date-goes-back'],
      [15, 'person', 'blank'],
      [16, null, 'cell-count'],
      [17, 'person', 'applied-before'],
      [18, null, 'stray-quote'],
    ])
    expect(answer).toMatchObject({ added: 0, unchanged: 0, problemCount: 16 })
    expect(await count('problems')).toEqual([])
  })

  test('refuses columns that are missing, unknown or there twice, and a file without any', async () => {
    const p = await programme('columns')
    const raw = async (csv: string) =>
      (await coordinator.ask(importing, { p, csv, dry: false })).data.importApplications.problems
    expect(await raw('external_id,person,role,role,notes')).toMatchObject([
      { line: 1, column: 'applied_on', code: 'column-missing' },
      { line: 1, column: 'role', code: 'duplicate-column' },
      { line: 1, column: 'notes', code: 'unknown-column' },
    ])
    expect(await raw('')).toMatchObject([{ line: 1, code: 'empty-file' }])
    expect(await raw(`${header}\n"never closed`)).toMatchObject([{ line: 2, code: 'broken-quote' }])
  })

  test('takes a known external id with other content for a problem, and names the first hundred of many', async () => {
    const p = await programme('changed')
    await imported(p, ['C1,P1,mentee,,2026-02-01,,,Maths,,'])
    expect((await imported(p, ['C1,P1,mentee,,2026-02-01,,,Music,,'])).problems).toMatchObject([
      { line: 2, column: 'external_id', code: 'changed-since' },
    ])
    const many = await imported(
      p,
      Array.from({ length: 150 }, (_, index) => `D${index},nobody,mentee,,2026-02-01,,,Maths,,`),
    )
    expect(many.problems).toHaveLength(100)
    expect(many.problemCount).toBe(150)
  })

  test('is for coordinators of the institution', async () => {
    const p = await programme('closed')
    const southern = await gateway.signIn('coordinator', 'south')
    expect((await imported(p, [], { asker: southern })).code).toBe('not-found')
    for (const role of ['participant', 'administrator', 'data-steward', 'analyst'] as const) {
      const asker = await gateway.signIn(role)
      expect((await asker.ask(importing, { p, csv: header, dry: true })).errors?.[0]?.extensions?.code, role).toBe(
        'FORBIDDEN',
      )
      expect((await exported('closed', asker)).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
    }
    expect((await exported('closed', southern)).data.programme).toBeNull()
    expect(
      (await coordinator.ask(importing, { p: globalId('Programme', 'north', randomUUID()), csv: header, dry: true }))
        .data.importApplications.code,
    ).toBe('not-found')
  })
})

describe('the export', () => {
  test('guards cells that a spreadsheet would run, and is read back as it was', async () => {
    const p = await programme('export')
    await imported(p, [
      'E1,=P4,mentee,1,2026-02-01,2026-06-30,,"=HYPERLINK(""x""),y",4,online;room',
      'E2,P2,mentor,,2026-02-02,,,,12,',
    ])
    const { data } = await exported('export')
    const text = data.programme.applicationsCsv as string
    const [first, second, third] = text.split('\r\n')
    expect(first).toBe(
      `external_id,person,role,applied_on,cohort,waits_until,withdrawn_on,answer:subject,answer:hours,answer:mode,id,name,status`,
    )
    expect(second).toMatch(
      /^E1,'=P4,mentee,2026-02-01,1,2026-06-30,,"'=HYPERLINK\(""x""\),y",4,online;room,[0-9a-f-]{36},'=Test =P4,waiting$/,
    )
    expect(third).toMatch(/^E2,P2,mentor,2026-02-02,,,,,12,,[0-9a-f-]{36},'=Test P2,waiting$/)
    const again = await coordinator.ask(importing, { p, csv: text, dry: false })
    expect(again.data.importApplications).toMatchObject({ rows: 2, added: 0, unchanged: 2, problemCount: 0 })
    const elsewhere = await programme('export-elsewhere')
    const moved = await coordinator.ask(importing, { p: elsewhere, csv: text, dry: false })
    expect(moved.data.importApplications).toMatchObject({ added: 2, problemCount: 0 })
    const strip = (csv: string) => csv.replace(/[0-9a-f-]{36}/g, 'ID')
    expect(strip((await exported('export-elsewhere')).data.programme.applicationsCsv)).toBe(strip(text))
  })
})
