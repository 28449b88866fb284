import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sqlStateOf } from '../../src/db/errors.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let analyst: Asker
let coordinator: Asker
let southern: Asker
const north = institutionIdOf('north')

beforeAll(async () => {
  gateway = await testGateway()
  analyst = await gateway.signIn('analyst')
  coordinator = await gateway.signIn('coordinator')
  southern = await gateway.signIn('analyst', 'south')
})

const refusal = '... on Refusal { code message path }'
async function ask(who: Asker, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await who.ask(query, variables)
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return Object.values(data as Record<string, unknown>)[0] as Record<string, string>
}

const analysis = {
  ...{ key: 'a1', hypothesis: 'It rises.', indicatorId: 'confidence', test: 'paired t, two-sided' },
  ...{ groups: ['mentees'], role: 'PRIMARY' },
}
const drafting = `mutation ($analyses: [PlannedAnalysisInput!]!, $close: Instant!, $key: String) {
  draftPlan(title: "First cohort", dataClosesAt: $close, analyses: $analyses, idempotencyKey: $key) { ... on AnalysisPlan { id version isFrozen } ${refusal} } }`
const freezing = `mutation ($plan: ID!, $version: Int!) { freezeAnalysisPlan(plan: $plan, expectedVersion: $version) { ... on AnalysisPlan { id isFrozen version versions { version } } ${refusal} } }`
const amending = `mutation ($plan: ID!, $analyses: [PlannedAnalysisInput!]!) { amendAnalysisPlan(plan: $plan, analyses: $analyses, reason: "Because.", expectedVersion: 1) { ... on AnalysisPlan { versions { version analyses { key } } } ${refusal} } }`
const recording = `mutation ($plan: ID, $estimate: EstimateInput!) { recordEstimate(plan: $plan, estimate: $estimate) {
  ... on Estimate { id isPreSpecified exploratoryBecause looks n value suppressed inWords } ${refusal} } }`

const found = {
  ...{ indicatorId: 'confidence', subject: 'Mentoring', outcome: 'confidence in teaching', quantity: 'DIFFERENCE' },
  ...{ value: 0.5, interval: { low: 0.2, high: 0.8, level: 0.95 }, n: 41, of: 'PAIRS_OF_ANSWERS', unit: 'points' },
  ...{ design: { prePost: { linkedBy: 'a code' } }, groups: ['mentees'], assumptions: [], checks: [] },
  ...{ method: 'paired t', convention: 'two-sided' },
}
const draft = async (close = '2026-07-31T22:59:59Z') =>
  (await ask(analyst, drafting, { analyses: [analysis], close })).id as string

