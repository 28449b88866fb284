import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advance,
  advanceOffer,
  type Capacity,
  capacityLeft,
  defaultOfferTerms,
  loadOf,
  makeOffer,
  mayOffer,
  type Offer,
  type OfferStep,
  type Relationship,
  type RelationshipStep,
  relationshipFromOffer,
  setCapacity,
  transferRelationship,
} from '../../src/index.ts'
import { casts, codeOf, dyad, lenient, made, strict } from '../demo.ts'
import { active, begun, offered, offerSteps, steps } from '../life.ts'

const mia = { personId: 'mia', role: 'mentor' as const }
const two: Capacity = { ...mia, from: '2026-01-01', relationshipsMax: 2 }
const on = '2026-02-01'

test('open offers and everything under way count, an offer and its relationship once, what is over not at all', () => {
  const accepted = offerSteps(
    offered('r1'),
    { type: 'accept', by: 'ada', on: '2026-01-06' },
    { type: 'accept', by: 'mia', on: '2026-01-07' },
  )
  expect(loadOf(mia, [offered('o1')], [])).toEqual({ openOffers: 1, relationships: 0, total: 1 })
  expect(loadOf(mia, [accepted], [])).toEqual({ openOffers: 1, relationships: 0, total: 1 })
  expect(loadOf(mia, [accepted], [active])).toEqual({ openOffers: 0, relationships: 1, total: 1 })
  const paused = steps(active, lenient, { type: 'pause', on, reason: 'other' })
  const over = steps(active, lenient, { type: 'end', on, by: 'mia' })
  expect([paused, over].map((one) => loadOf(mia, [], [one]).total)).toEqual([1, 0])
  expect(loadOf(mia, [offerSteps(offered(), { type: 'decline', by: 'ada', on: '2026-01-06' })], []).total).toBe(0)
  expect(loadOf({ personId: 'mia', role: 'mentee' }, [], [active]).total).toBe(0)
})

test('a group counts as one relationship, and a mentor of a reciprocal one is a mentor', () => {
  for (const { kind, participants } of casts.filter((one) => one.participants.some((who) => who.role === 'mentor'))) {
    const leader = participants.find((one) => one.role === 'mentor')?.personId as string
    expect(loadOf({ personId: leader, role: 'mentor' }, [], [begun('r', lenient, participants, kind)]).total).toBe(1)
  }
})

test('the least of now and later counts, and a value for the same day replaces the earlier one', () => {
  const left = (capacities: Capacity[], day = on) =>
    capacityLeft(mia, { capacities, offers: [], relationships: [] }, day)
  expect(left([two])).toBe(2)
  expect(left([two], '2025-12-31')).toBeUndefined()
  expect(left([two, { ...two, from: '2026-09-01', relationshipsMax: 1 }])).toBe(1)
  expect(left([two, { ...two, from: '2026-09-01', relationshipsMax: 5 }])).toBe(2)
  expect(left([two, { ...two, from: '2026-01-15', relationshipsMax: 3 }])).toBe(3)
  expect(left([{ ...two, from: '2026-01-15', relationshipsMax: 3 }, two])).toBe(3)
  expect(left([two, { ...two, relationshipsMax: 0 }])).toBe(0)
  expect(left([two, { ...two, from: '2026-09-01', relationshipsMax: 0 }, { ...two, from: '2026-09-01' }])).toBe(2)
  expect(left([{ ...two, role: 'facilitator' }])).toBeUndefined()
  expect(() => left([two], 'soon')).toThrow(/"soon"/)
})

test('a capacity is a whole number that is never below what is carried', () => {
  for (const relationshipsMax of [-1, 1.5, Number.NaN, 1001]) {
    expect(codeOf(setCapacity({ ...two, relationshipsMax }, [], []))).toBe('not-the-shape')
  }
  expect(codeOf(setCapacity({ ...two, relationshipsMax: 1 }, [], [active]))).toBeUndefined()
  expect(codeOf(setCapacity({ ...two, relationshipsMax: 1 }, [offered('o1')], [active]))).toBe('capacity-below-load')
})

test('a mentor must have said how many, a mentee need not, but is held to it', () => {
  const carried = { capacities: [two], offers: [], relationships: [] }
  expect(made(mayOffer(dyad, carried, on))).toEqual(dyad)
  expect(mayOffer(dyad, { ...carried, capacities: [] }, on)).toMatchObject({
    refusal: { code: 'capacity-not-set', path: 'participants[0]' },
  })
  const ada: Capacity = { personId: 'ada', role: 'mentee', from: '2026-01-01', relationshipsMax: 0 }
  expect(mayOffer(dyad, { ...carried, capacities: [two, ada] }, on)).toMatchObject({
    refusal: { code: 'capacity-reached', path: 'participants[1]' },
  })
})

