import type { Random } from './random.ts'

/** Named numbers of one answer. */
export type Figures = Readonly<Record<string, number | 'unbounded'>>

/** A function of ours beside an expression of R that must give the same. */
export interface Comparison<Drawn> {
  readonly name: string
  /** Fresh data, a JSON object; its fields are variables in R: lists of numbers are vectors, lists of such lists of one length matrices. */
  readonly draw: (random: Random) => Drawn
  /** Our answer, or `refused` where the data are refused; then others are drawn. */
  readonly ours: (drawn: Drawn) => Figures | 'refused'
  /** R code whose value is a named list of numbers, with the names of ours; infinite is `unbounded`. */
  readonly r: string
  /** R packages that it needs. */
  readonly packages?: readonly string[]
  /** The greatest relative difference; 1e-9 when nothing is said. */
  readonly relative?: number
  /** A difference that is always allowed; 1e-12 when nothing is said. */
  readonly absolute?: number
}

/** A comparison that no longer tells what it draws, so that different ones stand in one list. */
export function comparison<Drawn extends object>(each: Comparison<Drawn>): Comparison<object> {
  return { ...each, ours: (drawn) => each.ours(drawn as Drawn) }
}

/** How a figure of ours differs from R's, by the larger of what is allowed: nothing is told when it does not by more. */
export function differenceOf(
  ours: number | 'unbounded' | undefined,
  theirs: number | undefined,
  { relative = 1e-9, absolute = 1e-12 }: Pick<Comparison<object>, 'relative' | 'absolute'>,
): { readonly error: number; readonly told?: string } {
  if (ours === 'unbounded' && (theirs === Number.POSITIVE_INFINITY || theirs === Number.NEGATIVE_INFINITY))
    return { error: 0 }
  const told = `ours is ${ours}, R's is ${theirs}`
  if (typeof ours !== 'number' || theirs === undefined || !Number.isFinite(ours) || !Number.isFinite(theirs))
    return { error: 0, told }
  const error = Math.abs(ours - theirs) / Math.max(Math.abs(theirs), absolute / relative)
  return error <= relative ? { error } : { error, told }
}
