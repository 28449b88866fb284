import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { episodesOf, retentionRows } from '../../src/modules/evaluation/employment/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let steward: Asker
let coordinator: Asker
let analyst: Asker
const north = institutionIdOf('north')

const header = 'contract_id,person,starts_on,ends_on,reason,terms,grade,department'
const fileOf = (...rows: readonly string[]) => [header, ...rows].join('\r\n')
const sending = /* GraphQL */ `
  mutation ($csv: String!, $asOf: Day!, $dryRun: Boolean!, $key: String) {
    importEmployment(csv: $csv, asOf: $asOf, dryRun: $dryRun, idempotencyKey: $key) {
      ... on EmploymentImport { asOf rows added changed unchanged problemCount problems { line column code reason } }
      ... on Refusal { code message path }
    }
  }
`
const send = async (csv: string, more: { asOf?: string; dryRun?: boolean; key?: string } = {}, who = steward) =>
  who.ask(sending, { csv, asOf: '2026-02-28', dryRun: false, ...more })
const told = async (csv: string, more: { asOf?: string; dryRun?: boolean; key?: string } = {}) =>
  (await send(csv, more)).data.importEmployment

beforeAll(async () => {
  gateway = await testGateway()
  steward = await gateway.signIn('data-steward')
  coordinator = await gateway.signIn('coordinator')
  analyst = await gateway.signIn('analyst')
  for (let n = 1; n <= 40; n += 1) await gateway.person('north', { externalId: `E${n}` })
  await gateway.person('south', { externalId: 'E1' })
})

const whole = fileOf(
  // Fixed-term contracts that are renewed after twelve days, and an internal move: one employment.
  'c1,E1,2022-09-01,2023-08-31,3,2,G6,hist',
  'c2,E1,2023-09-13,2024-03-31,01,2,G7,hist',
  'c3,E1,2024-04-01,,,1,G7,art',
  'c4,E2,2022-09-01,2024-01-15,6,1,G7,hist',
  ...Array.from({ length: 38 }, (_, n) => `d${n},E${n + 3},2021-10-01,,,open-ended,G7,art`),
)

