import { isSuppressed } from '../disclosure/suppressed.ts'
import { type Chart, checkFinite, hiddenWords, type Shown, shownText } from './chart.ts'
import { chartBase, labelLines, linesOf, palette } from './chart-spec.ts'

/** How many of a group chose something, of how many. */
export interface Answer {
  readonly group: string
  readonly choice: string
  readonly value: Shown
  readonly n: Shown
}

/**
 * How answers spread over their choices: a bar for each group, in pieces for the choices in their order. It shows counts and no
 * percentages, which few people must not be shown as. A number that is not shown leaves its piece out.
 *
 * Throws a RangeError for what is no finite number.
 *
 * @example
 * ```ts
 * import { distributionChart } from '@mentoring-commons/reporting'
 *
 * const answers = [{ group: '2025', choice: 'Yes', value: 15, n: 20 }, { group: '2025', choice: 'No', value: 5, n: 20 }]
 * distributionChart(answers, { title: 'Useful?' }).words //=> "2025: most chose Yes (15 of 20)."
 * ```
 */
export function distributionChart(answers: readonly Answer[], { title }: { readonly title: string }): Chart {
  const shown = answers.map(({ value }) => value)
  checkFinite(shown, 'A distribution')
  const groups = [...new Set(answers.map(({ group }) => group))]
  const choices = [...new Set(answers.map(({ choice }) => choice))]
  const cell = (group: string, choice: string) => answers.find((one) => one.group === group && one.choice === choice)
  const values = answers.flatMap(({ group, choice, value }) =>
    isSuppressed(value) ? [] : [{ group, choice, value, order: choices.indexOf(choice) }],
  )
  const sentences = groups.map((group) => {
    const own = answers.filter((one) => one.group === group && !isSuppressed(one.value))
    const most = own.reduce<Answer | undefined>(
      (best, one) => (best === undefined || Number(one.value) > Number(best.value) ? one : best),
      undefined,
    )
    if (most === undefined || most.value === 0) return `${group}: not shown.`
    return `${group}: most chose ${most.choice} (${shownText(most.value)} of ${shownText(most.n)}).`
  })
  return {
    spec: {
      ...chartBase,
      description: title,
      width: 270,
      height: { step: 14 + 14 * linesOf(groups) },
      data: { values },
      mark: { type: 'bar', stroke: '#ffffff', height: { band: 0.7 } },
      encoding: {
        y: {
          field: 'group',
          type: 'nominal',
          sort: null,
          title: null,
          scale: { domain: groups },
          axis: { ticks: false, domain: false, labelPadding: 8, labelExpr: labelLines },
        },
        x: { field: 'value', type: 'quantitative', title: 'responses', axis: { tickCount: 5, domain: false } },
        color: {
          field: 'choice',
          type: 'nominal',
          title: null,
          scale: { domain: choices, range: choices.map((_, place) => palette[place % palette.length]) },
          legend: { columns: 2, labelLimit: 240 },
        },
        order: { field: 'order' },
      },
    },
    table: {
      columns: ['Group', ...choices, 'Out of'],
      rows: groups.map((group) => [
        group,
        ...choices.map((choice) => {
          const one = cell(group, choice)
          return one === undefined ? 'none' : shownText(one.value)
        }),
        shownText(answers.find((one) => one.group === group)?.n ?? 0),
      ]),
    },
    words: `${sentences.slice(0, 6).join(' ')}${hiddenWords(shown)}`,
  }
}
