import { requireSet, type Scheme } from '@mentoring-commons/award'
import { expect } from 'vitest'
import { type Answer, type Asker, globalId, type testGateway } from './gateway.ts'
import { firstCycle, inquiryOf } from './inquiries.ts'
import { pairIn } from './pair.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

const said = { source: 'a made-up handbook', certainty: '1' } as const
const outcomeOf = (group: 'value' | 'core' | 'specialist') => ({
  code: `${group}:1`,
  group,
  title: `Made-up ${group}`,
  ...said,
})
const setOf = (group: 'value' | 'core' | 'specialist') =>
  requireSet({ id: group, group, title: group, listing: 'complete', outcomes: [outcomeOf(group)], ...said }, said)

/** How the synthetic scheme is assessed: two assessors, no sample. */
export const workflow = {
  practice: { relationships: 1, hours: 1, meetings: 1, duringProgramme: true },
  inquiry: 'required',
  assessors: 2,
  // Neither mentors nor declared interests: those are kept out whatever a workflow says.
  keptOut: ['line-manager', 'co-author'],
  moderation: { share: 0, seed: 'synthetic' },
  decidedBy: 'others',
  resubmission: { attemptsMax: 2, withinDays: 60 },
  appeal: { withinDays: 20, decideWithinDays: 30 },
  clocks: { assessWithinDays: 30, moderateWithinDays: 14, decideWithinDays: 21, conferWithinDays: 10 },
} as const

/** A scheme with an outcome in each group, whole and decided. */
export const syntheticScheme: Scheme = {
  id: 'synthetic-award',
  key: 'synthetic-award',
  title: 'Synthetic award',
  provider: 'Synthetic university',
  ...said,
  versions: [
    {
      version: '1',
      validFrom: '2020-01-01',
      recognition: [],
      outcomes: [setOf('value'), setOf('core'), setOf('specialist')],
      frameworkLinks: [{ to: 'ukpsf-2006:SD3', says: 'made up', ...said }],
      assessmentRules: [],
      workflow,
      ...said,
    },
  ],
}

/** The codes of its outcomes. */
export const outcomes = ['value:1', 'core:1', 'specialist:1'] as const

const refusal = '... on Refusal { code message path }'
const fields =
  'id status version viewerRoles nextSteps { step by yours from until strict } events { type by own } decision { kind on reason outcomes deadline }'

/** Loads a scheme. */
export const loadScheme = `mutation ($scheme: JSON!, $key: String) { loadAwardScheme(scheme: $scheme, idempotencyKey: $key) {
  __typename ... on AwardScheme { id key version versions { version missingOutcomes { group } stillToDecide { field } } } ${refusal} } }`

/** Enrols somebody. */
export const enrol = `mutation ($scheme: ID!, $candidate: ID!, $key: String) { enrolCandidate(scheme: $scheme, candidate: $candidate, idempotencyKey: $key) {
  __typename ... on Candidacy { ${fields} } ${refusal} } }`

/** Takes a step. */
export const advance = `mutation ($id: ID!, $step: CandidacyStepInput!, $version: Int!, $key: String) {
  advanceCandidacy(candidacy: $id, step: $step, expectedVersion: $version, idempotencyKey: $key) {
    __typename ... on Candidacy { ${fields} } ${refusal} } }`

/** All that a candidacy has to show. */
export const whole = `query ($id: ID!) { node(id: $id) { ... on Candidacy {
  ${fields} schemeVersion scheme { key title } candidateName panel { role name } practice { key from to hours meetings } practiceHours
  snapshots { key documentHash document } gaps { code } submission { attempt outcomes documentHash document practice { hours meetings } carried { outcome } }
  judgements { outcome finding reasons remark own } results { outcome finding by } award { on version recognition revokedOn revokedFor }
} } }`

