/** What HESA's order of contracts looks at. */
export interface OrderedContract {
  /** Full-person equivalent, 0 to 100 or 0 to 1: any scale, the same for all. */
  readonly fpe: number
  readonly acempfun: string
  readonly moemp: string
  readonly terms: string
  /** What names the contract in the return. */
  readonly key: string
}

/**
 * Compares two contracts of one person for sorting, the one a headcount goes by first: highest FPE, then lowest ACEMPFUN, MOEMP,
 * TERMS and key, codes compared as texts of one length and keys by code unit (hesa.ac.uk/news/19-10-2017/academic-teaching-qualifications,
 * one page). Throws a `RangeError` for an FPE that is no number.
 *
 * @example
 * ```ts
 * import { compareContracts } from '@mentoring-commons/ukpsf'
 * const half = { fpe: 50, acempfun: '1', moemp: '1', terms: '1', key: 'c1' }
 * const research = { ...half, acempfun: '3', key: 'c2' }
 * const contracts = [research, half].sort(compareContracts)
 * contracts.map(({ key }) => key) //=> ["c1", "c2"]
 * ```
 */
export function compareContracts(one: OrderedContract, other: OrderedContract): number {
  const wrong = [one, other].find(({ fpe }) => !Number.isFinite(fpe))
  if (wrong !== undefined) throw new RangeError(`fpe must be a number; got ${wrong.fpe} in contract '${wrong.key}'`)
  if (one.fpe !== other.fpe) return other.fpe - one.fpe
  for (const field of ['acempfun', 'moemp', 'terms', 'key'] as const) {
    if (one[field] !== other[field]) return one[field] < other[field] ? -1 : 1
  }
  return 0
}
