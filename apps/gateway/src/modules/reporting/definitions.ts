import type { ReportDefinition, ReportSection } from '@mentoring-commons/reporting'
import type { Gathered } from './gather.ts'
import { beneficiaryOf } from './indicators.ts'

/** A question with more choices than this is read in its table: more bars than that say less than numbers. */
const chartedChoicesMax = 8

/** What readers call the columns that figures are split by. */
export const dimensionLabels = {
  cohort: 'Cohort',
  country: 'Country',
  choice: 'Choice',
  first: 'First cohort',
  returned: 'Came back in',
} as const

/** What is asked of any programme: who took part, what became of their projects, who came back, and what they said. */
export function programmeReport(title: string, { questions }: Pick<Gathered, 'questions'>): ReportDefinition {
  return {
    id: 'programme',
    title,
    policy: 'reader',
    intro:
      'Who took part, what became of their projects, who came back in another role, and what they said in surveys. Survey answers cannot be linked to people or between waves, so no change of a person over time is shown.',
    sections: [people, countries, projects, pathways, ...questions.map(questionSection)],
    dimensionLabels,
  }
}

/** The section of one question. */
export function questionSection(question: Gathered['questions'][number]): ReportSection {
  const id = `survey.${question.wave}.${question.item}`
  const heading = `${question.label} (${question.waveLabel})`
  const { length } = question.choices
  const section = { key: id, heading, indicators: [id], absent: 'Nobody has answered this question.' }
  return length > chartedChoicesMax
    ? { ...section, text: `${length} choices: read the table.` }
    : { ...section, charts: [{ kind: 'grouped', title: heading, indicators: [id], rows: 'choice', series: 'cohort' }] }
}

const people: ReportSection = {
  key: 'people',
  heading: 'Who took part',
  text: 'Different people by role. Somebody who came back, or had two roles, counts once in each.',
  indicators: ['people.*'],
  charts: [
    {
      kind: 'grouped',
      title: 'People by role and cohort',
      indicators: ['people.*'],
      rows: 'indicator',
      series: 'cohort',
    },
  ],
  absent: 'Nobody is recorded as having taken part.',
}

const countries: ReportSection = {
  key: 'countries',
  heading: 'Where people are from',
  text: 'By the country that is known of a person. The chart shows the countries with most mentees; the tables show all.',
  indicators: ['countries.*'],
  charts: [{ kind: 'bars', title: 'Mentees by country', indicators: ['countries.mentee'], most: 15 }],
  absent: 'No country is recorded of anybody.',
}

const projects: ReportSection = {
  key: 'projects',
  heading: 'Projects',
  text: 'Mentored projects, how many of them graduated, and the places that people held in them.',
  indicators: ['projects.*', 'places.*'],
  charts: [
    {
      kind: 'grouped',
      title: 'Projects by cohort',
      indicators: ['projects.total', 'projects.graduated'],
      rows: 'cohort',
      series: 'indicator',
    },
  ],
  absent: 'No project is recorded.',
}

const pathways: ReportSection = {
  key: 'pathways',
  heading: 'Who came back in another role',
  text: 'A community grows when those who were mentored mentor others.',
  indicators: ['pathway.*'],
  charts: [{ kind: 'bars', title: 'From mentee to mentor', indicators: ['pathway.*'] }],
  absent: 'Nobody is recorded as a mentee.',
}

/** Which waves tell of the time before: those that a baseline project rests on, or that are held as a baseline. */
export interface Before {
  readonly waves: readonly string[]
}

/**
 * The founding report: experience of mentoring before, growth of the community, outcomes for mentees, mentors and the organisation,
 * objectives, retention and culture. A section of which nothing is recorded says so.
 */
