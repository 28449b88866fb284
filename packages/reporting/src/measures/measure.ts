import { isBlank, meets } from '../condition.ts'
import { contributionsOf } from '../contributions.ts'
import { type Count, clausesOf, sortClauses } from '../count.ts'
import type { Figure, FigureSet } from '../figure.ts'
import type { Indicator } from '../indicator.ts'
import type { Result } from '../refusal.ts'
import type { Row, Table } from '../table.ts'
import { checkFit } from './check-fit.ts'
import { groupRows, type RowGroup } from './group-rows.ts'
import { weightedMean } from './mean.ts'
import { tableMark } from './table-mark.ts'
import { tallies } from './tallies.ts'
import { weightsOf } from './weights.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * The figures of an indicator over a table, one for each group (and choice), not yet disclosed.
 *
 * Groups are those of the table before `where`, so a group in which nothing meets it shows 0. A rate, mean or distribution without
 * anybody to measure gives no figure; a choice that nobody took in a group that answered is 0. Blank is missing, never a value.
 * Refused when the indicator names a column that is missing or unfit, or when answers contradict the declared choices.
 *
 * @example
 * ```ts
 * import { measure } from '@mentoring-commons/reporting'
 *
 * const table = { columns: [{ name: 'year', type: 'integer', label: 'Year' }], rows: [{ year: 1 }, { year: 1 }, { year: 2 }] } as const
 * const places = { id: 'places', label: 'Places', definition: 'Places given.', by: ['year'], measure: { kind: 'count' }, people: true, unit: 'people' } as const
 * const measured = measure(places, table)
 * 'value' in measured && measured.value.figures.map((figure) => [figure.by.year, figure.value]) //=> [["1", 2], ["2", 1]]
 * ```
 */
export function measure(indicator: Indicator, table: Table): Result<FigureSet> {
  const unfit = checkFit(indicator, table)
  if (unfit !== undefined) return { refusal: unfit }
  const by = indicator.by ?? []
  const counts: Count[] = []
  const figures: Figure[] = []
  for (const columns of subsets(by)) {
    const groups = groupRows(table, columns)
    if ('refusal' in groups) return groups
    for (const group of groups.value) {
      const places = addCounts(counts, indicator, table, group)
      if (columns.length === by.length) figures.push(...figuresOf(indicator, table, group, counts, places))
    }
  }
  return { value: { indicator, figures, counts, table } }
}

/** All subsets of the columns to split by, the whole last. */
function subsets(by: readonly string[]): string[][] {
  const sets: string[][] = [[]]
  for (const column of by) sets.push(...sets.map((set) => [...set, column]))
  return sets
}

function inScope(indicator: Indicator, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => (indicator.where ?? []).every((condition) => meets(condition, row)))
}

/** Adds the group's counts, the base first, and gives their places. */
function addCounts(counts: Count[], indicator: Indicator, table: Table, group: RowGroup): readonly number[] {
  const rows = inScope(indicator, group.rows)
  const scope = [...(indicator.where ?? []).flatMap(clausesOf), ...group.clauses]
  const listed = (indicator.where ?? []).length === 0 && group.rows.length > 0
  const answers = indicator.measure.kind === 'mean' || indicator.measure.kind === 'distribution'
  return tallies(indicator.measure, table, rows).map(({ unit, clauses, value }, place) => {
    const least = place === 0 && value > 0 && (answers || listed) ? 1 : 0
    counts.push({ table: tableMark(table), unit, clauses: sortClauses([...scope, ...clauses]), value, least })
    return counts.length - 1
  })
}

function figuresOf(
  indicator: Indicator,
  table: Table,
  group: RowGroup,
  counts: readonly Count[],
  places: readonly number[],
): readonly Figure[] {
  const { id, label, definition, unit, measure: asked } = indicator
  const [among = 0, ...rest] = places
  const n = counts[among]?.value ?? 0
  const said = { id, label, by: group.by, n, unit, definition }
  if (asked.kind === 'count' || asked.kind === 'count-distinct')
    return [{ ...said, value: n, basis: { kind: 'count', count: among } }]
  if (n === 0) return []
  if (asked.kind === 'rate') {
    const [of = 0] = rest
    const count = counts[of]?.value ?? 0
    const uncertainty = { kind: 'interval', ...wilsonInterval(count, n) } as const
    return [{ ...said, value: (100 * count) / n, uncertainty, basis: { kind: 'rate', count: of, among } }]
  }
  if (asked.kind === 'mean') {
    const weightOf = weightsOf(table)
    const cells = inScope(indicator, group.rows).flatMap((row) => {
      const value = row[asked.of] ?? null
      return isBlank(value) ? [] : [{ value: Number(value), weight: weightOf(row) }]
    })
    const { mean, sd } = weightedMean(cells)
    const uncertainty = sd === undefined ? {} : { uncertainty: { kind: 'sd', sd } as const }
    const contributions = contributionsOf(cells.map(({ value, weight }) => [value, weight]))
    return [{ ...said, value: mean, ...uncertainty, basis: { kind: 'mean', among, contributions } }]
  }
  return asked.choices.map((choice, place) => {
    const count = rest[place] ?? 0
    return {
      ...said,
      by: { ...group.by, [asked.of]: choice },
      value: counts[count]?.value ?? 0,
      basis: { kind: 'choice', count, among },
    }
  })
}
