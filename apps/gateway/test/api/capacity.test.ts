import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { insertOffer } from '../../src/modules/mentoring/offer/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { answered, carries, type Member, member, offered, programmeOf } from '../harness/pool.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let programme: string
const north = institutionIdOf('north')
const rowOf = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  programme = await programmeOf(coordinator, 'capacity')
})

const mentees = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () =>
      globalId('Person', 'north', await gateway.person('north', { name: 'Test' })),
    ),
  )

/** How many open offers and relationships under way a mentor has, counted apart from the code that holds the limit. */
async function carriedNow(mentor: Member) {
  const [row] = await gateway.database.within(north, 'read', (tx) =>
    rowsOf<{ offers: number; relationships: number }>(
      tx,
      sql`select
        (select count(*)::int from commons.offer o join commons.offer_participant p on p.institution_id = o.institution_id and p.offer_id = o.id
          where p.person_id = ${mentor.row} and p.role = 'mentor' and o.status in ('with-mentees', 'with-mentors')) as offers,
        (select count(*)::int from commons.relationship r join commons.participant p on p.institution_id = r.institution_id and p.relationship_id = r.id
          where p.person_id = ${mentor.row} and p.role = 'mentor' and r.status not in ('ended', 'declined', 'recorded')) as relationships`,
    ),
  )
  return row
}

function tally(answers: readonly { readonly __typename: string; readonly code?: string }[]) {
  const count: Record<string, number> = {}
  for (const { __typename, code } of answers) count[code ?? __typename] = (count[code ?? __typename] ?? 0) + 1
  return count
}

describe('two hundred at the same moment', () => {
  test('of offers for the last place of a mentor, one is made', async () => {
    const mentor = await member(gateway, 'Test Mentor')
    await carries(mentor, mentor.id, 1)
    const people = await mentees(200)
    const answers = await Promise.all(people.map((mentee) => offered(coordinator, programme, mentor.id, mentee)))
    expect(tally(answers)).toEqual({ Offer: 1, 'capacity-reached': 199 })
    expect(await carriedNow(mentor)).toEqual({ offers: 1, relationships: 0 })
  }, 120_000)

  test('of yeses to the offer that holds the last place, one makes the relationship', async () => {
    const [mentor, mentee] = [await member(gateway, 'Test Mentor'), await member(gateway, 'Test Mentee')]
    await carries(mentor, mentor.id, 1)
    const { id } = await offered(coordinator, programme, mentor.id, mentee.id)
    expect((await answered(mentee, id, { accept: {} })).outcome).toBe('OPEN')
    const answers = await Promise.all(Array.from({ length: 200 }, () => answered(mentor, id, { accept: {} })))
    expect(tally(answers)).toEqual({ Offer: 1, 'offer-closed': 199 })
    expect(await carriedNow(mentor)).toEqual({ offers: 0, relationships: 1 })
  }, 120_000)

  test('of yeses to two hundred offers that history left over one place, one makes a relationship', async () => {
    const mentor = await member(gateway, 'Test Mentor')
    await carries(mentor, mentor.id, 1)
    const people = await mentees(200)
    const offers = people.map(() => randomUUID())
    await gateway.database.within(north, 'write', async (tx) => {
      for (const [index, id] of offers.entries()) {
        const personId = rowOf(people[index] ?? '')
        const participants = [
          { personId: mentor.row, role: 'mentor' as const },
          { personId, role: 'mentee' as const },
        ]
        const base = { id, programmeId: rowOf(programme), kind: 'dyad' as const, participants, madeOn: '2026-03-01' }
        const accepted = [{ personId, on: '2026-03-01' }]
        const days = { askedOn: '2026-03-01', answerBy: '2026-03-15' }
        await insertOffer(
          tx,
          north,
          { ...base, status: 'with-mentors', accepted, ...days },
          { by: coordinator.accountId, at: '2026-03-01T09:00:00Z' },
        )
      }
    })
    const answers = await Promise.all(
      offers.map((id) => answered(mentor, globalId('Offer', 'north', id), { accept: {} })),
    )
    expect(tally(answers)).toEqual({ Offer: 1, 'capacity-reached': 199 })
    expect(await carriedNow(mentor)).toEqual({ offers: 199, relationships: 1 })
  }, 120_000)

  test('of offers, proposals and lower capacities, what is carried never passes what was said', async () => {
    const mentor = await member(gateway, 'Test Mentor')
    await carries(mentor, mentor.id, 3)
    const people = await mentees(40)
    await Promise.all(
      people.map((mentee, index) =>
        index % 4 === 0
          ? carries(mentor, mentor.id, index % 3)
          : index % 2 === 0
            ? offered(coordinator, programme, mentor.id, mentee)
            : coordinator.ask(
                `mutation ($programme: ID!, $participants: [ParticipantInput!]!) {
                  proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: "2026-03-02") { __typename } }`,
                {
                  programme,
                  participants: [
                    { person: mentor.id, role: 'MENTOR' },
                    { person: mentee, role: 'MENTEE' },
                  ],
                },
              ),
      ),
    )
    const carried = await carriedNow(mentor)
    const [said] = await gateway.database.within(north, 'read', (tx) =>
      rowsOf<{ most: number }>(
        tx,
        sql`select relationships_max as most from commons.capacity where person_id = ${mentor.row}`,
      ),
    )
    expect((carried?.offers ?? 0) + (carried?.relationships ?? 0)).toBeLessThanOrEqual(said?.most ?? -1)
  }, 120_000)
})
