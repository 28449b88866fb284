import type { CommandType } from './commands.ts'
import type { OpenCycle } from './cycle.ts'
import { openFacets } from './cycle.ts'
import { mayAbandon, mayClose } from './decide/cycle.ts'
import { mayBegin } from './decide/facet.ts'
import { mayValidate } from './decide/validation.ts'
import { type IntervalFacet, intervalFacets } from './facet.ts'
import { type Inquiry, type InquiryUnderway, mayUse, openCycles } from './inquiry.ts'

/**
 * What may happen next: the types of command for which there is one that would be accepted now, in a fixed order.
 * @example
 * ```ts
 * import { allowedCommands } from '@mentoring-commons/action-research'
 * allowedCommands({ status: 'not-begun' }) //=> ["BeginInquiry"]
 * ```
 */
export function allowedCommands(inquiry: Inquiry): readonly CommandType[] {
  if (inquiry.status === 'not-begun') return ['BeginInquiry']
  const open = openCycles(inquiry)
  const isOpen = (facet: IntervalFacet) => (cycle: OpenCycle) => openFacets(cycle).includes(facet)
  const hasPlan = ({ plan }: OpenCycle) => plan !== undefined
  const may: Readonly<Record<Exclude<CommandType, 'BeginInquiry'>, boolean>> = {
    RecordEthicsApproval: true,
    BeginCycle: true,
    BeginFacet: open.some((cycle) => beginnable(cycle, inquiry).length > 0),
    EndFacet: open.some((cycle) => openFacets(cycle).length > 0),
    PlanAction: open.some((cycle) => !hasPlan(cycle) && isOpen('plan')(cycle)),
    RevisePlan: open.some((cycle) => hasPlan(cycle) && (isOpen('plan')(cycle) || isOpen('act')(cycle))),
    RecordConsent: inquiry.cycles.length > 0,
    WithdrawConsent: inquiry.consents.some(({ scopes }) => scopes.length > 0),
    AddEvidence: inquiry.cycles.some(({ status }) => status !== 'abandoned'),
    Reflect: open.some(isOpen('reflect')),
    MakeClaim: inquiry.evidence.some(({ id }) => mayUse(inquiry, id, 'team', false)),
    AddDisconfirming: inquiry.claims.length > 0,
    HoldValidationMeeting: inquiry.claims.length > 0,
    ValidateClaim: inquiry.claims.some(
      (claim) => claim.status !== 'validated' && mayValidate(claim, inquiry) === undefined,
    ),
    CloseCycle: open.some((cycle) => mayClose(cycle) === undefined),
    AbandonCycle: open.some((cycle) => mayAbandon(cycle, inquiry) === undefined),
  }
  return (Object.keys(may) as (keyof typeof may)[]).filter((type) => may[type])
}

/**
 * The facets that may begin now in a cycle, in the order of the spiral: none for a cycle that has ended or is not there.
 * Some begin only with a reason, and acting only on a day of an ethics approval.
 * @example
 * ```ts
 * import { actionResearch, allowedFacets, fold } from '@mentoring-commons/action-research'
 * allowedFacets(fold(actionResearch(), []), 'c1') //=> []
 * ```
 */
export function allowedFacets(inquiry: Inquiry, cycle: string): readonly IntervalFacet[] {
  if (inquiry.status === 'not-begun') return []
  const open = openCycles(inquiry).find(({ id }) => id === cycle)
  return open === undefined ? [] : beginnable(open, inquiry)
}

function beginnable(cycle: OpenCycle, inquiry: InquiryUnderway): readonly IntervalFacet[] {
  return intervalFacets.filter((facet) => mayBegin(cycle, facet, inquiry) === undefined)
}
