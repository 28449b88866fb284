import { theoryAndPractice } from '@mentoring-commons/award'
import { beforeAll, describe, expect, test } from 'vitest'
import { enrol, loadScheme, syntheticScheme, workflow } from '../harness/awards.ts'
import { act, advance, answeredSurvey, begin, find, recommend } from '../harness/baseline.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let southern: Asker

const fields = `__typename ... on AwardScheme { id key title version versions { version validTo missingOutcomes { group sentence } stillToDecide { field question } outcomes { code loaded } workflow } }
  ... on Refusal { code message path }`
const adopt = `mutation ($key: String!, $idempotencyKey: String) { adoptAwardScheme(key: $key, idempotencyKey: $idempotencyKey) { ${fields} } }`
const decide = `mutation ($scheme: ID!, $version: String!, $workflow: JSON!, $expected: Int!) {
  decideAwardWorkflow(scheme: $scheme, version: $version, workflow: $workflow, expectedVersion: $expected) { ${fields} } }`
const load = `mutation ($scheme: ID!, $version: String!, $outcomes: [AwardOutcomeInput!]!, $claim: AwardLoadClaim!, $expected: Int!) {
  loadAwardOutcomes(scheme: $scheme, version: $version, outcomes: $outcomes, claim: $claim, expectedVersion: $expected) { ${fields} } }`
const add = `mutation ($scheme: ID!, $version: JSON!, $previousValidTo: String, $expected: Int!) {
  addAwardSchemeVersion(scheme: $scheme, version: $version, previousValidTo: $previousValidTo, expectedVersion: $expected) { ${fields} } }`

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  southern = await gateway.signIn('coordinator', 'south')
})

