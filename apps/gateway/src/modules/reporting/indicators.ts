import { participationRoles, pathway } from '@mentoring-commons/mentoring'
import {
  defineIndicator,
  defineTable,
  type FigureSet,
  type Indicator,
  measure,
  type Row,
  type Table,
} from '@mentoring-commons/reporting'
import { accepted } from '../../refused.ts'
import type { AnsweredItem, ParticipationRow, PlaceRow, ProjectRow } from './store.ts'

/** What a programme's impact report rests on: rows, before anything is counted. */
export interface ReportRows {
  readonly participations: readonly ParticipationRow[]
  readonly projects: readonly ProjectRow[]
  readonly places: readonly PlaceRow[]
  readonly items: readonly AnsweredItem[]
}

const rolePlural: Record<(typeof participationRoles)[number], string> = {
  mentee: 'Mentees',
  mentor: 'Mentors',
  expert: 'Experts',
  speaker: 'Speakers',
  facilitator: 'Facilitators',
  organizer: 'Organizers',
}

/** Every figure of a programme's impact report, measured and not yet fit to be shown. */
export function measureProgramme(rows: ReportRows): readonly FigureSet[] {
  return [
    ...people(rows.participations),
    ...projects(rows.projects),
    ...places(rows.places),
    ...pathways(rows.participations),
    ...rows.items.map(answers),
  ]
}

function people(participations: readonly ParticipationRow[]): FigureSet[] {
  const table = tableOf(
    [
      { name: 'person', type: 'string', label: 'Person' },
      { name: 'cohort', type: 'string', label: 'Cohort' },
      { name: 'role', type: 'string', label: 'Role' },
      { name: 'country', type: 'string', label: 'Country' },
    ],
    participations.map(({ personId, cohortOrdinal, role, country }) => ({
      person: personId,
      cohort: String(cohortOrdinal),
      role,
      country,
    })),
  )
  return participationRoles.flatMap((role) => {
    const counted = {
      where: [{ column: 'role', op: 'eq', value: role }],
      measure: { kind: 'count-distinct', of: 'person' },
      people: true,
      unit: 'people',
    } as const
    const sentence = `Different people who were a ${role}`
    return [
      figures(table, {
        ...counted,
        id: `people.${role}`,
        label: rolePlural[role],
        definition: `${sentence}; somebody in several cohorts counts once.`,
      }),
      figures(table, {
        ...counted,
        id: `people.${role}`,
        label: `${rolePlural[role]} of a cohort`,
        by: ['cohort'],
        definition: `${sentence} in the cohort.`,
      }),
      figures(table, {
        ...counted,
        id: `countries.${role}`,
        label: `${rolePlural[role]} by country`,
        by: ['country'],
        definition: `${sentence}, by the country known of them.`,
      }),
    ]
  })
}

function projects(rows: readonly ProjectRow[]): FigureSet[] {
  const table = tableOf(
    [
      { name: 'cohort', type: 'string', label: 'Cohort' },
      { name: 'completed', type: 'boolean', label: 'Completed' },
    ],
    rows.map(({ cohort, completed }) => ({ cohort: cohort === null ? null : String(cohort), completed })),
  )
  const counted = { measure: { kind: 'count' }, people: true, unit: 'projects' } as const
  const graduated = { ...counted, where: [{ column: 'completed', op: 'is-true' }] } as const
  const share = {
    measure: { kind: 'rate', of: { column: 'completed', op: 'is-true' } },
    people: true,
    unit: 'percent',
  } as const
  return [
    figures(table, {
      ...counted,
      id: 'projects.total',
      label: 'Mentored projects',
      definition: 'Projects with a mentoring relationship.',
    }),
    figures(table, {
      ...counted,
      id: 'projects.total',
      label: 'Mentored projects of a cohort',
      by: ['cohort'],
      definition: 'Projects with a mentoring relationship in the cohort.',
    }),
    figures(table, {
      ...graduated,
      id: 'projects.graduated',
      label: 'Graduated projects',
      definition: 'Projects that the programme records as completed.',
    }),
    figures(table, {
      ...graduated,
      id: 'projects.graduated',
      label: 'Graduated projects of a cohort',
      by: ['cohort'],
      definition: 'Projects of the cohort that the programme records as completed.',
    }),
    figures(table, {
      ...share,
      id: 'projects.graduation-rate',
      label: 'Graduation rate',
      definition: 'Graduated projects among those whose outcome is recorded.',
    }),
    figures(table, {
      ...share,
      id: 'projects.graduation-rate',
      label: 'Graduation rate of a cohort',
      by: ['cohort'],
      definition: 'Graduated projects of the cohort among those whose outcome is recorded.',
    }),
  ]
}

