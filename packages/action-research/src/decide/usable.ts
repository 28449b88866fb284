import { type Audience, scopesLacking, scopesNeeded } from '../consent.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { type Check, find, no } from './check.ts'

/** Refuses evidence that is not there, or whose participants do not now consent to this use. */
export function usable(inquiry: InquiryUnderway, id: string, audience: Audience, quoted: boolean, path: string): Check {
  const found = find(inquiry.evidence, id, path)
  if ('refusal' in found) return found.refusal
  const lacking = scopesLacking(inquiry.consents, found.value.consents, scopesNeeded(audience, quoted))
  if (lacking.length === 0) return undefined
  const says = `evidence "${id}" lacks consent to ${lacking.join(', ')}; leave it out, or ask its participants again`
  return no('outside-consent', says, path)
}
