import type { Meeting, RelationshipStep } from '@mentoring-commons/mentoring'
import type { SurveyFile } from '../intake/mapping.ts'
import type { ResponseRecord } from '../intake/record.ts'

/** The demo institution: nobody in it exists. */
export const demoInstitution = { key: 'demo', name: 'Demo University (made up)' }

/** The programme of the demo. */
export const demoProgramme = {
  key: 'demo-mentoring',
  title: 'Mentoring for new lecturers (made up)',
  purpose: 'Shows what a programme looks like; every person in it is made up.',
  policy: { agreementRequired: true, briefingRequiredFor: ['mentor' as const] },
}

/** The topics that a meeting of the demo may name. */
export const demoTopics = [
  { code: 'career', label: 'Career' },
  { code: 'research', label: 'Research' },
  { code: 'teaching', label: 'Teaching' },
  { code: 'wellbeing', label: 'Well-being' },
]

type Actor = 'mentor' | 'mentee'
type StoryStep = RelationshipStep extends infer S
  ? S extends RelationshipStep
    ? Omit<S, 'by'> & { readonly by?: Actor }
    : never
  : never

/** A relationship of the demo: who, and what happened. */
export interface RelationshipStory {
  readonly mentor: string
  readonly mentee: string
  readonly on: string
  readonly steps: readonly StoryStep[]
  readonly meetings: readonly Omit<Meeting, 'id' | 'relationshipId'>[]
}

const agreed = (day: string): StoryStep[] => [
  { type: 'accept', by: 'mentee', on: day },
  { type: 'accept', by: 'mentor', on: day },
  { type: 'sign-agreement', by: 'mentee', on: day },
  { type: 'sign-agreement', by: 'mentor', on: day },
  { type: 'complete-briefing', by: 'mentor', role: 'mentor', on: day },
]

const met = (heldOn: string, durationMinutes: number, topics: readonly string[]) => ({
  heldOn,
  durationMinutes,
  mode: 'online' as const,
  topics,
})

/** Six pairs, one for each thing that may happen to a pair. */
export const demoRelationships: readonly RelationshipStory[] = [
  {
    mentor: 'Demo Mentor 1',
    mentee: 'Demo Mentee 1',
    on: '2025-09-08',
    steps: agreed('2025-09-15'),
    meetings: [
      met('2025-10-06', 60, ['teaching']),
      met('2025-11-03', 45, ['teaching', 'career']),
      met('2025-12-01', 60, ['research']),
    ],
  },
  {
    mentor: 'Demo Mentor 1',
    mentee: 'Demo Mentee 2',
    on: '2025-09-08',
    steps: [...agreed('2025-09-16'), { type: 'pause', by: 'mentee', on: '2026-01-12', reason: 'workload' }],
    meetings: [],
  },
  {
    mentor: 'Demo Mentor 2',
    mentee: 'Demo Mentee 3',
    on: '2025-09-09',
    steps: [
      ...agreed('2025-09-22'),
      { type: 'wind-down', by: 'mentor', on: '2026-05-04' },
      { type: 'end', by: 'mentee', on: '2026-06-15', reason: 'completed' },
    ],
    meetings: [],
  },
  {
    mentor: 'Demo Mentor 2',
    mentee: 'Demo Mentee 4',
    on: '2025-09-10',
    steps: [{ type: 'accept', by: 'mentee', on: '2025-09-17' }],
    meetings: [],
  },
  { mentor: 'Demo Mentor 3', mentee: 'Demo Mentee 5', on: '2025-09-10', steps: [], meetings: [] },
  {
    mentor: 'Demo Mentor 3',
    mentee: 'Demo Mentee 6',
    on: '2025-09-11',
    steps: [
      { type: 'accept', by: 'mentee', on: '2025-09-18' },
      { type: 'decline', by: 'mentor', on: '2025-09-19' },
    ],
    meetings: [],
  },
]

/** A survey of the demo, in the form that the importer knows. */
export const demoSurvey: SurveyFile = {
  file: 'demo.csv',
  as: 'survey',
  wave: { key: 'mid', label: 'Half-way survey (made up)', audience: 'mentee' },
  fields: { cohort: { column: 'cohort' }, respondent: { column: 'respondent' } },
  items: [
    {
      key: 'met_expectations',
      label: 'My mentor meets my expectations',
      column: 'met_expectations',
      kind: 'scale',
      choices: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: code, pattern: code })),
    },
  ],
}

/** Twelve made-up answers to the demo's survey. */
export function demoResponses(): readonly ResponseRecord[] {
  const answers = ['5', '4', '4', '5', '3', '4', '5', '2', '4', '5', '4', '3']
  return answers.map((choice, index) => ({
    cohort: 1,
    respondent: String(index + 1),
    answers: [{ item: 'met_expectations', choices: [choice] }],
  }))
}
