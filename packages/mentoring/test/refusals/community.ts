import { type Network, networkOf, reach, readWave, type Wave, waveChange } from '../../src/community/index.ts'
import {
  defaultThresholds,
  defineMembership,
  definePractice,
  defineThresholds,
  defineValueIndicator,
  defineValueStory,
  type ImpactAnswer,
  loadSelfAssessmentTexts,
  type Membership,
  type ParticipationKind,
  type RefusalCode,
  type Result,
  readDimension,
  readSelfAssessment,
  recordParticipation,
  type SelfAssessmentAnswers,
  valueFrameworks,
} from '../../src/index.ts'

const on = '2026-02-01'
const spell: Membership = { communityId: 'k1', personId: 'ada', from: on }
const event = { id: 'e1', communityId: 'k1', personId: 'ada', on }
const window = { from: on, to: on }
const indicator = { id: 'i1', communityId: 'k1', type: 'applied', measure: 'Modules changed', window, value: 1 }
const story = { id: 's1', communityId: 'k1', authorId: 'ada', consent: { circle: 'public' as const, givenOn: on } }
const wave: Wave = {
  id: 'w1',
  on,
  boundary: 'staff',
  tieKind: 'asks',
  source: 'survey',
  people: [
    { personId: 'ada', departmentId: 'art' },
    { personId: 'ben', departmentId: 'law' },
  ],
  ties: [],
}
const tie = (change: object) => readWave({ ...wave, ties: [{ from: 'ada', to: 'ben', kind: 'asks', ...change }] })
const network = (change: object): Network => networkOf({ ...wave, ...change }, 'either-named')
const answers: SelfAssessmentAnswers = {
  assessment: 'institutional-self-assessment',
  version: 1,
  institution: 'Example University',
  heldOn: on,
  participants: null,
  practices: [{ id: 'p1', name: 'Pairs', form: 'formal' }],
  communities: [],
  impacts: [],
}
const impact: ImpactAnswer = {
  id: 'i1',
  concerns: ['p9'],
  time: 'current',
  for: 'mentees',
  statement: 'They settle in.',
  sign: 'positive',
  evidence: 'none',
}

/** The codes of `community` and `culture`, each met once. */
export const communityRefusals = {
  'window-not-usable': definePractice({ id: 'p1', title: 'P', form: 'formal', seenFrom: on, seenTo: '2026-01-31' }),
  'field-not-listed': defineMembership({ ...spell, note: '' } as Membership),
  'value-not-listed': recordParticipation({ ...event, kind: 'lurk' as ParticipationKind }),
  'level-is-never-kept': defineMembership({ ...spell, level: 'core' } as Membership),
  'membership-overlaps': defineMembership(spell, [spell]),
  'thresholds-not-usable': defineThresholds({ ...defaultThresholds, rules: [] }),
  'value-type-not-in-framework': defineValueIndicator(
    { ...indicator, type: 'wealth', sign: 'null' },
    valueFrameworks[0],
  ),
  'reading-without-sign': defineValueIndicator({ ...indicator, sign: null }, valueFrameworks[0]),
  'story-without-step': defineValueStory({ ...story, activityIds: [], steps: [] }, valueFrameworks[0]),
  'person-outside-boundary': tie({ to: 'zoe' }),
  'person-twice': readWave({ ...wave, people: [...wave.people, ...wave.people] }),
  'tie-to-oneself': tie({ to: 'ada' }),
  'tie-kinds-mixed': tie({ kind: 'trusts' }),
  'waves-not-comparable': waveChange(network({}), network({ boundary: 'all' })),
  'department-not-listed': reach(network({}), ['ada'], ['art']),
  'reading-out-of-range': readDimension({
    relationshipId: 'r1',
    party: 'mentor',
    dimension: 'open-closed',
    reading: 3,
    on,
  }),
  'too-many-entries': readSelfAssessment({
    ...answers,
    practices: Array.from({ length: 41 }, (_, index) => ({ id: `p${index}`, name: 'P', form: 'formal' })),
  }),
  'text-too-long': readSelfAssessment({ ...answers, practices: [{ id: 'p1', name: 'x'.repeat(121), form: 'formal' }] }),
  'answer-missing': readSelfAssessment({ ...answers, practices: [{ id: 'p1', form: 'formal' }] }),
  'entry-not-found': readSelfAssessment({ ...answers, impacts: [impact] }),
  'text-not-loaded': loadSelfAssessmentTexts({ language: 'cy', texts: {} }),
} satisfies Readonly<Partial<Record<RefusalCode, Result<unknown>>>>