/** People, a relationship with a meeting, an inquiry and a scheme: all that a candidate needs, and who is to assess. */
export async function awardIn(gateway: Gateway) {
  const pair = await pairIn(gateway)
  const { coordinator, mentor: candidate, mentee } = pair
  const person = async (role: 'assessor' | 'coordinator', name: string) =>
    gateway.signIn(role, 'north', await gateway.person('north', { name }))
  const [ada, ben, cal] = [
    await person('assessor', 'Test Ada'),
    await person('assessor', 'Test Ben'),
    await person('assessor', 'Test Cal'),
  ]
  const [chair, panel] = [await person('coordinator', 'Test Chair'), await person('coordinator', 'Test Panel')]
  const relationship = await pair.relationship('active')
  const met = await mentee.ask(
    `mutation ($id: ID!) { recordMeeting(relationship: $id, heldOn: "2026-02-02", durationMinutes: 90, mode: ONLINE) { __typename ${refusal} } }`,
    { id: relationship },
  )
  expect(met.data?.recordMeeting.__typename, JSON.stringify(met)).toBe('Meeting')
  const inquiry = await inquiryOf(candidate)
  await inquiry.next(...firstCycle)
  const loaded = await coordinator.ask(loadScheme, { scheme: syntheticScheme })
  expect(loaded.data?.loadAwardScheme.__typename, JSON.stringify(loaded)).toBe('AwardScheme')
  const scheme = loaded.data.loadAwardScheme.id as string
  return { ...pair, candidate, ada, ben, cal, chair, panel, meeting: relationship, inquiry, scheme }
}

/** Everybody and everything that a candidacy is tried with. */
export type Award = Awaited<ReturnType<typeof awardIn>>

/** What a step is answered. */
export async function take(
  asker: Asker,
  id: string,
  step: object,
  version: number,
  key?: string,
): Promise<Answer['data']> {
  const answer = await asker.ask(advance, { id, step, version, key })
  return answer.data?.advanceCandidacy ?? answer
}

/** A candidacy that goes on, each step at the version after the one before. */
export async function candidacyIn(award: Award, candidate: Asker = award.candidate) {
  const answer = await award.coordinator.ask(enrol, { scheme: award.scheme, candidate: award.idOf(candidate) })
  expect(answer.data?.enrolCandidate.__typename, JSON.stringify(answer)).toBe('Candidacy')
  const { id } = answer.data.enrolCandidate as { id: string }
  const at = { version: answer.data.enrolCandidate.version as number }
  const as = async (asker: Asker, ...steps: readonly object[]) => {
    let last: Answer['data']
    for (const step of steps) {
      last = await take(asker, id, step, at.version)
      expect(last?.__typename, JSON.stringify({ step, last })).toBe('Candidacy')
      at.version = last.version
    }
    return last
  }
  return {
    id,
    at,
    as,
    /** The refusal of a step. */
    async refused(asker: Asker, step: object): Promise<{ code: string; message: string; path: string | null }> {
      const answered = await take(asker, id, step, at.version)
      expect(answered?.__typename, JSON.stringify({ step, answered })).toBe('Refusal')
      return answered
    },
    async read(asker: Asker) {
      const { data, errors } = await asker.ask(whole, { id })
      expect(errors).toBeUndefined()
      return data.node
    },
    /** What is put forward for each outcome. */
    putForward: outcomes.map((outcome) => ({
      outcome,
      items: [{ kind: 'EVIDENCE', key: 'e1' }],
      relationships: outcome === 'value:1' ? [award.meeting] : [],
    })),
    /** Links, keeps and submits the portfolio. */
    async submit() {
      await as(
        candidate,
        { linkRelationship: { relationship: award.meeting } },
        { linkInquiry: { inquiry: award.inquiry.id } },
        { takeSnapshot: { putForward: this.putForward } },
      )
      const { snapshots } = await this.read(candidate)
      return as(candidate, { submit: { snapshot: snapshots[0].key } })
    },
    async appoint() {
      const { ada, ben, coordinator, idOf } = award
      return as(coordinator, { appointAssessor: { person: idOf(ada) } }, { appointAssessor: { person: idOf(ben) } })
    },
    /** Both assessors judge every outcome, as shown unless told otherwise. */
    async judge(found: Readonly<Record<string, readonly [string, string]>> = {}) {
      let last: Answer['data']
      for (const outcome of outcomes)
        for (const [index, asker] of [award.ada, award.ben].entries()) {
          const finding = found[outcome]?.[index] ?? 'SHOWN'
          const reasons = finding === 'SHOWN' ? ['EVIDENCE_FITS'] : ['EVIDENCE_THIN']
          last = await as(asker, { judge: { outcome, finding, reasons, remark: `About ${outcome}` } })
        }
      return last
    },
    /** All the way to the award. */
    async conferred() {
      await this.submit()
      await this.appoint()
      await this.judge()
      await as(award.chair, { decide: { decision: 'AWARD' } })
      return as(award.coordinator, { confer: true })
    },
  }
}

/** The id of a person that is none. */
export const nobody = globalId('Person', 'north', '00000000-0000-4000-8000-000000000000')
