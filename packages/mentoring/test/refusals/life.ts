import {
  advanceGoal,
  advanceOffer,
  applyToProgramme,
  assessPhase,
  type CareerStage,
  defaultOfferTerms,
  defineQuestions,
  type GoalStep,
  makeOffer,
  mayAssess,
  mayOffer,
  type OfferStep,
  parseStored,
  periodsOf,
  type QuestionSet,
  type RefusalCode,
  type Result,
  recordConflict,
  recordMeeting,
  recordSpell,
  recordSupervision,
  relationshipFromOffer,
  setCapacity,
  setGoal,
  signAgreement,
  transferRelationship,
  withdrawApplication,
} from '../../src/index.ts'
import { dyad, lenient, made } from '../demo.ts'
import { active, draft, forming, offered, offerSteps, topicSet } from '../life.ts'

const on = '2026-02-01'
const transfer = { id: 'r2', on, leaving: 'mia', joining: 'zoe' }
const step = (one: object, offer = offered()) => advanceOffer(offer, one as OfferStep, defaultOfferTerms)
const asked = offerSteps(offered(), { type: 'ask-more', by: 'ada', on: '2026-01-06', about: 'subject' })
const capacity = { personId: 'mia', role: 'mentor' as const, from: '2026-01-01', relationshipsMax: 1 }
const carried = { capacities: [capacity], offers: [], relationships: [active] }
const questions: QuestionSet = {
  programmeId: 'p1',
  version: 1,
  from: '2026-01-01',
  questions: [
    { kind: 'number', key: 'years', label: 'Years', askedOf: ['mentee'], required: true, least: 0, most: 50 },
  ],
}
const application = {
  id: 'a1',
  programmeId: 'p1',
  personId: 'ada',
  role: 'mentee' as const,
  appliedOn: on,
  questionsVersion: 1,
  answers: [{ kind: 'number' as const, question: 'years', number: 3 }],
}
const assessed = {
  relationshipId: 'r1',
  personId: 'ada',
  role: 'mentee' as const,
  model: 'kram',
  phase: 'initiation',
  on,
}
const goal = made(setGoal(active, { id: 'g1', ownerId: 'ada', title: 'Lead', setOn: on }))
const goalStep = (one: object) => advanceGoal(goal, { by: 'ada', on, ...one } as GoalStep)
const session = {
  id: 's1',
  mentorIds: ['mia'],
  supervisorId: 'sol',
  heldOn: on,
  durationMinutes: 60,
  mode: 'individual' as const,
  functions: [],
}
const stages: CareerStage[] = [{ code: 'early', title: 'Early' }]
const held = { id: 'm', relationshipId: 'r1', heldOn: on, durationMinutes: 60, mode: 'online' as const, topics: [] }

/** Each refusal of the life of a relationship, met once. */
export const lifeRefusals = {
  'not-the-shape': parseStored('review', 7),
  'never-measured': parseStored('review', { relationshipId: 'r1', heldOn: on, menteePerformance: 'x' }),
  'already-a-participant': transferRelationship(active, { ...transfer, joining: 'ada' }, lenient),
  'id-taken': transferRelationship(active, { ...transfer, id: 'r1' }, lenient),
  'steps-do-not-lead-here': periodsOf(active, [{ type: 'pause', on, reason: 'other' }]),
  'offer-closed': step({ type: 'withdraw', on }, offerSteps(offered(), { type: 'withdraw', on })),
  'offer-lapsed': step({ type: 'accept', by: 'ada', on }),
  'offer-not-lapsed': step({ type: 'expire', on: '2026-01-19' }),
  'question-open': step({ type: 'ask-more', by: 'ada', on: '2026-01-07', about: 'other' }, asked),
  'no-question-open': step({ type: 'answer-question', on: '2026-01-07' }),
  'offer-not-accepted': relationshipFromOffer(offered(), lenient),
  'terms-not-usable': makeOffer({ id: 'o', programmeId: 'p', kind: 'dyad', participants: dyad, on }, lenient, {
    menteeAnswerDays: 0,
    mentorAnswerDays: 1,
  }),
  'capacity-not-set': mayOffer(dyad, { ...carried, capacities: [] }, on),
  'capacity-reached': mayOffer(dyad, carried, on),
  'capacity-below-load': setCapacity({ ...capacity, relationshipsMax: 0 }, [], [active]),
  'question-not-usable': defineQuestions({
    ...questions,
    questions: [...questions.questions, ...questions.questions],
  }),
  'answer-missing': applyToProgramme({ ...application, answers: [] }, questions),
  'answer-not-usable': applyToProgramme(
    { ...application, answers: [{ kind: 'number', question: 'years', number: 51 }] },
    questions,
  ),
  'application-closed': withdrawApplication({ ...application, withdrawnOn: on }, on),
  'agreement-superseded': signAgreement(forming, [draft, { ...draft, version: 2 }], 1, { personId: 'ada', on }),
  'phase-not-listed': assessPhase(active, { ...assessed, phase: 'rapport' }),
  'stage-not-listed': recordSpell({ personId: 'ada', from: on, stage: 'late' }, { id: 's', version: 1, stages }, []),
  'framework-not-listed': recordMeeting(
    active,
    { ...held, session: { framework: 'none', stages: ['goal'] } },
    topicSet,
  ),
  'goal-closed': advanceGoal(made(goalStep({ type: 'move', state: 'reached' })), {
    type: 'add-milestone',
    by: 'ada',
    on,
    id: 's',
    title: 'S',
  }),
  'goal-not-own': goalStep({ type: 'share', by: 'mia' }),
  'supervision-cast': recordSupervision({ ...session, mode: 'group' }, { lines: [], relationships: [] }),
  'supervisor-not-apart': recordSupervision(session, {
    lines: [{ managerId: 'sol', reportId: 'ada', from: '2020-01-01' }],
    relationships: [active],
  }),
  'conflict-not-usable': recordConflict({ personA: 'ada', personB: 'ada', kind: 'grievance', from: on }),
  'mentored-before': mayAssess('mia', 'ada', { relationships: [active], records: [] }, on),
  'conflict-stands': mayAssess('ada', 'ada', { relationships: [], records: [] }, on),
} satisfies Partial<Readonly<Record<RefusalCode, Result<unknown>>>>
