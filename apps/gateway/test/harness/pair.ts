import { expect } from 'vitest'
import { type Asker, globalId, type testGateway } from './gateway.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

/** What a test of a relationship needs: its people, whoever runs it, and others who are none of its business. */
export interface Pair {
  readonly coordinator: Asker
  readonly mentor: Asker
  readonly mentee: Asker
  readonly stranger: Asker
  readonly steward: Asker
  readonly analyst: Asker
  readonly southern: Asker
  readonly programme: string
  readonly idOf: (asker: Asker) => string
  readonly personId: (id: string | undefined) => string
  /** A relationship of the pair, at a status on the way to active. */
  readonly relationship: (until?: 'proposed' | 'forming' | 'active') => Promise<string>
}

const propose = `mutation ($programme: ID!, $participants: [ParticipantInput!]!, $kind: RelationshipKind!) {
  proposeRelationship(programme: $programme, kind: $kind, participants: $participants, on: "2026-01-05") {
    __typename ... on Relationship { id } ... on Refusal { code message }
  }
}`

/** The step of a relationship, asked for as somebody: its answer. */
export async function step(asker: Asker, relationship: string, given: object) {
  const read = await asker.ask('query ($id: ID!) { node(id: $id) { ... on Relationship { version } } }', {
    id: relationship,
  })
  const answer = await asker.ask(
    `mutation ($id: ID!, $step: RelationshipStepInput!, $version: Int!) {
      advanceRelationship(relationship: $id, step: $step, expectedVersion: $version) {
        __typename ... on Relationship { id status version } ... on Refusal { code message }
      }
    }`,
    { id: relationship, step: given, version: read.data?.node?.version ?? 1 },
  )
  return answer.data?.advanceRelationship ?? answer
}

/** A mentor and a mentee of the north, in a programme that asks for an agreement. */
export async function pairIn(gateway: Gateway): Promise<Pair> {
  const coordinator = await gateway.signIn('coordinator')
  const someone = async (name: string) =>
    gateway.signIn('participant', 'north', await gateway.person('north', { name }))
  const [mentor, mentee, stranger] = [
    await someone('Test Mentor'),
    await someone('Test Mentee'),
    await someone('Test Stranger'),
  ]
  const started = await coordinator.ask(
    'mutation { startProgramme(key: "pairs", title: "Pairs", topics: [{ code: "teaching", label: "Teaching" }, { code: "career", label: "Career" }]) { ... on Programme { id } } }',
  )
  const programme = started.data.startProgramme.id as string
  const personId = (id: string | undefined) => globalId('Person', 'north', id ?? '')
  const idOf = (asker: Asker) => personId(asker.personId)
  const participants = [
    { person: idOf(mentor), role: 'MENTOR' },
    { person: idOf(mentee), role: 'MENTEE' },
  ]
  const relationship: Pair['relationship'] = async (until = 'active') => {
    const answer = await coordinator.ask(propose, { programme, participants, kind: 'DYAD' })
    expect(answer.data?.proposeRelationship.__typename, JSON.stringify(answer)).toBe('Relationship')
    const id = answer.data.proposeRelationship.id as string
    if (until === 'proposed') return id
    const on = '2026-01-12'
    await step(mentee, id, { accept: { by: idOf(mentee), on } })
    expect(await step(mentor, id, { accept: { by: idOf(mentor), on } })).toMatchObject({ status: 'FORMING' })
    if (until === 'forming') return id
    await step(mentee, id, { signAgreement: { by: idOf(mentee), on } })
    expect(await step(mentor, id, { signAgreement: { by: idOf(mentor), on } })).toMatchObject({ status: 'ACTIVE' })
    return id
  }
  return {
    ...{ coordinator, mentor, mentee, stranger, programme, idOf, personId, relationship },
    steward: await gateway.signIn('data-steward'),
    analyst: await gateway.signIn('analyst'),
    southern: await gateway.signIn(['coordinator', 'participant'], 'south', await gateway.person('south')),
  }
}
