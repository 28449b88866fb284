import type { Annotation } from './annotation.ts'
import type { Claim, ValidationMeeting } from './claim.ts'
import type { Audience, Consent } from './consent.ts'
import { scopesLacking, scopesNeeded } from './consent.ts'
import type { CriticalFriend, ValidationGroup } from './critic.ts'
import type { Cycle, CycleContent, OpenCycle } from './cycle.ts'
import type { EthicsApproval } from './ethics.ts'
import type { Evidence } from './evidence.ts'
import type { IntervalFacet } from './facet.ts'
import type { Outlook } from './outlook.ts'
import type { ObservedChange, Problem } from './problem.ts'
import type { Stakeholder } from './stakeholder.ts'

/** The policy that says which moves between facets are legitimate. */
export type Policy = 'responsive' | 'strict'

/** The inquiry that this one came out of, perhaps one cycle of it, and why it became one of its own. */
export interface Derivation {
  readonly inquiry: string
  readonly cycle?: string
  readonly reason: string
}

/** An inquiry that runs: lists are in the order recorded. `facets` are those its model has phases for. */
export interface InquiryUnderway {
  readonly status: 'underway'
  readonly id: string
  readonly question: string
  readonly values: readonly string[]
  readonly model: string
  readonly facets: readonly IntervalFacet[]
  readonly policy: Policy
  readonly authors: readonly string[]
  readonly begunOn: string
  readonly derivedFrom?: Derivation
  readonly ethics: readonly EthicsApproval[]
  readonly cycles: readonly Cycle[]
  readonly consents: readonly Consent[]
  readonly evidence: readonly Evidence[]
  readonly claims: readonly Claim[]
  readonly meetings: readonly ValidationMeeting[]
  readonly stakeholders: readonly Stakeholder[]
  readonly criticalFriends: readonly CriticalFriend[]
  readonly groups: readonly ValidationGroup[]
  readonly problems: readonly Problem[]
  readonly changes: readonly ObservedChange[]
  readonly outlooks: readonly Outlook[]
  readonly annotations: readonly Annotation[]
}

/** An action research inquiry, before and after it has begun. */
export type Inquiry = { readonly status: 'not-begun' } | InquiryUnderway

/** Whether an item of evidence may now reach an audience, quoted or not; false for an id that names none. */
export function mayUse(inquiry: InquiryUnderway, id: string, audience: Audience, quoted: boolean): boolean {
  const evidence = inquiry.evidence.find((item) => item.id === id)
  if (evidence === undefined) return false
  return scopesLacking(inquiry.consents, evidence.consents, scopesNeeded(audience, quoted)).length === 0
}

/** The cycles that run. */
export function openCycles(inquiry: InquiryUnderway): readonly OpenCycle[] {
  return inquiry.cycles.filter((cycle) => cycle.status === 'open')
}

/** The cycles inside a cycle that are bound to its days. */
export function boundChildren(inquiry: InquiryUnderway, id: string): readonly Cycle[] {
  return inquiry.cycles.filter(({ parent, detached }) => parent === id && detached === undefined)
}

/** The cycle that a cycle is bound to, if any. */
export function boundParent(inquiry: InquiryUnderway, { parent, detached }: CycleContent): Cycle | undefined {
  return parent === undefined || detached !== undefined ? undefined : inquiry.cycles.find(({ id }) => id === parent)
}
