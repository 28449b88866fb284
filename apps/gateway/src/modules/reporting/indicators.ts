import { participationRoles } from '@mentoring-commons/mentoring'
import type { Disaggregation, FrameTags, IndicatorDefinition } from '@mentoring-commons/reporting'
import type { AnsweredItem } from './store.ts'

const rolePlural: Record<(typeof participationRoles)[number], string> = {
  mentee: 'Mentees',
  mentor: 'Mentors',
  expert: 'Experts',
  speaker: 'Speakers',
  facilitator: 'Facilitators',
  organizer: 'Organizers',
}

const describes: FrameTags = { beneficiaries: [] }
const programmeProcess: FrameTags = { clutterbuck: 'programme-process', beneficiaries: [] }
const always = { kind: 'all-time' } as const

/** The indicators of any programme, each defined once. */
export function programmeIndicators(): readonly IndicatorDefinition[] {
  return [...people(), ...projects(), ...places(), ...pathways(), ...growth()]
}

/** The indicator of one closed question of a survey wave. */
export function questionIndicator(item: AnsweredItem): IndicatorDefinition {
  const { wave, waveLabel, many, choices } = item
  return {
    id: `survey.${wave}.${item.item}`,
    input: answersOf(item),
    numerator: 'respondents who chose it',
    denominator: 'respondents of the cohort who answered the question',
    population: `those who returned the questionnaire (${waveLabel})`,
    window: { kind: 'wave', wave },
    aggregation: { kind: 'distribution', of: 'choice', choices, respondent: 'respondent', many },
    disaggregations: [
      {
        by: ['cohort'],
        label: `${item.label} (${waveLabel})`,
        definition: `Respondents of the cohort who chose it, among those who answered (${waveLabel}${many ? '; several choices were possible' : ''}).`,
      },
    ],
    tags: { kirkpatrick: 'reaction', beneficiaries: beneficiaryOf(item.audience) },
    people: true,
    unit: 'responses',
  }
}

/** The input that holds the answers to one question. */
export function answersOf({ wave, item }: Pick<AnsweredItem, 'wave' | 'item'>): string {
  return `answers:${wave}.${item}`
}

/** Whose outcomes the answers of an audience speak of. What an audience is called is the institution's own word. */
export function beneficiaryOf(audience: string): FrameTags['beneficiaries'] {
  if (/mentor|coach/i.test(audience)) return ['mentor']
  if (/mentee|participant|learner/i.test(audience)) return ['mentee']
  return ['organisation']
}

function people(): readonly IndicatorDefinition[] {
  return participationRoles.flatMap((role) => {
    const counted = {
      input: 'participations',
      numerator: `different people who were a ${role}`,
      denominator: null,
      population: 'everybody with a role in a cohort of the programme',
      window: always,
      where: [{ column: 'role', op: 'eq', value: role }],
      aggregation: { kind: 'count-distinct', of: 'person' },
      people: true,
      unit: 'people',
    } as const
    const sentence = `Different people who were a ${role}`
    return [
      {
        ...counted,
        id: `people.${role}`,
        disaggregations: [
          split([], rolePlural[role], `${sentence}; somebody in several cohorts counts once.`),
          split(['cohort'], `${rolePlural[role]} of a cohort`, `${sentence} in the cohort.`),
        ],
        tags: programmeProcess,
      },
      {
        ...counted,
        id: `countries.${role}`,
        disaggregations: [
          split(['country'], `${rolePlural[role]} by country`, `${sentence}, by the country known of them.`),
        ],
        tags: describes,
      },
    ]
  })
}

