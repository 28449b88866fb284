import type { GivenResponse, WithdrawnResponse } from './response.ts'

/**
 * What is left of a response once it is withdrawn. It can be at any time, after the wave closed too, and its answers are gone.
 *
 * @example
 * ```ts
 * import { withdrawResponse } from '@mentoring-commons/reporting/surveys'
 *
 * withdrawResponse({ state: 'given', wave: 'mid', pseudonym: 'p1', answers: { a: 'yes' }, givenOn: '2026-03-02', revision: 1 }, '2026-04-01') //=> { "state": "withdrawn", "wave": "mid", "pseudonym": "p1", "withdrawnOn": "2026-04-01" }
 * ```
 */
export function withdrawResponse({ wave, pseudonym }: GivenResponse, on: string): WithdrawnResponse {
  return { state: 'withdrawn', wave, pseudonym, withdrawnOn: on }
}
