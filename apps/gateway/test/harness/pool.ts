import { expect } from 'vitest'
import { type Asker, globalId, type testGateway } from './gateway.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

/** Somebody of `north` who can sign in. */
export interface Member extends Asker {
  /** The person's id in the database, and in the API. */
  readonly row: string
  readonly id: string
}

/** A new person of an institution, signed in as a participant. */
export async function member(gateway: Gateway, name: string, institution = 'north'): Promise<Member> {
  const row = await gateway.person(institution, { name })
  const asker = await gateway.signIn('participant', institution, row)
  return { ...asker, row, id: globalId('Person', institution, row) }
}

/** A new programme: its global id. */
export async function programmeOf(coordinator: Asker, key: string, policy = ''): Promise<string> {
  const answer = await coordinator.ask(
    `mutation ($key: String!) { startProgramme(key: $key, title: "Test programme"${policy}) { ... on Programme { id } ... on Refusal { message } } }`,
    { key },
  )
  expect(answer.data?.startProgramme?.id, JSON.stringify(answer)).toBeDefined()
  return answer.data.startProgramme.id
}

/** Sets how many somebody carries as a mentor. */
export async function carries(asker: Asker, person: string, relationshipsMax: number, role = 'MENTOR') {
  const answer = await asker.ask(
    `mutation ($person: ID!, $max: Int!, $role: ParticipantRole!) { setCapacity(person: $person, role: $role, relationshipsMax: $max) {
      __typename ... on Person { capacityLeft(role: $role) } ... on Refusal { code message path } } }`,
    { person, max: relationshipsMax, role },
  )
  expect(answer.data?.setCapacity, JSON.stringify(answer)).toBeDefined()
  return answer.data.setCapacity
}

/** What `makeOffer` answers for a mentor and a mentee. */
export async function offered(asker: Asker, programme: string, mentor: string, mentee: string, key?: string) {
  const answer = await asker.ask(
    `mutation ($programme: ID!, $participants: [ParticipantInput!]!, $key: String) {
      makeOffer(programme: $programme, kind: DYAD, participants: $participants, idempotencyKey: $key) {
        __typename ... on Offer { id outcome status answerBy } ... on Refusal { code message path } } }`,
    {
      programme,
      key,
      participants: [
        { person: mentor, role: 'MENTOR' },
        { person: mentee, role: 'MENTEE' },
      ],
    },
  )
  expect(answer.data?.makeOffer, JSON.stringify(answer)).toBeDefined()
  return answer.data.makeOffer
}

/** What `answerOffer` answers. */
export async function answered(asker: Asker, offer: string, answer: object, key?: string) {
  const given = await asker.ask(
    `mutation ($offer: ID!, $answer: OfferAnswerInput!, $key: String) {
      answerOffer(offer: $offer, answer: $answer, idempotencyKey: $key) {
        __typename ... on Offer { id outcome status answerBy ownReason asksMe relationship { id status version } } ... on Refusal { code message path } } }`,
    { offer, answer, key },
  )
  expect(given.data?.answerOffer, JSON.stringify(given)).toBeDefined()
  return given.data.answerOffer
}