describe('an analysis plan', () => {
  test('is frozen once, amended with both versions kept, and its estimates know where they stand', async () => {
    const plan = await draft()
    expect(await ask(analyst, recording, { plan, estimate: found })).toMatchObject({
      exploratoryBecause: 'plan-not-frozen',
    })
    const fresh = await draft()
    expect(await ask(analyst, freezing, { plan: fresh, version: 1 })).toMatchObject({ isFrozen: true, version: 1 })
    expect(await ask(analyst, freezing, { plan: fresh, version: 1 })).toMatchObject({ code: 'plan-frozen' })
    gateway.clock.now = '2026-03-02T10:00:00.000Z'
    expect(await ask(analyst, recording, { plan: fresh, estimate: found })).toMatchObject({
      isPreSpecified: true,
      looks: 1,
    })
    gateway.clock.now = '2026-03-02T11:00:00.000Z'
    const second = await ask(analyst, recording, { plan: fresh, estimate: found })
    expect(second).toMatchObject({ isPreSpecified: true, looks: 2 })
    expect(second.inWords).toContain('2 looks at the data')
    const other = { ...analysis, key: 'a2', test: 'Wilcoxon, exact' }
    expect((await ask(analyst, amending, { plan: fresh, analyses: [analysis, other] })).versions).toMatchObject([
      { version: 2, analyses: [{ key: 'a1' }, { key: 'a2' }] },
      { version: 1, analyses: [{ key: 'a1' }] },
    ])
    const ranks = { ...found, method: 'Wilcoxon', convention: 'exact' }
    expect(await ask(analyst, recording, { plan: fresh, estimate: ranks })).toMatchObject({
      exploratoryBecause: 'added-after-a-look',
    })
    expect(await ask(analyst, recording, { estimate: found })).toMatchObject({
      exploratoryBecause: 'no-plan',
      looks: 1,
    })
    const looks = `query ($id: ID!) { node(id: $id) { ... on AnalysisPlan { looks { test looks } } } }`
    expect((await ask(analyst, looks, { id: fresh })).looks).toEqual([
      { test: 'paired t, two-sided', looks: 2 },
      { test: 'Wilcoxon, exact', looks: 1 },
    ])
  })

  test('frozen after its data closed it is kept, and all is exploratory', async () => {
    const plan = await draft('2026-03-01T00:00:00Z')
    await ask(analyst, freezing, { plan, version: 1 })
    expect(await ask(analyst, recording, { plan, estimate: found })).toMatchObject({
      exploratoryBecause: 'plan-frozen-after-close',
    })
  })

  test('what was frozen, looked at or found cannot be changed by the application, nor the close moved', async () => {
    const statements = [
      "update commons.analysis_plan_version set frozen_at = '2020-01-01'",
      'delete from commons.analysis_plan_version',
      "update commons.analysis_plan set data_closes_at = '2030-01-01'",
      'delete from commons.analysis_look',
      "update commons.estimate set state = '{}'",
      "update commons.theory_version set state = '{}'",
      'delete from commons.contribution_step',
    ]
    for (const statement of statements)
      await expect(
        gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })

  test('is written by analysts and data stewards, once a key, and of one institution', async () => {
    const variables = { analyses: [analysis], close: '2026-07-31T22:59:59Z', key: 'plan-once-1' }
    const one = await ask(analyst, drafting, variables)
    expect((await ask(analyst, drafting, variables)).id).toBe(one.id)
    expect((await coordinator.ask(drafting, variables)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect(await ask(southern, freezing, { plan: one.id, version: 1 })).toMatchObject({ code: 'not-found' })
    expect(await ask(analyst, freezing, { plan: one.id, version: 2 })).toMatchObject({ code: 'stale-version' })
    expect((await ask(southern, '{ analysisPlans { edges { node { id } } } }')).edges).toEqual([])
  })
})

const theoryOf = (evidence: readonly string[], objective: string, change: object = {}) => ({
  title: 'Why it should help',
  indicatorIds: ['meetings', 'confidence'],
  nodes: [
    { key: 'pairs', kind: 'ACTIVITY', title: 'Pairs meet', indicatorIds: ['meetings'] },
    { key: 'sure', kind: 'OUTCOME', title: 'Mentees are <b>more</b> confident', indicatorIds: ['confidence'] },
    { key: 'keep', kind: 'OBJECTIVE', title: 'Staff stay', indicatorIds: [], objective },
  ],
  links: [
    {
      ...{ key: 'l1', from: 'pairs', to: 'sure', relation: 'LEADS_TO', mechanism: 'M.', assumption: 'A.' },
      ...{ strength: 'MODERATE', evidence, rivals: [{ key: 'r1', explanation: 'Loads fell.' }] },
    },
  ],
  ...change,
})

describe('a theory of change and what is claimed by it', () => {
  const evidencing = `mutation ($kind: TheoryEvidenceKind!, $estimate: ID, $reference: String) { recordTheoryEvidence(title: "E", kind: $kind, estimate: $estimate, reference: $reference) { ... on TheoryEvidence { id } ${refusal} } }`
  const record = `mutation ($theory: TheoryInput!) { recordTheory(theory: $theory) { ... on TheoryOfChange { id version versions { svg inWords nodesCsv linksCsv } } ${refusal} } }`
  const claiming = `mutation ($theory: ID!) { assertContribution(theory: $theory, linkKeys: ["l1"], indicatorIds: ["confidence"], subject: "Mentoring") { ... on ContributionClaim { id status version } ${refusal} } }`
  const adding = `mutation ($claim: ID!, $evidence: [ID!]!, $version: Int!) { addContributionEvidence(claim: $claim, evidence: $evidence, expectedVersion: $version) { ... on ContributionClaim { status version } ${refusal} } }`
  const examining = `mutation ($claim: ID!, $rivals: [RivalExamination!]!, $version: Int!) { examineContributionRivals(claim: $claim, rivals: $rivals, expectedVersion: $version) { ... on ContributionClaim { status version } ${refusal} } }`
  const judging = `mutation ($claim: ID!, $version: Int!) { judgeContribution(claim: $claim, verdict: CREDIBLE, judgement: "It holds.", expectedVersion: $version) { ... on ContributionClaim { status version } ${refusal} } }`
  const saying = `query ($estimate: ID!, $claim: ID) { estimateInWords(estimate: $estimate, claim: $claim) { ... on QueryEstimateInWordsSuccess { data } ${refusal} } }`

  test('only a claim that went all the way prints the word, and loses it when its evidence is retracted', async () => {
    const objective = (
      await ask(
        coordinator,
        `mutation { addObjective(objective: { title: "Keep staff", description: "Fewer leave.", source: "Strategy, aim 2", from: "2025-08-01" }) { ... on Objective { id } ${refusal} } }`,
      )
    ).id as string
    const estimate = (await ask(analyst, recording, { estimate: found })).id
    const measured = (await ask(analyst, evidencing, { kind: 'ESTIMATE', estimate })).id as string
    const opinion = (await ask(analyst, evidencing, { kind: 'STAKEHOLDER_OPINION', reference: 'group 1' })).id as string
    const loads = (await ask(analyst, evidencing, { kind: 'DOCUMENT', reference: 'register' })).id as string
    expect(await ask(analyst, evidencing, { kind: 'DOCUMENT', estimate })).toMatchObject({ code: 'reference-wrong' })
    expect(
      await ask(coordinator, record, {
        theory: theoryOf([measured], objective, { indicatorIds: ['meetings', 'confidence', 'loose'] }),
      }),
    ).toMatchObject({ code: 'indicator-loose' })
    const kept = await ask(coordinator, record, { theory: theoryOf([measured], objective) })
    const version = (kept.versions as unknown as Record<string, string>[])[0]
    expect(version?.svg).toContain('<title id="theory-title">Why it should help</title>')
    expect(version?.svg).not.toContain('<b>')
    expect(version?.linksCsv).toContain('Loads fell.')
    const claim = (await ask(coordinator, claiming, { theory: kept.id })).id
    expect(await ask(southern, claiming, { theory: kept.id })).toMatchObject({ code: 'not-found' })
    const words = async (of?: unknown) =>
      (await ask(analyst, saying, { estimate, claim: of ?? null })).data as unknown as string
    expect(await words(claim)).not.toMatch(/impact/i)
    expect(await ask(coordinator, judging, { claim, version: 1 })).toMatchObject({ code: 'rivals-not-examined' })
    expect(await ask(coordinator, adding, { claim, evidence: [opinion], version: 1 })).toMatchObject({
      code: 'opinions-alone',
    })
    expect(await ask(coordinator, adding, { claim, evidence: [measured], version: 1 })).toMatchObject({
      status: 'EVIDENCED',
      version: 2,
    })
    expect(await ask(coordinator, adding, { claim, evidence: [loads], version: 1 })).toMatchObject({
      code: 'stale-version',
    })
    const rivals = [{ key: 'r1', finding: 'RULED_OUT', reasoning: 'Same loads.', evidence: [loads] }]
    expect(await ask(coordinator, examining, { claim, rivals: [], version: 2 })).toMatchObject({ code: 'rival-open' })
    expect(await ask(coordinator, examining, { claim, rivals, version: 2 })).toMatchObject({
      status: 'RIVALS_EXAMINED',
    })
    expect(await words(claim)).not.toMatch(/impact/i)
    expect(await ask(coordinator, judging, { claim, version: 3 })).toMatchObject({ status: 'CREDIBLE', version: 4 })
    expect(await words(claim)).toContain('an impact on “confidence in teaching”')
    expect(await words(claim)).toContain('n = about 40')
    expect(await words()).not.toMatch(/impact/i)
    const retract = `mutation ($evidence: ID!) { retractTheoryEvidence(evidence: $evidence) { ... on TheoryEvidence { retractedAt } ${refusal} } }`
    expect((await ask(coordinator, retract, { evidence: loads })).retractedAt).toBeTruthy()
    expect(await words(claim)).not.toMatch(/impact/i)
    const steps = `query ($id: ID!) { node(id: $id) { ... on ContributionClaim { status steps { step } } } }`
    expect(await ask(analyst, steps, { id: claim })).toEqual({
      status: 'EVIDENCED',
      steps: ['retract', 'judge', 'examine-rivals', 'add-evidence', 'assert'].map((step) => ({ step })),
    })
  })

  test('a participant reads none of it, and another institution has its own', async () => {
    const participant = await gateway.signIn('participant')
    for (const field of ['objectives', 'theoriesOfChange', 'contributionClaims', 'estimates', 'theoryEvidence']) {
      expect((await participant.ask(`{ ${field} { edges { node { id } } } }`)).errors?.[0]?.extensions?.code).toBe(
        'FORBIDDEN',
      )
      expect((await ask(southern, `{ ${field} { edges { node { id } } } }`)).edges).toEqual([])
    }
  })

  test('an estimate over few is suppressed for an analyst, and one without interval cannot be sent', async () => {
    expect(await ask(analyst, recording, { estimate: { ...found, n: 7 } })).toMatchObject({
      value: null,
      n: null,
      suppressed: 'AVERAGE_OF_FEW',
    })
    expect(await ask(analyst, recording, { estimate: { ...found, outcome: 'impact' } })).toMatchObject({
      code: 'word-reserved',
    })
    const { interval: _, ...bare } = found
    expect((await analyst.ask(recording, { estimate: bare })).errors).toHaveLength(1)
    expect(await ask(analyst, recording, { estimate: { ...found, interval: { level: 0.95 } } })).toMatchObject({
      code: 'interval-wrong',
    })
  })
})
