import { randomUUID } from 'node:crypto'
import type { DescriptorCode } from '@mentoring-commons/ukpsf'
import type { Workflow } from '@mentoring-commons/ukpsf/review'
import { beforeAll, expect, test } from 'vitest'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { claim, claimSubmission } from '../../src/modules/ukpsf/claim/table.ts'
import { fellowship } from '../../src/modules/ukpsf/fellowship/table.ts'
import { review } from '../../src/modules/ukpsf/review/table.ts'
import { reviewWorkflow } from '../../src/modules/ukpsf/workflow/table.ts'
import { work } from '../../src/operator/work.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
const north = institutionIdOf('north')

const counts = /* GraphQL */ `
  query ($year: String!) {
    annualCounts(year: $year) {
      ... on AnnualCounts { year policy counts { descriptor route outcome value suppressed } csv codebook }
      ... on Refusal { code }
    }
  }
`
const ask = async (who: Asker, year = '2025/26') => (await who.ask(counts, { year })).data.annualCounts

async function submitted(descriptor: string, status: 'awarded' | 'submitted' | 'draft', at: readonly string[]) {
  const [personId, id] = [await gateway.person('north'), randomUUID()]
  const own = { institutionId: north, claimId: id }
  await gateway.database.within(north, 'write', async (tx) => {
    await tx.insert(claim).values({
      ...{ institutionId: north, id, personId, descriptor: descriptor as DescriptorCode, status, version: 1 },
      startedAt: '2025-01-01T00:00:00Z',
    })
    for (const [index, submittedAt] of at.entries())
      await tx
        .insert(claimSubmission)
        .values({ ...own, number: index + 1, hash: 'h', content: {} as never, submittedAt })
    if (at.length > 0)
      await tx
        .insert(review)
        .values({ ...own, workflowKey: 'scheme', stage: 'checking' as never, state: {} as never, version: 1 })
  })
}

beforeAll(async () => {
  gateway = await testGateway()
  await gateway.database.within(north, 'write', (tx) =>
    tx.insert(reviewWorkflow).values({
      ...{ institutionId: north, key: 'scheme', title: 'Scheme', definition: {} as Workflow },
      ...{ definedBy: randomUUID(), definedAt: '2025-01-01T00:00:00Z' },
    }),
  )
  for (let n = 0; n < 3; n += 1) await submitted('psf-2023:D2', 'awarded', ['2025-09-01T00:00:00Z'])
  await submitted('psf-2023:D2', 'submitted', ['2025-07-31T23:59:59Z', '2025-08-01T00:00:00Z'])
  await submitted('psf-2023:D2', 'submitted', ['2025-07-31T23:59:59Z'])
  await submitted('psf-2023:D3', 'draft', [])
  const personId = await gateway.person('north')
  await gateway.database.within(north, 'write', (tx) =>
    tx.insert(fellowship).values({
      ...{ institutionId: north, id: randomUUID(), personId, descriptor: 'psf-2023:D1', category: 'associate' },
      awardedOn: '2026-07-31',
    }),
  )
})

test('a coordinator counts by descriptor, route and outcome, in the year of the last submission', async () => {
  const { counts: all, csv, codebook } = await ask(await gateway.signIn('coordinator'))
  const whole = all.filter((one: { descriptor: string | null; route: string | null }) => one.descriptor && one.route)
  expect(whole.map(({ suppressed: _, ...one }: { suppressed: null }) => one)).toEqual(
    expect.arrayContaining([
      { descriptor: 'psf-2023:D2', route: 'scheme', outcome: 'awarded', value: 3 },
      { descriptor: 'psf-2023:D2', route: 'scheme', outcome: 'pending', value: 1 },
      { descriptor: 'psf-2023:D1', route: 'recorded-elsewhere', outcome: 'awarded', value: 1 },
    ]),
  )
  expect(whole).toHaveLength(3)
  expect(all[0]).toMatchObject({ descriptor: null, route: null, outcome: null, value: 5 })
  expect(csv.split('\r\n')[0]).toContain('by_descriptor,by_route,by_outcome,value,status')
  expect(codebook).toContain('by_outcome')
  expect((await ask(await gateway.signIn('coordinator'), '2024/25')).counts[0].value).toBe(1)
})

test('an analyst reads disclosed counts, a participant none, another institution its own, and a wrong year is refused', async () => {
  const analyst = await gateway.signIn('analyst')
  const { policy, counts: shown } = await ask(analyst)
  expect(policy).toBe('hesa')
  for (const { value, suppressed } of shown) expect(value === null ? suppressed !== null : value % 5 === 0).toBe(true)
  expect((await ask(analyst, '2025')).code).toBeDefined()
  const participant = await gateway.signIn('participant')
  expect((await participant.ask(counts, { year: '2025/26' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  const southern = await ask(await gateway.signIn('coordinator', 'south'))
  expect(southern.counts.every(({ value }: { value: number }) => value === 0)).toBe(true)
})

test('the operator writes them as files, and takes in contracts', async () => {
  const told: unknown[] = []
  const shop = { database: gateway.database, now: () => gateway.clock.now, newId: randomUUID, development: undefined }
  const run = (request: Parameters<typeof work>[1]) =>
    work(shop, request, (event) => told.push(event), new AbortController().signal)
  expect(await run({ command: 'annual', year: '2025/26', as: 'coordinator', institution: 'north' })).toBe(0)
  expect(told).toMatchObject([
    { kind: 'file', name: 'annual-2025-26.csv' },
    { kind: 'file', name: 'codebook.csv' },
  ])
  expect(await run({ command: 'annual', year: '2025/26', as: 'participant', institution: 'north' })).toBe(1)
  expect(await run({ command: 'annual', year: '2025/26', as: 'analyst' })).toBe(1)
  expect(
    await run({ command: 'employment', file: '/nowhere.csv', asOf: '2026-01-31', dryRun: true, institution: 'north' }),
  ).toBe(1)
})
