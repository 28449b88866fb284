import { randomUUID } from 'node:crypto'
import { models } from '@mentoring-commons/action-research'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/errors.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'
import { advance, participant } from '../harness/inquiries.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let ana: Asker

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  ana = await participant(gateway, 'Test Author Ana')
})

const list = `query ($all: Boolean! = false) { actionResearchModels(everyVersion: $all) {
  key version title authors year initial phases { key title facets } arrows { from to } source certainty } }`
const define = `mutation ($key: String!, $model: ActionResearchModelInput!, $idempotency: String) {
  defineInquiryModel(key: $key, model: $model, idempotencyKey: $idempotency) {
    __typename ... on ActionResearchModel { key version title certainty phases { key facets } arrows { from to } } ... on Refusal { code message path }
  }
}`
const begin = `mutation ($model: String!) { beginInquiry(question: "How?", values: ["trust"], on: "2025-09-01", model: $model) {
  __typename ... on Inquiry { id facets model { key title } } ... on Refusal { code message path } } }`
const model = {
  title: 'Walks',
  authors: ['Test Centre'],
  phases: [
    { key: 'look', title: 'Look', facets: ['PLAN', 'OBSERVE'] },
    { key: 'go', title: 'Go', facets: ['ACT', 'REFLECT', 'LEARN'] },
  ],
  initial: 'look',
  arrows: [
    { from: 'look', to: 'go' },
    { from: 'go', to: 'look' },
  ],
  source: 'Our own, of a test',
  certainty: 'OWN_ANALYSIS',
}
const defining = async (key: string, change: object = {}, more: object = {}) =>
  (await coordinator.ask(define, { key, model: { ...model, ...change }, ...more })).data.defineInquiryModel
const keys = async (asker: Asker, all = false) =>
  (await asker.ask(list, { all })).data.actionResearchModels.map(({ key }: { key: string }) => key)

test('all published models are listed with source and certainty', async () => {
  const found = (await ana.ask(list)).data.actionResearchModels
  expect(found.map(({ key }: { key: string }) => key)).toEqual(models.map(({ id }) => id))
  expect(found).toHaveLength(8)
  for (const { source, certainty, version } of found) {
    expect(source.length).toBeGreaterThan(10)
    expect(['TWO_OR_MORE_SOURCES', 'ONE_SOURCE', 'OWN_ANALYSIS', 'FROM_MEMORY']).toContain(certainty)
    expect(version).toBeNull()
  }
  for (const { id } of models)
    expect((await ana.ask(begin, { model: id })).data.beginInquiry).toMatchObject({ model: { key: id } })
})

test('an institution defines its own, version by version, and an inquiry stays on the one it was begun on', async () => {
  expect(await defining('walks')).toMatchObject({ key: 'walks@1', version: 1, title: 'Walks' })
  const first = (await ana.ask(begin, { model: 'walks' })).data.beginInquiry
  expect(first).toMatchObject({ facets: ['PLAN', 'ACT', 'OBSERVE', 'REFLECT'], model: { key: 'walks@1' } })

  // The very same again is no new version; what is different is.
  expect(await defining('walks')).toMatchObject({ key: 'walks@1' })
  const diagnose = { key: 'wait', title: 'Wait', facets: ['DIAGNOSE'] }
  const second = {
    title: 'Longer walks',
    phases: [...model.phases, diagnose],
    arrows: [...model.arrows, { from: 'go', to: 'wait' }, { from: 'wait', to: 'look' }],
  }
  expect(await defining('walks', second)).toMatchObject({ key: 'walks@2', version: 2 })
  expect((await ana.ask(begin, { model: 'walks' })).data.beginInquiry).toMatchObject({
    facets: ['DIAGNOSE', 'PLAN', 'ACT', 'OBSERVE', 'REFLECT'],
    model: { key: 'walks@2', title: 'Longer walks' },
  })
  expect((await ana.ask(begin, { model: 'walks@1' })).data.beginInquiry).toMatchObject({ model: { key: 'walks@1' } })
  const again = 'query ($id: ID!) { node(id: $id) { ... on Inquiry { facets model { key title } } } }'
  expect((await ana.ask(again, { id: first.id })).data.node).toEqual({
    facets: ['PLAN', 'ACT', 'OBSERVE', 'REFLECT'],
    model: { key: 'walks@1', title: 'Walks' },
  })
  const move = { beginFacet: { cycle: 'c1', facet: 'DIAGNOSE', on: '2025-09-02' } }
  await ana.ask(advance, {
    inquiry: first.id,
    command: { beginCycle: { cycle: 'c1', on: '2025-09-01' } },
    version: 1,
  })
  expect((await ana.ask(advance, { inquiry: first.id, command: move, version: 2 })).data.advanceInquiry).toMatchObject({
    code: 'facet-not-in-model',
  })
  expect((await keys(ana)).slice(8)).toEqual(['walks@2'])
  expect((await keys(ana, true)).slice(8)).toEqual(['walks@1', 'walks@2'])
})