export function impactReport(
  title: string,
  { questions }: Pick<Gathered, 'questions'>,
  { waves }: Before,
): ReportDefinition {
  const before = questions.filter(({ wave }) => waves.includes(wave))
  const after = questions.filter(({ wave }) => !waves.includes(wave))
  const ofWhom = (who: string) => after.filter(({ audience }) => beneficiaryOf(audience).some((one) => one === who))
  const idsOf = (asked: Gathered['questions']) => asked.map(({ wave, item }) => `survey.${wave}.${item}`)
  const answered = (
    key: string,
    heading: string,
    asked: Gathered['questions'],
    said: { readonly text: string; readonly absent: string },
  ): ReportSection => ({
    ...{ key, heading, ...said, indicators: idsOf(asked) },
    charts: asked
      .filter(({ choices }) => choices.length <= chartedChoicesMax)
      .map((one) => ({ kind: 'distribution', title: `${one.label} (${one.waveLabel})`, indicators: idsOf([one]) })),
  })
  const experience = answered('before', 'Experience of mentoring before', before, {
    text: 'What staff said of their experience of mentoring before the programme, and what was found and recommended.',
    absent:
      'Not recorded: no baseline survey is linked with this programme, so nothing here can be compared with the time before.',
  })
  return {
    id: 'impact',
    title,
    policy: 'reader',
    intro:
      'What mentoring has been associated with in this institution. These are descriptions of what was recorded; none of them by itself shows what mentoring caused.',
    sections: [
      { ...experience, indicators: [...experience.indicators, 'baseline.*'] },
      {
        key: 'growth',
        heading: 'Growth of the community',
        text: 'Who took part, and who of those that were mentored came back to mentor others.',
        indicators: ['people.mentee', 'people.mentor', 'growth.*', 'pathway.*', 'community.*'],
        charts: [
          { kind: 'reach', title: 'New mentees of each cohort', indicators: ['growth.first'], along: 'first' },
          {
            kind: 'flow',
            title: 'From the first cohort as a mentee to coming back as a mentor or an expert',
            indicators: ['growth.returned'],
            from: 'first',
            to: 'returned',
          },
        ],
        absent: 'Not recorded: nobody is recorded as having taken part.',
      },
      answered('outcomes-mentees', 'Outcomes for mentees', ofWhom('mentee'), {
        text: 'What mentees said in surveys during and after the programme.',
        absent: 'Not recorded: no survey of mentees was held during or after the programme.',
      }),
      answered('outcomes-mentors', 'Outcomes for mentors', ofWhom('mentor'), {
        text: 'What mentors said in surveys during and after the programme.',
        absent: 'Not recorded: no survey of mentors was held during or after the programme.',
      }),
      {
        ...answered('outcomes-organisation', 'Outcomes for the organisation', ofWhom('organisation'), {
          text: 'What others said in surveys, and what became of mentored projects.',
          absent: 'Not recorded: neither a survey of others nor any mentored project.',
        }),
        indicators: [...idsOf(ofWhom('organisation')), 'projects.*'],
      },
      {
        key: 'objectives',
        heading: 'Objectives of the organisation',
        text: 'What the organisation set out to reach, and where each objective stands.',
        indicators: ['objectives.*'],
        absent: 'Not recorded: no objective of the organisation is linked with mentoring.',
      },
      {
        key: 'retention',
        heading: 'Retention',
        text: 'Who stayed in employment, from records of employment. Nobody counts as mentored before mentoring began, and a renewed contract is no departure.',
        indicators: ['retention.*'],
        absent: 'Not recorded: no employment records were imported, so it is not known who stayed.',
      },
      {
        key: 'culture',
        heading: 'Culture of mentoring',
        text: 'How far mentoring is part of normal work: practices in place, and how present hallmarks of a mentoring culture were read to be.',
        indicators: ['culture.*'],
        charts: [
          {
            kind: 'spread',
            title: 'Practices in place by department',
            indicators: ['culture.practices'],
            place: 'department',
          },
        ],
        absent: 'Not recorded: the inventory of mentoring practice is empty, and no hallmark was read.',
      },
    ],
    dimensionLabels: {
      ...dimensionLabels,
      status: 'Where it stands',
      form: 'Form',
      department: 'Department',
      hallmark: 'Hallmark',
      presence: 'Presence',
      title: 'Objective',
      mentored_before: 'Mentored before',
    },
  }
}
