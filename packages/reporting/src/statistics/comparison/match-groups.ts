import { sum } from '../../measures/sum.ts'
import type { Refusal, Result } from '../../refusal.ts'
import { type BalanceRow, balanceOf } from './balance.ts'
import { checkUnits, type MatchUnit, type MatchVariable, stratumOf } from './match-unit.ts'

/** A unit that found its like in the other group. */
export interface MatchedUnit {
  readonly id: string
  readonly treated: boolean
  readonly stratum: string
  /** 1 for the treated; for controls as many treated as each stands for, scaled so that weights of controls add up to their number. */
  readonly weight: number
}

/** Groups made alike, with what that cost. */
export interface MatchedGroups {
  readonly matched: readonly MatchedUnit[]
  readonly strata: number
  readonly treated: MatchCount
  readonly control: MatchCount & {
    /** As how many equally weighted controls they count: (Σw)² / Σw². */ readonly effective: number
  }
  readonly balance: readonly BalanceRow[]
  /** The largest standardised difference left in the lines of the table, as a size; below 0.1 is usually taken as alike. Absent when one is undefined. */
  readonly largestDifference?: number
}

/** How many of a group were matched, were not, and could not be as a value is missing. */
export interface MatchCount {
  readonly matched: number
  readonly unmatched: number
  readonly incomplete: number
}

/**
 * Matches treated and controls exactly, or on classes of numbers (coarsened exact matching): who shares all values with nobody of the other group is left out, and controls get
 * the weights that make them stand for the treated.
 *
 * The effect then found is that on the treated who were matched; how many were not is part of the answer. Balance is shown for the variables matched on and those in `alsoBalance`. Matching
 * cannot allow for what was not recorded, as wanting to be mentored.
 *
 * Source: S. M. Iacus, G. King and G. Porro, Political Analysis 20 (2012), 1-24.
 *
 * @example
 * ```ts
 * import { matchGroups } from '@mentoring-commons/reporting/statistics'
 *
 * const unit = (id: string, treated: boolean, grade: number) => ({ id, treated, values: { grade } })
 * const units = [unit('a', true, 7), unit('b', false, 7), unit('c', false, 7), unit('d', true, 9), unit('e', false, 8)]
 * const answer = matchGroups(units, { on: [{ name: 'grade', how: 'exact' }] })
 * 'value' in answer && answer.value.matched.map((each) => each.id) //=> ["a", "b", "c"]
 * 'value' in answer && answer.value.treated //=> { "matched": 1, "unmatched": 1, "incomplete": 0 }
 * ```
 */
export function matchGroups(
  units: readonly MatchUnit[],
  { on, alsoBalance = [] }: { readonly on: readonly MatchVariable[]; readonly alsoBalance?: readonly string[] },
): Result<MatchedGroups> {
  if (on.length === 0) throw new RangeError('Matching takes at least one variable to match on, and none is named: [].')
  const wrong = checkUnits(units, on, alsoBalance)
  if (wrong) return { refusal: wrong }
  const absent = [true, false].find((treated) => !units.some((unit) => unit.treated === treated))
  if (absent !== undefined) return { refusal: nobodyIn(absent, units.length) }
  const placed = units.map((unit) => ({ unit, stratum: stratumOf(unit, on) }))
  const sizes = new Map<string, { treated: number; control: number }>()
  for (const { unit, stratum } of placed) {
    if (stratum === undefined) continue
    const size = sizes.get(stratum) ?? { treated: 0, control: 0 }
    size[unit.treated ? 'treated' : 'control'] += 1
    sizes.set(stratum, size)
  }
  const shared = new Map([...sizes].filter(([, { treated, control }]) => treated > 0 && control > 0))
  if (shared.size === 0) return { refusal: nothingShared(on) }
  const total = (key: 'treated' | 'control') => sum([...shared.values()].map((size) => size[key]))
  const scale = total('control') / total('treated')
  const matched = placed.flatMap(({ unit: { id, treated }, stratum = '' }): MatchedUnit[] => {
    const size = shared.get(stratum)
    if (size === undefined) return []
    return [{ id, treated, stratum, weight: treated ? 1 : (size.treated / size.control) * scale }]
  })
  const weights = new Map(matched.map(({ id, weight }) => [id, weight]))
  const weighted = units.map((unit) => ({ ...unit, weight: weights.get(unit.id) ?? 0 }))
  const names = [...new Set([...on.map(({ name }) => name), ...alsoBalance])]
  const balance = names.flatMap((name) => balanceOf(weighted, name))
  const left = balance.map(({ after }) => after.standardisedDifference)
  const controls = matched.filter(({ treated }) => !treated).map(({ weight }) => weight)
  const count = (treated: boolean): MatchCount => {
    const own = placed.filter(({ unit }) => unit.treated === treated)
    const incomplete = own.filter(({ stratum }) => stratum === undefined).length
    const found = own.filter(({ stratum }) => stratum !== undefined && shared.has(stratum)).length
    return { matched: found, unmatched: own.length - found - incomplete, incomplete }
  }
  return {
    value: {
      matched,
      strata: shared.size,
      treated: count(true),
      control: { ...count(false), effective: sum(controls) ** 2 / sum(controls.map((weight) => weight * weight)) },
      balance,
      ...(left.includes(undefined)
        ? {}
        : { largestDifference: left.reduce<number>((most, each) => Math.max(most, Math.abs(each ?? 0)), 0) }),
    },
  }
}

const nobodyIn = (treated: boolean, n: number): Refusal => ({
  code: 'group-missing',
  message: `None of ${n} units is ${treated ? 'treated' : 'a control'}. Give both groups.`,
  path: ['units'],
})

const nothingShared = (on: readonly MatchVariable[]): Refusal => ({
  code: 'no-match',
  message: `Nobody treated shares ${on.map(({ name }) => name).join(', ')} with a control. Match on fewer variables, or in wider classes.`,
  path: ['on'],
})
