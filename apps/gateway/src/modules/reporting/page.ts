import { barChart, type DisclosedFigure, groupedBars, type PageSection, reportPage } from '@mentoring-commons/reporting'
import type { ImpactReport } from './build.ts'

/** A question with more choices than this is read in its table: more bars than that say less than numbers. */
const chartedChoicesMax = 8

/** An impact report as one page: charts, the numbers behind each, and what they mean. */
export async function reportHtml(report: ImpactReport): Promise<string> {
  const { renderSvg } = await import('@mentoring-commons/reporting/svg')
  const { programme, asOf, policy, figures } = report
  return reportPage({
    title: programme.title,
    subtitle: 'Impact report',
    asOf,
    policy,
    intro:
      'Who took part, what became of their projects, who came back in another role, and what they said in surveys. Survey answers cannot be linked to people or between waves, so no change of a person over time is shown.',
    sections: [people(figures), countries(figures), projects(figures), pathways(figures), ...surveys(figures)].filter(
      (section) => section.figures.length > 0,
    ),
    splitLabels: { cohort: 'Cohort', country: 'Country', choice: 'Choice' },
    renderSvg,
  })
}

function people(figures: readonly DisclosedFigure[]): PageSection {
  const counted = under(figures, 'people.')
  const byRole = counted
    .filter(({ by }) => by.cohort !== undefined)
    .map((figure) => ({
      ...figure,
      by: { cohort: figure.by.cohort ?? '', role: figure.label.replace(' of a cohort', '') },
    }))
  return {
    heading: 'Who took part',
    text: 'Different people by role. Somebody who came back, or had two roles, counts once in each.',
    figures: counted,
    chart: groupedBars(byRole, {
      title: 'People by role and cohort',
      rows: 'role',
      series: 'cohort',
      valueLabel: 'people',
    }),
  }
}

function countries(figures: readonly DisclosedFigure[]): PageSection {
  const counted = under(figures, 'countries.')
  const mentees = counted
    .filter(({ id }) => id === 'countries.mentee')
    .filter((figure) => 'value' in figure && figure.value > 0)
  const most = [...mentees].sort((a, b) => amountOf(b) - amountOf(a)).slice(0, 15)
  return {
    heading: 'Where people are from',
    text: 'By the country that is known of a person. The chart shows the countries with most mentees; the tables show all.',
    figures: counted,
    chart: barChart(most, { title: 'Mentees by country', valueLabel: 'people' }),
  }
}

function projects(figures: readonly DisclosedFigure[]): PageSection {
  const counted = [...under(figures, 'projects.'), ...under(figures, 'places.')]
  const series = counted
    .filter(({ id, by }) => (id === 'projects.total' || id === 'projects.graduated') && by.cohort !== undefined)
    .map((figure) => ({
      ...figure,
      by: { cohort: figure.by.cohort ?? '', projects: figure.id === 'projects.total' ? 'all' : 'graduated' },
    }))
  return {
    heading: 'Projects',
    text: 'Mentored projects, how many of them graduated, and the places that people held in them.',
    figures: counted,
    chart: groupedBars(series, {
      title: 'Projects by cohort',
      rows: 'cohort',
      series: 'projects',
      valueLabel: 'projects',
    }),
  }
}

function pathways(figures: readonly DisclosedFigure[]): PageSection {
  const counted = under(figures, 'pathway.')
  return {
    heading: 'Who came back in another role',
    text: 'A community grows when those who were mentored mentor others.',
    figures: counted,
    chart: barChart(counted, { title: 'From mentee to mentor', valueLabel: 'people' }),
  }
}

function surveys(figures: readonly DisclosedFigure[]): readonly PageSection[] {
  const ids = [...new Set(under(figures, 'survey.').map(({ id }) => id))]
  return ids.map((id) => {
    const answers = figures.filter((figure) => figure.id === id)
    const choices = new Set(answers.map(({ by }) => by.choice)).size
    const label = answers[0]?.label ?? id
    const section = { heading: label, figures: answers }
    if (choices > chartedChoicesMax) return { ...section, text: `${choices} choices: read the table.` }
    return {
      ...section,
      chart: groupedBars(answers, { title: label, rows: 'choice', series: 'cohort', valueLabel: 'respondents' }),
    }
  })
}

function under(figures: readonly DisclosedFigure[], prefix: string): readonly DisclosedFigure[] {
  return figures.filter(({ id }) => id.startsWith(prefix))
}

function amountOf(figure: DisclosedFigure): number {
  return 'value' in figure ? figure.value : 0
}
