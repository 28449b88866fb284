import { expect } from 'vitest'
import { type Answer, type Asker, globalId, type testGateway } from './gateway.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

const refusal = '... on Refusal { code message path }'

/** Begins an inquiry. */
export const begin = `mutation ($question: String!, $values: [String!]!, $model: String, $coAuthors: [ID!], $on: Day!, $key: String) {
  beginInquiry(question: $question, values: $values, model: $model, coAuthors: $coAuthors, on: $on, idempotencyKey: $key) {
    __typename ... on Inquiry { id version status question allowedCommands members { role personId name } } ${refusal}
  }
}`

/** Records a command. */
export const advance = `mutation ($inquiry: ID!, $command: InquiryCommandInput!, $version: Int!, $key: String) {
  advanceInquiry(inquiry: $inquiry, command: $command, expectedVersion: $version, idempotencyKey: $key) {
    __typename ... on Inquiry { id version status openFacets allowedCommands completeness { label missing } } ${refusal}
  }
}`

/** Invites a critical friend. */
export const invite = `mutation ($inquiry: ID!, $person: ID!, $key: String) {
  inviteCriticalFriend(inquiry: $inquiry, person: $person, idempotencyKey: $key) {
    __typename ... on Inquiry { id version members { role personId name } } ${refusal}
  }
}`

/** Ends that a critical friend reads. */
export const remove = `mutation ($inquiry: ID!, $person: ID!) {
  removeCriticalFriend(inquiry: $inquiry, person: $person) {
    __typename ... on Inquiry { id members { role personId } } ${refusal}
  }
}`

/** All that an inquiry has to show. */
export const whole = `query ($id: ID!) { node(id: $id) { ... on Inquiry {
  question policy facets derivedFrom { inquiryId cycle reason } values model { key title } status version begunOn viewerRole openFacets allowedCommands
  completeness { label missing } members { role personId name } ethicsApprovals { key from to }
  cycles {
    key status begunOn endedOn abandonedBecause follows learning { level kind text } allowedFacets
    parent detached { on reason } rest { since reason reopens } suspensions { from to reason }
    facets { facet from to reason }
    plan { plannedOn steps { key action observationMethods } revisions { on reason evidence stepsBefore { key } } }
    reflections { key by { personId word } on text }
  }
  consents { key participant cycle version givenOn removableUntil scopes withdrawals { on scopes } }
  evidence { key cycle kind source on timing consents }
  claims {
    key text standards status audience madeOn validatedOn flag { because on } citations { quoted evidence { key } }
    citationsBeyondConsent evidenceAgainst soughtIn heardAt
  }
  meetings { key on attendees { personId word } claims challenges { challenge response } group }
  stakeholders { key who namedOn parts { cycle facet part on } }
  criticalFriends { friend { personId word } namedOn }
  validationGroups { key members { personId word } formedOn }
  problems { key statement statedOn }
  observedChanges { key problem observed text evidence on }
  outlooks { key cycle by { personId word } role moment on text consent }
  annotations { key aboutKind aboutKey by { personId word } on text }
  warnings { code key message certainty }
  quality { key title source certainty checks { key status todo } }
  timeline { kind key cycle from to what source status }
} } }`

/** A person of an institution as the API names them. */
export const idOf = (asker: Asker, institution = 'north') => globalId('Person', institution, asker.personId ?? '')

/** Somebody who takes part, with a person of their own. */
export async function participant(gateway: Gateway, name: string, institution = 'north'): Promise<Asker> {
  return gateway.signIn('participant', institution, await gateway.person(institution, { name }))
}

