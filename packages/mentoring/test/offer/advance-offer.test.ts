import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advanceOffer,
  declineReasons,
  defaultOfferTerms,
  makeOffer,
  type Offer,
  type OfferStep,
  offerPairsNotAgain,
  offerQuestions,
  offerSeenBy,
  type Participant,
  parseStored,
  peopleAsked,
  relationshipFromOffer,
} from '../../src/index.ts'
import { casts, codeOf, dyad, lenient, made, strict } from '../demo.ts'
import { offered, offerSteps } from '../life.ts'

const at = (offer: Offer, step: OfferStep) => advanceOffer(offer, step, defaultOfferTerms)
const accept = (by: string, on: string): OfferStep => ({ type: 'accept', by, on })
const withMentor = offerSteps(offered(), accept('ada', '2026-01-19'))

test('mentees are asked first, each party with time of its own, the last day included', () => {
  expect(offered()).toMatchObject({ status: 'with-mentees', askedOn: '2026-01-05', answerBy: '2026-01-19' })
  expect(withMentor).toMatchObject({ status: 'with-mentors', askedOn: '2026-01-19', answerBy: '2026-02-02' })
  expect(codeOf(at(offered(), accept('mia', '2026-01-06')))).toBe('not-asked-yet')
  expect(codeOf(at(offered(), { type: 'decline', by: 'mia', on: '2026-01-06' }))).toBe('not-asked-yet')
  expect(codeOf(at(withMentor, accept('ada', '2026-01-20')))).toBe('already-done')
  expect(codeOf(at(withMentor, accept('mia', '2026-02-03')))).toBe('offer-lapsed')
  expect(made(at(withMentor, accept('mia', '2026-02-02')))).toMatchObject({ status: 'accepted', on: '2026-02-02' })
})

test('an offer lapses only by a step, only after its last day, and never while a question is open', () => {
  expect(codeOf(at(offered(), { type: 'expire', on: '2026-01-19' }))).toBe('offer-not-lapsed')
  expect(made(at(offered(), { type: 'expire', on: '2026-01-20' }))).toMatchObject({ status: 'expired' })
  const asked = offerSteps(offered(), { type: 'ask-more', by: 'ada', on: '2026-01-15', about: 'time-asked' })
  expect(codeOf(at(asked, { type: 'expire', on: '2026-03-01' }))).toBe('offer-not-lapsed')
  expect(codeOf(at(asked, accept('ada', '2026-03-01')))).toBeUndefined()
  const answered = offerSteps(asked, { type: 'answer-question', on: '2026-01-20' })
  expect(answered).toMatchObject({ answerBy: '2026-01-24' })
  expect(answered).not.toHaveProperty('question')
  expect(codeOf(at(answered, accept('ada', '2026-01-25')))).toBe('offer-lapsed')
  expect(codeOf(at(answered, accept('ada', '2026-01-24')))).toBeUndefined()
  expect(codeOf(at(offered(), { type: 'ask-more', by: 'ada', on: '2026-01-20', about: 'other' }))).toBe('offer-lapsed')
})

test('whoever was asked may decline, also late and after having accepted, and a reason need not be given', () => {
  expect(made(at(withMentor, { type: 'decline', by: 'ada', on: '2026-06-01' }))).toMatchObject({
    status: 'declined',
    by: 'ada',
    reason: 'not-stated',
  })
  for (const reason of declineReasons) {
    expect(made(at(offered(), { type: 'decline', by: 'ada', on: '2026-01-06', reason }))).toMatchObject({ reason })
  }
  const told = { type: 'decline', by: 'ada', on: '2026-01-06', reason: 'dislike' } as unknown as OfferStep
  expect(codeOf(at(offered(), told))).toBe('reason-not-listed')
})

test('a closed offer takes no step, and a step that is none is a mistake of the caller', () => {
  const closed: Offer[] = [
    offerSteps(offered(), { type: 'withdraw', on: '2026-01-06' }),
    offerSteps(offered(), { type: 'expire', on: '2026-01-20' }),
    offerSteps(offered(), { type: 'decline', by: 'ada', on: '2026-01-06' }),
    offerSteps(withMentor, accept('mia', '2026-01-20')),
  ]
  for (const offer of closed) {
    for (const step of [accept('ada', '2026-06-01'), { type: 'withdraw', on: '2026-06-01' } as const]) {
      expect(codeOf(at(offer, step))).toBe('offer-closed')
    }
  }
  expect(() => at(offered(), { type: 'nudge', on: '2026-01-06' } as unknown as OfferStep)).toThrow(/"nudge"/)
})

test('what others see tells neither who declined, nor why, nor whether anybody did', () => {
  const declined = offerSteps(withMentor, { type: 'decline', by: 'mia', on: '2026-01-20', reason: 'workload' })
  const expired = offerSteps(withMentor, { type: 'expire', on: '2026-02-03' })
  const withdrawn = offerSteps(withMentor, { type: 'withdraw', on: '2026-01-20' })
  expect(offerSeenBy(declined, 'mia')).toEqual({ status: 'not-taken-up', reason: 'workload' })
  for (const one of [declined, expired, withdrawn]) expect(offerSeenBy(one, 'ada')).toEqual({ status: 'not-taken-up' })
  expect(offerSeenBy(declined, 'zoe')).toBeUndefined()
  expect(offerSeenBy(offered(), 'mia')).toBeUndefined()
  const before = offerSteps(offered(), { type: 'decline', by: 'ada', on: '2026-01-06' })
  expect(offerSeenBy(before, 'mia')).toBeUndefined()
  expect(offerSeenBy(withMentor, 'mia')).toEqual({ status: 'open' })
  expect([declined, expired, withdrawn].map(offerPairsNotAgain)).toEqual([[['ada', 'mia']], [], []])
})

