import type { Result } from '../../refusal.ts'
import { allCodes, type Code, codeElements } from './code.ts'
import { element } from './xml.ts'

/** What exports give as the program that they come from. */
export const origin = 'Mentoring Commons action-research'

/**
 * A codebook as REFI-QDA XML, the text of a `.qdc` file: the facets, the kinds of evidence, and the codes given. Refuses
 * codes that are blank, repeat, have a colour that is none, or name a parent that is not listed before them.
 * @example
 * ```ts
 * import { qdc } from '@mentoring-commons/action-research'
 * const answer = qdc([{ id: 'trust', name: 'Trust', colour: '#0072b2' }])
 * 'value' in answer && answer.value.includes('name="Trust" isCodable="true" color="#0072b2"') //=> true
 * ```
 */
export function qdc(codes: readonly Code[]): Result<string> {
  const all = allCodes(codes)
  if ('refusal' in all) return all
  const book = element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, [
    element('Codes', {}, codeElements(all.value)),
  ])
  return { value: `<?xml version="1.0" encoding="utf-8"?>\n${book}\n` }
}
