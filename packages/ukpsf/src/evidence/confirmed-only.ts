import { type Coverage, coverageFrom } from './coverage.ts'

/**
 * Gives the same coverage as if only confirmed evidence had been put forward: what stands when nothing but the word of others
 * counts.
 *
 * @example
 * ```ts
 * import { confirmedOnly, coverage } from '@mentoring-commons/ukpsf'
 * const corroborations = [{ by: 'observer-7', on: '2026-03-09', tags: ['psf-2023:A2'] }]
 * const evidence = [{ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:A2'], corroborations }]
 * const { value } = coverage(evidence, 'psf-2023')
 * value && confirmedOnly(value).singlePoint //=> ["psf-2023:A2"]
 * value && confirmedOnly(value).untouched.length //=> 14
 * ```
 */
export function confirmedOnly(coverage: Coverage): Coverage {
  return coverageFrom(
    coverage.edition,
    coverage.dimensions.map(({ dimension, confirmed }) => ({ dimension, claimed: confirmed, confirmed })),
  )
}