describe('a file of contracts', () => {
  test('a dry run tells what is wrong, row by row, and keeps nothing', async () => {
    const wrong = fileOf(
      'a1,E1,2024-09-01,2024-08-31,3,2,,',
      'a2,E1,2026-09-01,,,1,,',
      'a3,E1,2024-09-01,2027-08-31,3,2,,',
      'a4,E999,2024-09-01,,,1,,',
      'a5,E3,2024-13-01,,,1,,',
      'a6,E3,2024-09-01,,6,1,,',
      'a7,E3,2024-09-01,2025-01-01,11,7,,',
      'a8,E4,2024-09-01,2025-01-01,6,1,,',
      'a8,E5,2024-09-01,2025-01-01,6,1,,',
      'a9,E4,2024-12-31,,,1,,',
      ',E4,,,,,,',
      'short,E4',
    )
    const answer = await told(wrong, { dryRun: true })
    const codes = answer.problems.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`)
    expect(codes).toEqual([
      '2 duration-negative',
      '3 day-in-future',
      '4 day-in-future',
      '5 person-unknown',
      '6 day-wrong',
      '7 reason-without-end',
      '8 terms-unknown',
      '8 reason-unknown',
      '10 contract-twice',
      '11 spells-overlap',
      '12 blank',
      '12 blank',
      '12 blank',
      '13 cell-count',
    ])
    expect(answer).toMatchObject({ rows: 12, added: 0, problemCount: 14 })
    expect((await told(whole, { dryRun: true })).added).toBe(42)
    expect(
      (await told('contract_id,person,starts_on,terms,name\r\n')).problems.map(({ code }: { code: string }) => code),
    ).toEqual(['column-unknown'])
    expect((await told('')).problems[0].code).toBe('empty-file')
    expect(await gateway.database.within(north, 'read', (tx) => episodesOf(tx, north))).toEqual([])
  })

  test('one bad row keeps all of the file out', async () => {
    expect(await told(`${whole}\r\nbad,E999,2024-09-01,,,1,,`)).toMatchObject({ added: 0, problemCount: 1 })
    expect(await gateway.database.within(north, 'read', (tx) => episodesOf(tx, north))).toEqual([])
  })

  test('it is taken in once, and sent again changes nothing', async () => {
    expect(await told(whole, { key: 'contracts-1' })).toMatchObject({
      rows: 42,
      added: 42,
      changed: 0,
      problemCount: 0,
    })
    expect(await told(whole, { key: 'contracts-1' })).toMatchObject({ added: 42 })
    expect(await told(whole)).toMatchObject({ added: 0, changed: 0, unchanged: 42 })
    expect(
      (await send(fileOf('c1,E1,2022-09-01,2023-08-30,3,2,G6,hist'), { key: 'contracts-1' })).data.importEmployment
        .code,
    ).toBe('idempotency-key-reused')
    expect(await told(fileOf('c4,E2,2022-09-01,2024-01-15,6,1,G8,hist'))).toMatchObject({ added: 0, changed: 1 })
    expect(await told(fileOf('c9,E1,2023-10-01,2023-10-31,3,2,,'))).toMatchObject({ problemCount: 1, added: 0 })
  })

  test('a day after today, and one before what is known, are refused', async () => {
    expect((await told(whole, { asOf: '2026-03-03' })).code).toBe('day-in-future')
    expect((await told(whole, { asOf: '2026-02-27' })).code).toBe('older-than-known')
  })

  test('a renewal and an internal move are no departure', async () => {
    const episodes = await gateway.database.within(north, 'read', (tx) => episodesOf(tx, north))
    const ends = episodes
      .filter(({ start }) => start === '2022-09-01')
      .map(({ end, spells }) => [end.kind, spells.length])
    expect(ends.sort()).toEqual([
      ['departure', 1],
      ['running', 3],
    ])
  })
})

describe('who may see contracts', () => {
  const spells = '{ employmentSpells { edges { node { contractId payGrade person { id } } } } }'

  test('a data steward reads rows; nobody else does, an analyst who is one neither', async () => {
    expect((await steward.ask(spells)).data.employmentSpells.edges).toHaveLength(20)
    const both = await gateway.signIn(['data-steward', 'analyst'])
    const administrator = await gateway.signIn('administrator')
    for (const who of [coordinator, analyst, administrator, both, await gateway.signIn('participant')])
      expect((await who.ask(spells)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await gateway.ask(spells)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    for (const who of [coordinator, analyst, administrator])
      expect((await send(whole, {}, who)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('another institution sees none, and its ids name nothing here', async () => {
    const southern = await gateway.signIn('data-steward', 'south')
    expect((await southern.ask(spells)).data.employmentSpells.edges).toEqual([])
    const [row] = await gateway.database.within(north, 'read', (tx) =>
      rowsOf<{ id: string }>(tx, sql`select id from commons.employment_spell limit 1`),
    )
    const remove =
      'mutation ($spell: ID!) { removeEmploymentSpell(spell: $spell) { ... on Refusal { code } ... on MutationRemoveEmploymentSpellSuccess { data } } }'
    const spell = globalId('EmploymentSpell', 'north', row?.id ?? '')
    expect((await southern.ask(remove, { spell })).data.removeEmploymentSpell.code).toBe('not-found')
    expect((await coordinator.ask(`{ node(id: "${spell}") { id } }`)).errors).toHaveLength(1)
    expect((await southern.ask(`{ node(id: "${spell}") { id } }`)).data.node).toBeNull()
  })

  test('an import is not changed or taken back by the application', async () => {
    for (const statement of [
      "update commons.employment_import set as_of = '2020-01-01'",
      'delete from commons.employment_import',
    ])
      await expect(gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement)))).rejects.toSatisfy(
        (error) => sqlStateOf(error) === '42501',
      )
  })
})

describe('retention', () => {
  const retention = /* GraphQL */ `
    query ($year: String!, $years: Int!, $by: RetentionSplit) {
      retention(year: $year, years: $years, by: $by) {
        ... on Retention { from to policy cannotSay figures { indicator group value suppressed n unit } }
        ... on Refusal { code message }
      }
    }
  `
  const ask = async (who: Asker, year: string, years = 1, by: string | null = null) =>
    (await who.ask(retention, { year, years, by })).data.retention

  test('rows say who stayed, of whoever was there on the first day', async () => {
    const rows = await gateway.database.within(north, 'read', (tx) =>
      retentionRows(tx, north, { from: '2023-08-01', to: '2024-07-31' }),
    )
    expect(rows.rows).toHaveLength(40)
    expect(rows.rows.filter(({ stayed }) => stayed === false).map(({ exit, grade }) => [exit, grade])).toEqual([
      ['resignation', 'G8'],
    ])
  })

  test('a coordinator reads exact figures, an analyst rounded ones, and both what they cannot say', async () => {
    const exact = await ask(coordinator, '2023/24')
    expect(exact).toMatchObject({ from: '2023-08-01', to: '2024-07-31', policy: 'exact' })
    expect(exact.cannotSay).toContain('voluntary')
    expect(exact.figures[0]).toMatchObject({ indicator: 'employment.employed', value: 40 })
    const disclosed = await ask(analyst, '2023/24', 1, 'UNIT')
    expect(disclosed.policy).toBe('hesa')
    for (const { value, suppressed, indicator } of disclosed.figures) {
      if (indicator === 'employment.employed' && value !== null) expect(value % 5).toBe(0)
      expect(value === null).toBe(suppressed !== null)
    }
    // One of forty left: the share would tell how many.
    expect(
      disclosed.figures.find(
        (one: { indicator: string; group: string | null }) =>
          one.indicator === 'employment.stayed' && one.group === null,
      ).value,
    ).toBeNull()
    expect(
      (await gateway.signIn('participant').then((who) => who.ask(retention, { year: '2023/24', years: 1 }))).errors,
    ).toHaveLength(1)
  })

  test('a window that is not known yet, and years that are none, are refused', async () => {
    expect((await ask(coordinator, '2025/26')).code).toBe('not-known-yet')
    expect((await ask(coordinator, '2023/24', 11)).code).toBe('years-wrong')
    expect((await ask(coordinator, '2023/25')).code).toBeDefined()
    const southern = await gateway.signIn('coordinator', 'south')
    expect((await ask(southern, '2023/24')).code).toBe('not-known-yet')
  })
})