test('whatever is commanded in whatever order, nobody carries more than their capacity, and all room can be used', {
  timeout: 60_000,
}, () => {
  const mentors = ['m0', 'm1']
  const mentees = ['e0', 'e1', 'e2', 'e3']
  const command = fc.record({
    what: fc.constantFrom('offer', 'offer', 'offer', 'answer', 'answer', 'answer', 'step', 'transfer', 'capacity'),
    mentor: fc.nat(1),
    mentee: fc.nat(3),
    pick: fc.nat(50),
    wait: fc.nat(20),
  })
  let full = 0
  let refused = 0
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 60, size: 'max' }), (commands) => {
      let capacities: Capacity[] = mentors.map((personId) => ({
        personId,
        role: 'mentor',
        from: '2026-01-01',
        relationshipsMax: 2,
      }))
      let offers: Offer[] = []
      let relationships: Relationship[] = []
      let at = 5
      for (const [index, { what, mentor, mentee, pick, wait }] of commands.entries()) {
        at += wait
        const day = new Date(Date.UTC(2026, 0, at)).toISOString().slice(0, 10)
        const carried = { capacities, offers, relationships }
        const id = `x${index}`
        const mentorId = mentors[mentor] as string
        if (what === 'offer') {
          const participants = [
            { personId: mentorId, role: 'mentor' as const },
            { personId: mentees[mentee] as string, role: 'mentee' as const },
          ]
          if ('refusal' in mayOffer(participants, carried, day)) refused += 1
          else {
            const input = { id, programmeId: 'p', kind: 'dyad' as const, participants, on: day }
            offers = [...offers, made(makeOffer(input, lenient, defaultOfferTerms))]
          }
        } else if (what === 'answer' && offers.length > 0) {
          const offer = offers[pick % offers.length] as Offer
          const by = offer.participants[offer.status === 'with-mentees' ? 1 : 0]?.personId as string
          const type = (['accept', 'accept', 'decline', 'expire'] as const)[pick % 4]
          const next = advanceOffer(offer, { type, by, on: day } as OfferStep, defaultOfferTerms)
          if ('value' in next) {
            offers = offers.map((one) => (one.id === offer.id ? next.value : one))
            const begins = relationshipFromOffer(next.value, pick % 2 ? lenient : strict)
            // Every other accepted offer becomes a relationship only later: it counts all the same.
            if ('value' in begins && pick % 3) relationships = [...relationships, begins.value.relationship]
          }
        } else if (what === 'step' && relationships.length > 0) {
          const one = relationships[pick % relationships.length] as Relationship
          const type = (['pause', 'resume', 'wind-down', 'end'] as const)[pick % 4]
          const step = { type, on: day, reason: type === 'pause' ? 'other' : 'no-fault' } as RelationshipStep
          const next = advance(one, step, lenient)
          if ('value' in next) relationships = relationships.map((old) => (old.id === one.id ? next.value : old))
        } else if (what === 'transfer' && relationships.length > 0) {
          const one = relationships[pick % relationships.length] as Relationship
          const leaving = one.participants[0]?.personId as string
          const joining = mentors.find((who) => who !== leaving) as string
          if ('refusal' in mayOffer([{ personId: joining, role: 'mentor' }], carried, day)) refused += 1
          else {
            const moved = transferRelationship(one, { id, on: day, leaving, joining }, lenient)
            if ('value' in moved) {
              const { ended, proposed } = moved.value
              relationships = [...relationships.filter((old) => old.id !== one.id), ended, proposed]
            }
          }
        } else if (what === 'capacity') {
          const input: Capacity = { personId: mentorId, role: 'mentor', from: day, relationshipsMax: pick % 4 }
          const set = setCapacity(input, offers, relationships)
          if ('value' in set) capacities = [...capacities, set.value]
        }
        for (const personId of mentors) {
          // Counted afresh, without the package: ids of open or accepted offers, and of relationships under way.
          const ids = new Set<string>()
          const known = new Set(relationships.map((one) => one.id))
          for (const one of relationships) {
            const mine = one.participants.some((who) => who.personId === personId && who.role === 'mentor')
            if (mine && !['ended', 'declined', 'recorded'].includes(one.status)) ids.add(one.id)
          }
          for (const one of offers) {
            const mine = one.participants.some((who) => who.personId === personId && who.role === 'mentor')
            if (mine && ['with-mentees', 'with-mentors', 'accepted'].includes(one.status) && !known.has(one.id))
              ids.add(one.id)
          }
          const most = capacities.findLast((one) => one.personId === personId)?.relationshipsMax as number
          expect(ids.size).toBeLessThanOrEqual(most)
          expect(capacityLeft({ personId, role: 'mentor' }, { capacities, offers, relationships }, day)).toBe(
            most - ids.size,
          )
          if (ids.size === most && most > 0) full += 1
        }
      }
    }),
    { numRuns: 200 },
  )
  expect(full).toBeGreaterThan(100)
  expect(refused).toBeGreaterThan(100)
})
