import type { FigureSet } from '../figure.ts'
import { measure } from '../measures/measure.ts'
import type { Result } from '../refusal.ts'
import type { Table } from '../table.ts'
import { type IndicatorVersion, queriesOf } from './indicator-definition.ts'

/** More groups than this of one indicator are not reported on. */
const groupsMax = 1000

/**
 * Every figure of some versions over their input tables, in their order, measured and not yet fit to be shown.
 *
 * A version whose input is not there gives nothing: what is not recorded has no figure. Refused as `measure` refuses, and
 * for an indicator of more than 1000 groups.
 *
 * @example
 * ```ts
 * import { indicatorVersion, measureReport } from '@mentoring-commons/reporting'
 *
 * const whole = { by: [], label: 'Places', definition: 'Places.' }
 * const version = indicatorVersion({ id: 'places', input: 'places', numerator: 'places', denominator: null, population: 'all', window: { kind: 'all-time' }, aggregation: { kind: 'count' }, disaggregations: [whole], tags: { beneficiaries: [] }, people: false, unit: 'places' })
 * const places = { columns: [{ name: 'year', type: 'integer', label: 'Year' }], rows: [{ year: 1 }] } as const
 * const sets = 'value' in version ? measureReport([version.value], { places }) : version
 * 'value' in sets && sets.value.map(({ figures }) => figures.map(({ value }) => value)) //=> [[1]]
 * ```
 */
export function measureReport(
  versions: readonly IndicatorVersion[],
  inputs: Readonly<Record<string, Table>>,
): Result<readonly FigureSet[]> {
  const sets: FigureSet[] = []
  const named = new Map(Object.entries(inputs).map(([name, table]) => [name, { name, ...table }]))
  for (const { definition } of versions) {
    const table = named.get(definition.input)
    if (table === undefined) continue
    for (const query of queriesOf(definition)) {
      const measured = measure(query, table)
      if ('refusal' in measured) return measured
      const groups = new Set(measured.value.figures.map(({ by }) => JSON.stringify(by))).size
      if (groups > groupsMax)
        return {
          refusal: {
            code: 'too-many-groups',
            message: `Indicator "${definition.id}" has ${groups} groups by ${query.by?.join(' and ')}, and a report shows ${groupsMax} at most: finer ones tell of too few each. Split it by something coarser.`,
            path: ['indicators', definition.id],
          },
        }
      sets.push(measured.value)
    }
  }
  return { value: sets }
}