/** An inquiry of somebody that goes on with `next`, each at the version after the one before. */
export async function inquiryOf(author: Asker, coAuthors: readonly Asker[] = []) {
  const answer = await author.ask(begin, {
    question: 'How do first meetings become more open?',
    values: ['trust'],
    coAuthors: coAuthors.map((one) => idOf(one)),
    on: '2025-09-01',
  })
  expect(answer.data?.beginInquiry.__typename, JSON.stringify(answer)).toBe('Inquiry')
  const { id, version } = answer.data.beginInquiry as { id: string; version: number }
  const at = { version }
  return {
    id,
    at,
    /** Records commands that are accepted; the last answer. */
    async next(...commands: readonly object[]) {
      let last: Answer['data']
      for (const command of commands) {
        const { data, errors } = await author.ask(advance, { inquiry: id, command, version: at.version })
        expect(data?.advanceInquiry.__typename, JSON.stringify({ command, data, errors })).toBe('Inquiry')
        last = data.advanceInquiry
        at.version = last.version
      }
      return last
    },
    /** The refusal of a command. */
    async refused(command: object) {
      const { data, errors } = await author.ask(advance, { inquiry: id, command, version: at.version })
      expect(data?.advanceInquiry.__typename, JSON.stringify({ command, data, errors })).toBe('Refusal')
      return data.advanceInquiry as { code: string; message: string; path: string | null }
    },
    async read(asker: Asker = author) {
      const { data, errors } = await asker.ask(whole, { id })
      expect(errors).toBeUndefined()
      return data.node
    },
  }
}

/** A first cycle up to its action, with a participant’s consent and evidence, and a claim on it. */
export const firstCycle = [
  { recordEthicsApproval: { approval: 'ethics-1', from: '2025-09-01', to: '2026-08-31' } },
  { beginCycle: { cycle: 'c1', on: '2025-09-08' } },
  { beginFacet: { cycle: 'c1', facet: 'DIAGNOSE', on: '2025-09-08' } },
  {
    recordConsent: {
      consent: 'k1',
      participant: 'P1',
      cycle: 'c1',
      scopes: ['COLLECT', 'ANALYSE', 'QUOTE', 'REPORT_INTERNAL'],
      version: 'sheet 2',
      on: '2025-09-09',
    },
  },
  {
    addEvidence: {
      evidence: 'e1',
      cycle: 'c1',
      kind: 'INTERVIEW',
      source: 'P1',
      on: '2025-09-10',
      timing: 'BASELINE',
      consents: ['k1'],
    },
  },
  { endFacet: { cycle: 'c1', facet: 'DIAGNOSE', on: '2025-09-15' } },
  { beginFacet: { cycle: 'c1', facet: 'PLAN', on: '2025-09-15' } },
  {
    planAction: {
      cycle: 'c1',
      on: '2025-09-16',
      steps: [{ id: 's1', action: 'Begin with their question', observationMethods: ['field notes'] }],
    },
  },
  { endFacet: { cycle: 'c1', facet: 'PLAN', on: '2025-09-20' } },
  { beginFacet: { cycle: 'c1', facet: 'ACT', on: '2025-09-22' } },
  { beginFacet: { cycle: 'c1', facet: 'OBSERVE', on: '2025-09-22' } },
  { addEvidence: { evidence: 'e2', cycle: 'c1', kind: 'FIELD_NOTES', source: 'log', on: '2025-10-01' } },
] as const

/** A claim on both items, made, with evidence against it sought, and heard by a guest. */
export const claimHeard = [
  {
    makeClaim: {
      claim: 'q1',
      text: 'They ask "more" of their own',
      cites: [{ evidence: 'e1', quoted: true }, { evidence: 'e2' }],
      audience: 'INTERNAL',
      on: '2025-11-20',
    },
  },
  { addDisconfirming: { claim: 'q1', on: '2025-11-21', finding: { noneFoundIn: 'all field notes' } } },
  {
    holdValidationMeeting: {
      meeting: 'm1',
      on: '2025-11-25',
      guests: ['a colleague of another faculty'],
      claims: ['q1'],
      challenges: [{ challenge: 'Is it the term?', response: 'The baseline says no' }],
    },
  },
] as const
