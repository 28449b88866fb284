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

/** A group as it was, or as it is weighted: its mean and the mean of squares around it, with which it enters the pooled spread. */
interface GroupMoments {
  readonly mean: number
  readonly square: number
}
type Moments = Readonly<Record<'treated' | 'control', GroupMoments | undefined>>

/** How many values of one covariate get a line; more tell a reader nothing. */
const valuesMax = 200

/**
 * The lines of a balance table for one covariate. Units without a value are left out. A number's spread is its standard deviation, a share's √(p(1 - p)), each pooled as the root of the
 * mean of both groups' squares before matching. Of more than 200 values the first 200 in alphabetical order have lines.
 *
 * Source: P. C. Austin, Statistics in Medicine 28 (2009), 3083-3107, section 2.
 */
export function balanceOf(units: readonly WeightedUnit[], covariate: string): readonly BalanceRow[] {
  const known = units.filter((unit) => (unit.values[covariate] ?? null) !== null)
  if (known.every((unit) => typeof unit.values[covariate] === 'number')) {
    const moments = (weight: (unit: WeightedUnit) => number) =>
      bothGroups((treated) => numberMoments(known, covariate, treated, weight))
    const before = moments(() => 1)
    return [
      {
        covariate,
        ...compare(
          before,
          moments((unit) => unit.weight),
        ),
      },
    ]
  }
  const shares = sharesOf(known, covariate)
  return shares.values.slice(0, valuesMax).map((value) => ({
    covariate,
    value,
    ...compare(shares.before(value), shares.after(value)),
  }))
}

const bothGroups = (of: (treated: boolean) => GroupMoments | undefined): Moments => ({
  treated: of(true),
  control: of(false),
})

function numberMoments(
  units: readonly WeightedUnit[],
  covariate: string,
  treated: boolean,
  weight: (unit: WeightedUnit) => number,
): GroupMoments | undefined {
  const own = units.filter((unit) => unit.treated === treated)
  const total = sum(own.map(weight))
  if (!(total > 0)) return undefined
  const value = (unit: WeightedUnit) => Number(unit.values[covariate])
  const mean = sum(own.map((unit) => weight(unit) * value(unit))) / total
  const squares = sum(own.map((unit) => (value(unit) - mean) ** 2))
  return { mean, square: squares / Math.max(1, own.length - 1) }
}

function sharesOf(units: readonly WeightedUnit[], covariate: string) {
  const totals = new Map<string, number>()
  const keyOf = (kind: string, treated: boolean, value?: string) => JSON.stringify([kind, treated, value ?? null])
  const add = (key: string, by: number) => totals.set(key, (totals.get(key) ?? 0) + by)
  const values = new Set<string>()
  for (const { values: own, treated, weight } of units) {
    const value = String(own[covariate])
    values.add(value)
    for (const [kind, by] of [
      ['before', 1],
      ['after', weight],
    ] as const) {
      add(keyOf(kind, treated), by)
      add(keyOf(kind, treated, value), by)
    }
  }
  const share = (kind: string, value: string) =>
    bothGroups((treated) => {
      const all = totals.get(keyOf(kind, treated)) ?? 0
      const mean = (totals.get(keyOf(kind, treated, value)) ?? 0) / all
      return all > 0 ? { mean, square: mean * (1 - mean) } : undefined
    })
  return {
    values: [...values].sort(),
    before: (value: string) => share('before', value),
    after: (value: string) => share('after', value),
  }
}

function compare(before: Moments, after: Moments): Pick<BalanceRow, 'before' | 'after'> {
  const spread = Math.sqrt(((before.treated?.square ?? 0) + (before.control?.square ?? 0)) / 2)
  const side = ({ treated, control }: Moments): GroupBalance => {
    const means = {
      ...(treated === undefined ? {} : { treated: treated.mean }),
      ...(control === undefined ? {} : { control: control.mean }),
    }
    if (treated === undefined || control === undefined) return means
    const difference = treated.mean - control.mean
    if (difference === 0) return { ...means, standardisedDifference: 0 }
    return spread > 1e-12 * Math.abs(difference) ? { ...means, standardisedDifference: difference / spread } : means
  }
  return { before: side(before), after: side(after) }
}
