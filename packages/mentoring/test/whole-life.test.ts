import { expect, test } from 'vitest'
import {
  type AgreementVersion,
  type Application,
  advance,
  advanceOffer,
  applicationStatus,
  assessPhase,
  type Capacity,
  conflictsAmong,
  conflictsLeftBy,
  defaultOfferTerms,
  defaultQueueThresholds,
  draftAgreement,
  makeOffer,
  mayAssess,
  mayMeetAgain,
  mayOffer,
  type Offer,
  outstanding,
  type ProgrammePolicy,
  parseRelationship,
  peopleAsked,
  periodsOf,
  phaseView,
  type Relationship,
  type RelationshipStep,
  recordMeeting,
  relationshipFromOffer,
  setGoal,
  signAgreement,
  statusOn,
  workQueue,
} from '../src/index.ts'
import { casts, codeOf, made } from './demo.ts'
import { terms, topicSet } from './life.ts'

const policy: ProgrammePolicy = {
  agreementRequired: true,
  briefingRequiredFor: ['mentor', 'mentee', 'peer', 'facilitator'],
}

test.each(casts.map((cast) => [`${cast.kind} of ${cast.participants.length}`, cast] as const))(
  '%s goes from applications to what outlives it, saved and read back at every step',
  (_, { kind, participants }) => {
    const people = [...new Set(participants.map((one) => one.personId))]
    const applications = participants.map(
      ({ personId, role }, index): Application => ({
        id: `a${index}`,
        programmeId: 'p1',
        personId,
        role,
        appliedOn: '2026-01-02',
        questionsVersion: 1,
        answers: [],
      }),
    )
    const capacities = participants.map(
      ({ personId, role }): Capacity => ({ personId, role, from: '2026-01-01', relationshipsMax: 1 }),
    )
    const stand = (offers: readonly Offer[], relationships: readonly Relationship[], on: string) => [
      ...new Set(applications.map((one) => applicationStatus(one, { offers, relationships }, on))),
    ]
    expect(stand([], [], '2026-01-04')).toEqual(['waiting'])

    // Asked: there is room, and nothing stands between them.
    made(mayOffer(participants, { capacities, offers: [], relationships: [] }, '2026-01-05'))
    expect(conflictsAmong(participants, { records: [], lines: [] }, '2026-01-05')).toEqual([])
    const input = { id: 'r1', programmeId: 'p1', kind, participants, on: '2026-01-05' }
    let offer: Offer = made(makeOffer(input, policy, defaultOfferTerms))
    expect(stand([offer], [], '2026-01-05')).toEqual(['offered'])
    expect(codeOf(mayOffer(participants, { capacities, offers: [offer], relationships: [] }, '2026-01-05'))).toBe(
      'capacity-reached',
    )
    while (offer.status !== 'accepted') {
      const [by] = peopleAsked(offer)
      offer = made(advanceOffer(offer, { type: 'accept', by: by as string, on: '2026-01-06' }, defaultOfferTerms))
    }

    // Together: agreed and briefed.
    const from = made(relationshipFromOffer(offer, policy))
    const taken: RelationshipStep[] = [...from.steps]
    let now = from.relationship
    const go = (step: RelationshipStep) => {
      now = made(advance(made(parseRelationship(JSON.parse(JSON.stringify(now)))), step, policy))
      taken.push(step)
    }
    expect(now.status).toBe('forming')
    expect(stand([offer], [now], '2026-01-06')).toEqual(['placed'])
    let agreement: AgreementVersion = made(draftAgreement(now, [], terms, '2026-01-07', topicSet))
    for (const by of outstanding(now, policy).signatures) {
      agreement = made(signAgreement(now, [agreement], 1, { personId: by, on: '2026-01-08' }))
      go({ type: 'sign-agreement', by, on: '2026-01-08' })
    }
    for (const { personId, role } of outstanding(now, policy).briefings) {
      expect(now.status).toBe('forming')
      go({ type: 'complete-briefing', by: personId, role, on: '2026-01-09' })
    }
    expect(now.status).toBe('active')
    const conflicts = conflictsLeftBy(now)
    expect(conflicts.length).toBeGreaterThan(0)

    // They meet, set goals and see phases; no status changes with it.
    const session = { framework: 'egan', stages: ['2a', '1a'] }
    const held = {
      id: 'm1',
      relationshipId: 'r1',
      heldOn: '2026-01-20',
      durationMinutes: 60,
      mode: 'online' as const,
      topics: ['career'],
      session,
    }
    made(mayMeetAgain(now, []))
    const meeting = made(recordMeeting(now, held, topicSet))
    expect(codeOf(mayMeetAgain(now, [meeting]))).toBe(kind === 'flash' ? 'meeting-not-possible' : undefined)
    for (const ownerId of people)
      made(setGoal(now, { id: `g-${ownerId}`, ownerId, title: 'Own goal', setOn: '2026-01-20' }))
    const phases = participants.map(({ personId, role }, index) =>
      made(
        assessPhase(now, {
          relationshipId: 'r1',
          personId,
          role,
          model: 'zachary',
          phase: index ? 'enabling' : 'closing',
          on: '2026-02-01',
        }),
      ),
    )
    expect(phaseView(phases, 'zachary', '2026-02-01').stand).toBe('differ')

    // It rests, is taken up again, is wound down and completed.
    go({ type: 'pause', on: '2026-02-10', reason: 'workload' })
    expect(
      workQueue(
        { policy, offers: [offer], relationships: [now], meetings: [meeting], agreements: [agreement], reviews: [] },
        defaultQueueThresholds,
        '2026-12-31',
      ),
    ).toEqual([])
    go({ type: 'resume', on: '2026-03-10' })
    go({ type: 'wind-down', on: '2026-06-01', by: people[0] as string })
    go({ type: 'end', on: '2026-06-15', reason: 'completed' })
    const periods = made(periodsOf(now, taken))
    const days = ['2026-01-06', '2026-01-09', '2026-02-10', '2026-03-10', '2026-06-01', '2026-06-15', '2030-01-01']
    expect(days.map((day) => statusOn(periods, day))).toEqual([
      'forming',
      'active',
      'paused',
      'active',
      'winding-down',
      'ended',
      'ended',
    ])
    expect(mayOffer(participants, { capacities, offers: [offer], relationships: [now] }, '2026-06-15')).toHaveProperty(
      'value',
    )

    // What outlives it.
    expect(conflictsLeftBy(now)).toEqual(conflicts)
    for (const { personA, personB } of conflicts) {
      expect(codeOf(mayAssess(personA, personB, { relationships: [], records: conflicts }, '2040-01-01'))).toBe(
        'mentored-before',
      )
    }
    const led = participants.filter((one) => one.role === 'mentee' || one.role === 'peer').map((one) => one.personId)
    const leaders = participants
      .filter((one) => one.role === 'mentor' || one.role === 'facilitator')
      .map((one) => one.personId)
    for (const leader of leaders) {
      for (const one of led.filter((who) => who !== leader)) {
        expect(codeOf(mayAssess(leader, one, { relationships: [now], records: [] }, '2040-01-01'))).toBe(
          'mentored-before',
        )
      }
    }
  },
)