function projects(): readonly IndicatorDefinition[] {
  const counted = {
    input: 'projects',
    denominator: null,
    population: 'mentoring relationships of the programme',
    window: always,
    aggregation: { kind: 'count' },
    people: true,
    unit: 'projects',
  } as const
  const completed = { column: 'completed', op: 'is-true' } as const
  const outcome: FrameTags = {
    kirkpatrick: 'results',
    clutterbuck: 'programme-outcome',
    beneficiaries: ['mentee', 'organisation'],
  }
  return [
    {
      ...counted,
      id: 'projects.total',
      numerator: 'projects with a mentoring relationship',
      disaggregations: [
        split([], 'Mentored projects', 'Projects with a mentoring relationship.'),
        split(['cohort'], 'Mentored projects of a cohort', 'Projects with a mentoring relationship in the cohort.'),
      ],
      tags: programmeProcess,
    },
    {
      ...counted,
      id: 'projects.graduated',
      numerator: 'projects that the programme records as completed',
      where: [completed],
      disaggregations: [
        split([], 'Graduated projects', 'Projects that the programme records as completed.'),
        split(
          ['cohort'],
          'Graduated projects of a cohort',
          'Projects of the cohort that the programme records as completed.',
        ),
      ],
      tags: outcome,
    },
    {
      ...counted,
      id: 'projects.graduation-rate',
      numerator: 'projects that the programme records as completed',
      denominator: 'projects whose outcome is recorded',
      aggregation: { kind: 'rate', of: completed },
      unit: 'percent',
      disaggregations: [
        split([], 'Graduation rate', 'Graduated projects among those whose outcome is recorded.'),
        split(
          ['cohort'],
          'Graduation rate of a cohort',
          'Graduated projects of the cohort among those whose outcome is recorded.',
        ),
      ],
      tags: outcome,
    },
  ]
}

function places(): readonly IndicatorDefinition[] {
  return (['mentee', 'mentor'] as const).map((role) => {
    const name = role === 'mentee' ? 'Mentee' : 'Mentor'
    const sentence = `Places that ${role}s hold in projects; somebody with two projects holds two`
    return {
      id: `places.${role}`,
      input: 'places',
      numerator: `places that ${role}s hold in projects`,
      denominator: null,
      population: 'places in mentoring relationships of the programme',
      window: always,
      where: [{ column: 'role', op: 'eq', value: role }],
      aggregation: { kind: 'count' },
      disaggregations: [
        split([], `${name} places`, `${sentence}.`),
        split(['cohort'], `${name} places of a cohort`, `${sentence}, in the cohort.`),
      ],
      tags: programmeProcess,
      people: true,
      unit: 'places',
    }
  })
}

const cameBack = {
  input: 'mentees',
  denominator: null,
  population: 'everybody who was a mentee of the programme',
  window: always,
  aggregation: { kind: 'count-distinct', of: 'person' },
  tags: { value: 'realised', clutterbuck: 'programme-outcome', beneficiaries: ['mentee', 'mentor', 'organisation'] },
  people: true,
  unit: 'people',
} as const

function pathways(): readonly IndicatorDefinition[] {
  return [
    {
      ...cameBack,
      id: 'pathway.mentee-to-mentor',
      numerator: 'people whose first cohort as a mentor comes after their first cohort as a mentee',
      where: [{ column: 'mentor', op: 'is-true' }],
      disaggregations: [
        split(
          [],
          'Mentees who came back as mentors',
          'People whose first cohort as a mentor comes after their first cohort as a mentee.',
        ),
      ],
    },
    {
      ...cameBack,
      id: 'pathway.mentee-to-mentor-or-expert',
      numerator: 'people whose first cohort as a mentor or an expert comes after their first cohort as a mentee',
      where: [{ column: 'mentorOrExpert', op: 'is-true' }],
      disaggregations: [
        split(
          [],
          'Mentees who came back as mentors or experts',
          'People whose first cohort as a mentor or an expert comes after their first cohort as a mentee.',
        ),
      ],
    },
  ]
}

function growth(): readonly IndicatorDefinition[] {
  return [
    {
      ...cameBack,
      id: 'growth.first',
      numerator: 'people whose first cohort as a mentee it is',
      tags: programmeProcess,
      disaggregations: [split(['first'], 'New mentees of a cohort', 'People whose first cohort as a mentee it is.')],
    },
    {
      ...cameBack,
      id: 'growth.returned',
      numerator: 'people who were a mentee, by whether and when they came back as a mentor or an expert',
      disaggregations: [
        split(
          ['first', 'returned'],
          'Mentees of a cohort, by the cohort in which they came back',
          'People by their first cohort as a mentee and the first later cohort in which they were a mentor or an expert, if there was one.',
        ),
      ],
    },
  ]
}

function split(by: readonly string[], label: string, definition: string): Disaggregation {
  return { by, label, definition }
}