test('an accepted offer becomes a relationship that keeps every day, for every kind', () => {
  for (const { kind, participants } of casts) {
    const first = participants.filter((one) => one.role === 'mentee' || one.role === 'peer')
    const people = [...new Set([...first, ...participants].map((one) => one.personId))]
    const days = people.map((_, index) => `2026-01-${10 + index}`)
    const offer = offerSteps(
      offered('o1', participants, kind),
      ...people.map((by, index) => accept(by, days[index] as string)),
    )
    expect(offer.status).toBe('accepted')
    expect(codeOf(relationshipFromOffer({ ...offered(), status: 'expired', on: '2026-02-01' }, lenient))).toBe(
      'offer-not-accepted',
    )
    const active = made(relationshipFromOffer(offer, lenient))
    expect(active.relationship).toMatchObject({
      id: 'o1',
      kind,
      status: 'active',
      proposedOn: '2026-01-05',
      startedOn: days.at(-1),
    })
    expect(active.steps.map((one) => one.on)).toEqual(days)
    const all = { ...strict, briefingRequiredFor: ['mentor', 'mentee', 'peer'] as const }
    expect(made(relationshipFromOffer(offer, all)).relationship.status).toBe('forming')
  }
})

test('terms that nobody could keep, and proposals that are none, make no offer', () => {
  const input = { id: 'o1', programmeId: 'p1', kind: 'dyad' as const, participants: dyad, on: '2026-01-05' }
  for (const days of [0, -1, 1.5, 366, Number.NaN, '7' as unknown as number]) {
    expect(codeOf(makeOffer(input, lenient, { ...defaultOfferTerms, mentorAnswerDays: days }))).toBe('terms-not-usable')
    expect(
      codeOf(advanceOffer(offered(), accept('ada', '2026-01-06'), { menteeAnswerDays: 1, mentorAnswerDays: days })),
    ).toBe('terms-not-usable')
  }
  expect(codeOf(makeOffer({ ...input, programmeId: '' }, lenient, defaultOfferTerms))).toBe('id-not-usable')
  expect(codeOf(makeOffer({ ...input, kind: 'peer' }, lenient, defaultOfferTerms))).toBe('participants-do-not-fit-kind')
  expect(codeOf(makeOffer({ ...input, notAgain: [['ada', 'mia']] }, lenient, defaultOfferTerms))).toBe(
    'pair-declined-before',
  )
  expect(made(makeOffer({ ...input, cohortId: 'c1', continues: 'r0' }, lenient, defaultOfferTerms))).toMatchObject({
    cohortId: 'c1',
    continues: 'r0',
  })
})

test('whatever steps are tried, an offer stays one that can be stored, its days never go back, and the asked are right', () => {
  const group = casts.find((one) => one.kind === 'group')?.participants as readonly Participant[]
  const people = [...new Set(group.map((one) => one.personId)), 'stranger']
  const stepOf = fc.record({
    type: fc.constantFrom<OfferStep['type']>(
      'accept',
      'accept',
      'accept',
      'decline',
      'ask-more',
      'answer-question',
      'expire',
      'withdraw',
    ),
    by: fc.constantFrom(...people),
    on: fc
      .constantFrom(6, 6, 6, 7, 8, 9, 20, 21, 40)
      .map((day) => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)),
    about: fc.constantFrom(...offerQuestions),
  })
  const met = new Set<string>()
  fc.assert(
    fc.property(fc.array(stepOf, { maxLength: 30, size: 'max' }), (taken) => {
      let offer = offered('o1', group, 'group')
      for (const step of taken) {
        const before = JSON.stringify(offer)
        const next = at(offer, step as OfferStep)
        expect(JSON.stringify(offer)).toBe(before)
        if ('refusal' in next) continue
        offer = next.value
        met.add(offer.status)
        expect(parseStored('offer', JSON.parse(JSON.stringify(offer)))).toEqual({ value: offer })
        const yes = new Set(offer.accepted.map((act) => act.personId))
        expect(yes.size).toBe(offer.accepted.length)
        const mentees = ['ada', 'ben'].filter((who) => !yes.has(who))
        const expected = offer.status === 'with-mentees' ? mentees : offer.status === 'with-mentors' ? ['mia'] : []
        expect([...peopleAsked(offer)].sort()).toEqual(expected)
        if (offer.status === 'with-mentees') expect(mentees.length).toBeGreaterThan(0)
        if (yes.has('mia')) expect(mentees).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
  expect([...met].sort()).toEqual(['accepted', 'declined', 'expired', 'with-mentees', 'with-mentors', 'withdrawn'])
})
