import { type Result, refuse } from '../refusal.ts'
import { fellowshipCodes, type HesaCode, hesaTitles } from './hesa-code.ts'
import { codesMax, hesaCollection } from './hesa-collection.ts'

/**
 * Gives a person's codes back, in the collection's order, when they can stand together in a year's return. At least one is
 * needed; 90 and 99 stand alone; only one is a fellowship; none is there twice; there are six at most, which one page alone
 * says. Refuses `malformed-year`, `unknown-collection`, `unknown-hesa-code`, `contradicting-codes` and `too-many-codes`.
 *
 * @example
 * ```ts
 * import { checkHesaCodes } from '@mentoring-commons/ukpsf'
 * checkHesaCodes(['12', '07'], '2020/21').value //=> ["07", "12"]
 * checkHesaCodes(['12', '99'], '2020/21').refusal?.code //=> "contradicting-codes"
 * checkHesaCodes(['03'], '2020/21').refusal?.code //=> "unknown-hesa-code"
 * ```
 */
export function checkHesaCodes(codes: readonly string[], year: string): Result<readonly HesaCode[]> {
  if (!Array.isArray(codes)) throw new TypeError(`codes must be a list of texts; got ${String(codes)}`)
  const collection = hesaCollection(year)
  if (collection.refusal) return collection
  const known = collection.value.codes
  const unknown = codes.findIndex((code) => !(known as readonly string[]).includes(code))
  if (unknown >= 0) {
    return refuse(
      'unknown-hesa-code',
      `${year} has no code '${codes[unknown]}'. Use two digits, of ${known.join(', ')}.`,
      `codes[${unknown}]`,
    )
  }
  if (codes.length === 0) {
    return refuse(
      'contradicting-codes',
      'A person has no code at all. Use 99 when none is held, and 90 when it is not known.',
      'codes',
    )
  }
  const value = known.filter((code) => codes.includes(code))
  if (value.length < codes.length) {
    return refuse('contradicting-codes', `A code stands twice in ${codes.join(', ')}. Keep one.`, 'codes')
  }
  const alone = value.find((code) => code === '90' || code === '99')
  if (alone !== undefined && value.length > 1) {
    return refuse(
      'contradicting-codes',
      `${alone} (${hesaTitles[alone]}) stands beside others in ${value.join(', ')}. It stands alone.`,
      'codes',
    )
  }
  const fellowships = value.filter((code) => fellowshipCodes.includes(code))
  if (fellowships.length > 1) {
    return refuse(
      'contradicting-codes',
      `${fellowships.join(' and ')} are both fellowships. Keep the latest one.`,
      'codes',
    )
  }
  if (value.length > codesMax.value) {
    return refuse(
      'too-many-codes',
      `There are ${value.length} codes, and a person has ${codesMax.value} at most. Choose with HR.`,
      'codes',
    )
  }
  return { value }
}