function places(rows: readonly PlaceRow[]): FigureSet[] {
  const table = tableOf(
    [
      { name: 'cohort', type: 'string', label: 'Cohort' },
      { name: 'role', type: 'string', label: 'Role' },
    ],
    rows.map(({ cohort, role }) => ({ cohort: cohort === null ? null : String(cohort), role })),
  )
  return (['mentee', 'mentor'] as const).flatMap((role) => {
    const counted = {
      id: `places.${role}`,
      where: [{ column: 'role', op: 'eq', value: role }],
      measure: { kind: 'count' },
      people: true,
      unit: 'places',
    } as const
    const sentence = `Places that ${role}s hold in projects; somebody with two projects holds two`
    return [
      figures(table, {
        ...counted,
        label: `${role === 'mentee' ? 'Mentee' : 'Mentor'} places`,
        definition: `${sentence}.`,
      }),
      figures(table, {
        ...counted,
        label: `${role === 'mentee' ? 'Mentee' : 'Mentor'} places of a cohort`,
        by: ['cohort'],
        definition: `${sentence}, in the cohort.`,
      }),
    ]
  })
}

function pathways(participations: readonly ParticipationRow[]): FigureSet[] {
  const mentees = new Set(participations.filter(({ role }) => role === 'mentee').map(({ personId }) => personId))
  const toMentor = new Set(pathway(participations, { from: 'mentee', to: ['mentor'] }))
  const toEither = new Set(pathway(participations, { from: 'mentee', to: ['mentor', 'expert'] }))
  const table = tableOf(
    [
      { name: 'person', type: 'string', label: 'Person' },
      { name: 'mentor', type: 'boolean', label: 'Became a mentor' },
      { name: 'mentorOrExpert', type: 'boolean', label: 'Became a mentor or an expert' },
    ],
    [...mentees].map((person) => ({ person, mentor: toMentor.has(person), mentorOrExpert: toEither.has(person) })),
  )
  const counted = { measure: { kind: 'count-distinct', of: 'person' }, people: true, unit: 'people' } as const
  return [
    figures(table, {
      ...counted,
      id: 'pathway.mentee-to-mentor',
      where: [{ column: 'mentor', op: 'is-true' }],
      label: 'Mentees who came back as mentors',
      definition: 'People whose first cohort as a mentor comes after their first cohort as a mentee.',
    }),
    figures(table, {
      ...counted,
      id: 'pathway.mentee-to-mentor-or-expert',
      where: [{ column: 'mentorOrExpert', op: 'is-true' }],
      label: 'Mentees who came back as mentors or experts',
      definition: 'People whose first cohort as a mentor or an expert comes after their first cohort as a mentee.',
    }),
  ]
}

function answers(item: AnsweredItem): FigureSet {
  const table = tableOf(
    [
      { name: 'respondent', type: 'string', label: 'Respondent' },
      { name: 'cohort', type: 'string', label: 'Cohort' },
      { name: 'choice', type: 'string', label: 'Choice' },
    ],
    item.ticks.map(({ respondent, cohort, choice }) => ({ respondent, cohort: String(cohort), choice })),
  )
  const { choices, many } = item
  return figures(table, {
    id: `survey.${item.wave}.${item.item}`,
    label: `${item.label} (${item.waveLabel})`,
    by: ['cohort'],
    measure: { kind: 'distribution', of: 'choice', choices, respondent: 'respondent', many },
    people: true,
    unit: 'responses',
    definition: `Respondents of the cohort who chose it, among those who answered (${item.waveLabel}${many ? '; several choices were possible' : ''}).`,
  })
}

function tableOf(columns: Table['columns'], rows: readonly Row[]): Table {
  return accepted(plain(defineTable(columns, rows)))
}

function figures(table: Table, indicator: Indicator): FigureSet {
  return accepted(plain(measure(accepted(plain(defineIndicator(indicator))), table)))
}

/** The package's refusals carry a path of keys; here they would be a fault of this file, so a text will do. */
function plain<T>(answer: { value: T } | { refusal: { code: string; message: string } }) {
  return 'value' in answer ? answer : { refusal: { code: answer.refusal.code, message: answer.refusal.message } }
}