test('a faulty one is refused with its place, and an unknown one with those that there are', async () => {
  const faults: readonly [object, string][] = [
    [{ initial: 'fly' }, 'initial'],
    [{ phases: model.phases.slice(0, 1), arrows: [] }, 'phases'],
    [{ arrows: [...model.arrows, { from: 'look', to: 'fly' }] }, 'transitions[2]'],
    [{ arrows: model.arrows.slice(0, 1) }, 'transitions'],
    [{ authors: [] }, 'authors'],
    [{ source: ' ' }, 'source'],
  ]
  for (const [change, path] of faults)
    expect(await defining('faulty', change)).toMatchObject({ code: 'faulty-model', path })
  for (const key of ['Walks', 'a b', 'walks@3', '', 'x'.repeat(61), '-a'])
    expect(await defining(key)).toMatchObject({ code: 'model-key', path: 'key' })
  expect(await defining('lewin')).toMatchObject({ code: 'model-key-taken', path: 'key' })
  expect(await defining('long', { title: 'x'.repeat(100_001) })).toMatchObject({ code: 'text-too-long' })
  expect(await defining('null', { title: 'x\u0000' })).toMatchObject({ code: 'character-not-storable' })
  expect(await keys(ana, true)).not.toContain('faulty@1')
  expect((await ana.ask(begin, { model: 'walks@9' })).data.beginInquiry).toMatchObject({
    code: 'unknown-model',
    path: 'model',
    message: expect.stringContaining('kemmis-mctaggart'),
  })
})

test('the same key twice is one version, and of two at once each has its own or is told', async () => {
  const idempotency = randomUUID()
  const twice = [await defining('keyed', {}, { idempotency }), await defining('keyed', {}, { idempotency })]
  expect(twice.map(({ key }) => key)).toEqual(['keyed@1', 'keyed@1'])
  const both = await Promise.all([defining('raced', { title: 'One' }), defining('raced', { title: 'Other' })])
  const versions = both.flatMap(({ key }) => key ?? [])
  expect(new Set(versions).size).toBe(versions.length)
  for (const { code } of both) expect([undefined, 'stale-version']).toContain(code)
})

test('is for those who run programmes, is of one institution, and is never rewritten', async () => {
  for (const role of ['participant', 'assessor', 'analyst', 'data-steward'] as const) {
    const asker = await gateway.signIn(role, 'north', await gateway.person('north'))
    expect((await asker.ask(define, { key: 'mine', model })).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
  }
  expect((await gateway.ask(define, { key: 'mine', model })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  const southern = await participant(gateway, 'Southern', 'south')
  expect(await keys(southern, true)).toHaveLength(8)
  expect((await southern.ask(begin, { model: 'walks' })).data.beginInquiry).toMatchObject({ code: 'unknown-model' })
  for (const statement of ["update commons.inquiry_model set key = 'x'", 'delete from commons.inquiry_model'])
    await expect(
      gateway.database.within(institutionIdOf('north'), 'write', (tx) => tx.execute(sql.raw(statement))),
    ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
})
