import type { Sourced } from '../framework/sourced.ts'

/** What coverage and counting need of a contract in the Staff record. */
export interface HesaContract {
  /** 1 teaching only, 3 teaching and research; others are not covered. */
  readonly acempfun: string
  /** 1 open-ended or permanent, 2 fixed-term, 3 atypical. */
  readonly terms: string
}

/** The country of the provider. */
export type HesaCountry = 'england' | 'wales' | 'northern-ireland' | 'scotland'

/** Whether ACTCHQUAL is asked of a person. */
export type HesaCoverage = 'required' | 'optional' | 'not-covered'

/** Who is covered, in words. */
export const coverageRule: Sourced<string> = {
  value:
    'People with any contract that is both ACEMPFUN 1 or 3 and TERMS 1 or 2; at providers in Scotland it is optional.',
  source: 'hesa.ac.uk/collection, c14025 and c20025, field ACTCHQUAL',
  certainty: '2+',
  readOn: '2026-11-24',
}

/**
 * Says whether ACTCHQUAL is asked of a person with these contracts: one contract has to fit in both fields at once.
 *
 * @example
 * ```ts
 * import { hesaCoverage } from '@mentoring-commons/ukpsf'
 * hesaCoverage([{ acempfun: '3', terms: '1' }], 'england') //=> "required"
 * hesaCoverage([{ acempfun: '3', terms: '1' }], 'scotland') //=> "optional"
 * hesaCoverage([{ acempfun: '3', terms: '3' }, { acempfun: '2', terms: '1' }], 'wales') //=> "not-covered"
 * ```
 */
export function hesaCoverage(contracts: readonly HesaContract[], country: HesaCountry): HesaCoverage {
  if (!['england', 'wales', 'northern-ireland', 'scotland'].includes(country)) {
    throw new TypeError(`There is no country '${country}' here`)
  }
  const fits = contracts.some(({ acempfun, terms }) => ['1', '3'].includes(acempfun) && ['1', '2'].includes(terms))
  if (!fits) return 'not-covered'
  return country === 'scotland' ? 'optional' : 'required'
}
