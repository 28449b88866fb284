import { sum } from '../../measures/sum.ts'
import type { MatchUnit } from './match-unit.ts'

/** How alike two groups are in one covariate, or in one value of it. */
export interface GroupBalance {
  /** Means of a number, shares of a value; absent where nobody in the group has any. */
  readonly treated?: number
  readonly control?: number
  /** Difference in pooled standard deviations from before matching; absent where a mean is, or where neither group varies but they differ. */
  readonly standardisedDifference?: number
}

/** One line of a balance table; `value` for a covariate of texts, of which each value has a line. */
export interface BalanceRow {
  readonly covariate: string
  readonly value?: string
  readonly before: GroupBalance
  readonly after: GroupBalance
}

/** A unit with the weight it has after matching, 0 when it was not matched. */
export type WeightedUnit = MatchUnit & { readonly weight: number }

/**
 * The lines of a balance table for one covariate. Units without a value are left out. A number's spread is its standard deviation, a share's √(p(1 - p)), each pooled as the root of the
 * mean of both groups' squares before matching.
 *
 * Source: P. C. Austin, Statistics in Medicine 28 (2009), 3083-3107, section 2.
 */
export function balanceOf(units: readonly WeightedUnit[], covariate: string): readonly BalanceRow[] {
  const known = units.filter((unit) => (unit.values[covariate] ?? null) !== null)
  if (known.every((unit) => typeof unit.values[covariate] === 'number'))
    return [{ covariate, ...compare(known, (unit) => Number(unit.values[covariate]), 'number') }]
  const values = [...new Set(known.map((unit) => String(unit.values[covariate])))].sort()
  return values.slice(0, valuesMax).map((value) => ({
    covariate,
    value,
    ...compare(known, (unit) => (String(unit.values[covariate]) === value ? 1 : 0), 'share'),
  }))
}

/** How many values of one covariate get a line; more tell a reader nothing. */
const valuesMax = 200

function compare(
  units: readonly WeightedUnit[],
  of: (unit: WeightedUnit) => number,
  kind: 'number' | 'share',
): { readonly before: GroupBalance; readonly after: GroupBalance } {
  const mean = (treated: boolean, weight: (unit: WeightedUnit) => number) => {
    const own = units.filter((unit) => unit.treated === treated)
    const total = sum(own.map(weight))
    return total > 0 ? sum(own.map((unit) => weight(unit) * of(unit))) / total : undefined
  }
  const square = (treated: boolean, around: number) => {
    const own = units.filter((unit) => unit.treated === treated)
    const squares = sum(own.map((unit) => (of(unit) - around) ** 2))
    return squares / Math.max(1, kind === 'number' ? own.length - 1 : own.length)
  }
  const meansBy = (weight: (unit: WeightedUnit) => number) => ({
    treated: mean(true, weight),
    control: mean(false, weight),
  })
  const all = meansBy(() => 1)
  const spread = Math.sqrt((square(true, all.treated ?? 0) + square(false, all.control ?? 0)) / 2)
  const side = ({ treated, control }: ReturnType<typeof meansBy>): GroupBalance => {
    const means = { ...(treated === undefined ? {} : { treated }), ...(control === undefined ? {} : { control }) }
    if (treated === undefined || control === undefined) return means
    const difference = treated - control
    if (difference === 0) return { ...means, standardisedDifference: 0 }
    return spread > 1e-12 * Math.abs(difference) ? { ...means, standardisedDifference: difference / spread } : means
  }
  return { before: side(all), after: side(meansBy((unit) => unit.weight)) }
}