describe('a scheme', () => {
  let scheme: string

  test('begins from one that comes along, and says what is to be loaded and decided', async () => {
    const shipped = await coordinator.ask(
      '{ shippedAwardSchemes { key title versions { missingOutcomes { group } } } }',
    )
    expect(shipped.data.shippedAwardSchemes).toMatchObject([
      { key: theoryAndPractice.key, versions: [{ missingOutcomes: [{ group: 'VALUE' }, { group: 'SPECIALIST' }] }] },
    ])
    const variables = { key: 'theory-and-practice', idempotencyKey: 'adopt-key-1' }
    const [first, again] = [await coordinator.ask(adopt, variables), await coordinator.ask(adopt, variables)]
    expect(first.data.adoptAwardScheme).toMatchObject({
      key: 'theory-and-practice',
      version: 1,
      versions: [{ version: '1', workflow: null }],
    })
    expect(first.data.adoptAwardScheme.versions[0].stillToDecide).toHaveLength(9)
    expect(again.data.adoptAwardScheme.id).toBe(first.data.adoptAwardScheme.id)
    scheme = first.data.adoptAwardScheme.id
    expect((await coordinator.ask(adopt, { key: 'theory-and-practice' })).data.adoptAwardScheme.code).toBe('key-taken')
    expect((await coordinator.ask(adopt, { key: 'none' })).data.adoptAwardScheme.code).toBe('unknown-scheme')
  })

  test('enrols nobody before all of it is decided', async () => {
    const candidate = globalId('Person', 'north', await gateway.person('north', { name: 'Test Candidate' }))
    const early = await coordinator.ask(enrol, { scheme, candidate })
    expect(early.data.enrolCandidate).toMatchObject({ code: 'workflow-incomplete' })
    const part = await coordinator.ask(decide, { scheme, version: '1', workflow: { assessors: 2 }, expected: 1 })
    expect(part.data.decideAwardWorkflow.versions[0].stillToDecide).toHaveLength(8)
    const wrong = await coordinator.ask(decide, { scheme, version: '1', workflow: { assessors: 0 }, expected: 2 })
    expect(wrong.data.decideAwardWorkflow.code).toBe('workflow-malformed')
    for (const odd of [[], 'x', null])
      expect(
        (await coordinator.ask(decide, { scheme, version: '1', workflow: odd, expected: 2 })).data?.decideAwardWorkflow
          ?.code ?? 'workflow-malformed',
      ).toBe('workflow-malformed')
    const stale = await coordinator.ask(decide, { scheme, version: '1', workflow, expected: 1 })
    expect(stale.data.decideAwardWorkflow).toMatchObject({ code: 'stale-version', path: 'expectedVersion' })
    expect(
      (await coordinator.ask(decide, { scheme, version: '9', workflow, expected: 2 })).data.decideAwardWorkflow.code,
    ).toBe('unknown-version')
    const whole = await coordinator.ask(decide, { scheme, version: '1', workflow, expected: 2 })
    expect(whole.data.decideAwardWorkflow.versions[0].stillToDecide).toEqual([])
    expect((await coordinator.ask(enrol, { scheme, candidate })).data.enrolCandidate.__typename).toBe('Candidacy')
    const later = await coordinator.ask(decide, { scheme, version: '1', workflow: { assessors: 1 }, expected: 3 })
    expect(later.data.decideAwardWorkflow).toMatchObject({ code: 'version-in-use', path: 'version' })
  })

  test('takes outcomes that the institution loads, and no others', async () => {
    const outcome = {
      code: 'our-university:1',
      group: 'SPECIALIST',
      title: 'Made up',
      source: 'made up',
      certainty: '1',
    }
    const ask = async (outcomes: object[], claim: string, expected: number) =>
      (await coordinator.ask(load, { scheme, version: '1', outcomes, claim, expected })).data.loadAwardOutcomes
    expect(await ask([], 'MORE_TO_COME', 3)).toMatchObject({ code: 'outcomes-missing' })
    expect(await ask([{ ...outcome, code: 'seda-core:9' }], 'MORE_TO_COME', 3)).toMatchObject({ code: 'code-reserved' })
    const loaded = await ask([outcome], 'COMPLETES_THE_LIST', 3)
    expect(loaded.versions[0].missingOutcomes.map(({ group }: { group: string }) => group)).toEqual(['VALUE'])
    expect(loaded.versions[0].outcomes).toContainEqual({ code: 'our-university:1', loaded: true })
    expect(await ask([{ ...outcome, code: 'our-university:2' }], 'MORE_TO_COME', 4)).toMatchObject({
      code: 'group-complete',
    })
  })

  test('gets a version for those who come, and keeps every one that was', async () => {
    const [version] = theoryAndPractice.versions
    const next = { ...version, version: '2', validFrom: '2027-01-01', recognition: [], workflow }
    const overlap = await coordinator.ask(add, { scheme, version: next, expected: 4 })
    expect(overlap.data.addAwardSchemeVersion.code).toBe('periods-overlap')
    const odd = await coordinator.ask(add, { scheme, version: { ...next, surprise: 1 }, expected: 4 })
    expect(odd.data.addAwardSchemeVersion).toMatchObject({ code: 'scheme-unreadable', path: 'version' })
    const added = await coordinator.ask(add, { scheme, version: next, previousValidTo: '2026-12-31', expected: 4 })
    expect(
      added.data.addAwardSchemeVersion.versions.map(
        ({ version: name, validTo }: { version: string; validTo: string }) => [name, validTo],
      ),
    ).toEqual([
      ['1', '2026-12-31'],
      ['2', null],
    ])
    const history = await coordinator.ask(
      'query ($id: ID!) { node(id: $id) { ... on AwardScheme { revisions(first: 10) { nodes { number definition } } } } }',
      { id: scheme },
    )
    expect(history.data.node.revisions.nodes.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(history.data.node.revisions.nodes[0].definition).toEqual(JSON.parse(JSON.stringify(theoryAndPractice)))
  })

  test('is the institution’s own', async () => {
    expect(
      (await southern.ask(decide, { scheme, version: '1', workflow, expected: 5 })).data.decideAwardWorkflow.code,
    ).toBe('not-found')
    expect((await southern.ask('query ($id: ID!) { node(id: $id) { id } }', { id: scheme })).data.node).toBeNull()
    expect((await southern.ask('{ awardSchemes(first: 10) { nodes { id } } }')).data.awardSchemes.nodes).toEqual([])
    for (const role of ['participant', 'assessor', 'analyst', 'data-steward'] as const) {
      const asker = await gateway.signIn(role)
      expect((await asker.ask(adopt, { key: 'theory-and-practice' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
      expect((await asker.ask('{ awardSchemes(first: 10) { nodes { key } } }')).data.awardSchemes.nodes).toHaveLength(1)
    }
    expect((await gateway.ask('{ awardSchemes(first: 1) { nodes { key } } }')).errors?.[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    )
  })

  test('is read as it was meant, or refused at the place that does not fit', async () => {
    const ask = async (value: unknown) => (await coordinator.ask(loadScheme, { scheme: value })).data.loadAwardScheme
    expect(await ask({ ...syntheticScheme, key: 'No Key' })).toMatchObject({ code: 'key-malformed' })
    expect(await ask({ ...syntheticScheme, versions: [] })).toMatchObject({ code: 'versions-missing' })
    const broken = {
      ...syntheticScheme,
      versions: [{ ...syntheticScheme.versions[0], outcomes: [{ state: 'published' }] }],
    }
    expect((await ask(broken)).path).toMatch(/^scheme\.versions\[0\]\.outcomes\[0\]/)
    for (const odd of [7, 'x', [], { key: 1 }]) expect(await ask(odd)).toMatchObject({ code: 'scheme-unreadable' })
  })
})

describe('the chain from a finding to the award', () => {
  test('is walked to the scheme, and from the scheme back', async () => {
    const { survey } = await answeredSurvey(gateway, coordinator)
    const owner = globalId('Person', 'north', await gateway.person('north', { name: 'Test Owner' }))
    const project = (await coordinator.ask(begin, { title: 'Baseline', survey, on: '2026-01-01' })).data.beginBaseline
      .id
    const figures = [{ id: 'survey.baseline.been_mentored', cohort: '1', choice: 'yes' }]
    const found = await coordinator.ask(find, {
      project,
      statement: 'Few are recognised',
      on: '2026-01-02',
      by: owner,
      figures,
    })
    const advice = await coordinator.ask(recommend, {
      project,
      advice: 'Make an award',
      findings: [found.data?.recordFinding?.id],
      owner,
      on: '2026-01-03',
    })
    const id = advice.data?.recommend?.id
    await coordinator.ask(advance, { id, step: { accept: { on: '2026-01-04' } }, version: 1 })
    const outcome = { awardScheme: { key: 'theory-and-practice', title: 'Mentoring: Theory & Practice' } }
    const acted = await coordinator.ask(act, { id, what: 'An award was made', on: '2026-01-05', outcome, version: 2 })
    expect(acted.data?.recordAction?.__typename, JSON.stringify([found, advice, acted])).toBe('BaselineAction')
    const other = { other: { key: 'theory-and-practice', title: 'A leaflet of the same key' } }
    const leaflet = await coordinator.ask(act, { id, what: 'A leaflet', on: '2026-01-06', outcome: other, version: 2 })
    expect(leaflet.data?.recordAction?.__typename, JSON.stringify(leaflet)).toBe('BaselineAction')
    const there = await coordinator.ask(
      '{ baselineActions(first: 10) { nodes { what outcome { awardScheme { key } } } } }',
    )
    expect(there.data.baselineActions.nodes).toEqual([
      { what: 'An award was made', outcome: { awardScheme: { key: 'theory-and-practice' } } },
      { what: 'A leaflet', outcome: { awardScheme: null } },
    ])
    const back = await coordinator.ask(
      '{ awardSchemes(first: 10) { nodes { ledToBy { what recommendation { advice findings { statement } } } } } }',
    )
    expect(back.data.awardSchemes.nodes[0].ledToBy).toEqual([
      {
        what: 'An award was made',
        recommendation: { advice: 'Make an award', findings: [{ statement: 'Few are recognised' }] },
      },
    ])
    const participant = await gateway.signIn('participant')
    expect(
      (await participant.ask('{ awardSchemes(first: 10) { nodes { ledToBy { what } } } }')).errors?.[0]?.extensions
        ?.code,
    ).toBe('FORBIDDEN')
  })
})
