import type { CommandType } from './commands.ts'
import type { OpenCycle } from './cycle.ts'
import { openFacets } from './cycle.ts'
import { mayAbandon, mayClose } from './decide/cycle.ts'
import { mayDetach } from './decide/detach.ts'
import { mayBegin, mayEnd } from './decide/facet.ts'
import { revisableIn } from './decide/plan.ts'
import { mayResume, maySuspend } from './decide/suspend.ts'
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
  const suspended = inquiry.cycles.filter((cycle) => cycle.status === 'suspended')
  const unended = [...open, ...suspended]
  const hasUsable = inquiry.evidence.some(({ id }) => mayUse(inquiry, id, 'team', false))
  const isOpen = (facet: IntervalFacet) => (cycle: OpenCycle) => openFacets(cycle).includes(facet)
  const hasPlan = ({ plan }: OpenCycle) => plan !== undefined
  const may: Readonly<Record<Exclude<CommandType, 'BeginInquiry'>, boolean>> = {
    RecordEthicsApproval: true,
    BeginCycle: true,
    BeginFacet: open.some((cycle) => beginnable(cycle, inquiry).length > 0),
    EndFacet: open.some((cycle) => openFacets(cycle).some((facet) => mayEnd(cycle, facet, inquiry) === undefined)),
    PlanAction: open.some((cycle) => !hasPlan(cycle) && isOpen('plan')(cycle)),
    RevisePlan: open.some((cycle) => hasPlan(cycle) && revisableIn(inquiry).some((facet) => isOpen(facet)(cycle))),
    RecordConsent: inquiry.cycles.length > 0,
    WithdrawConsent: inquiry.consents.some(({ scopes }) => scopes.length > 0),
    AddEvidence: inquiry.cycles.some(({ status }) => status === 'open' || status === 'closed'),
    Reflect: open.some(isOpen('reflect')),
    MakeClaim: hasUsable,
    AddDisconfirming: inquiry.claims.length > 0,
    HoldValidationMeeting: inquiry.claims.length > 0,
    ValidateClaim: inquiry.claims.some(
      (claim) => claim.status !== 'validated' && mayValidate(claim, inquiry) === undefined,
    ),
    CloseCycle: open.some((cycle) => mayClose(cycle, inquiry) === undefined),
    AbandonCycle: unended.some((cycle) => mayAbandon(cycle, inquiry) === undefined),
    SuspendCycle: open.some((cycle) => maySuspend(cycle, inquiry) === undefined),
    ResumeCycle: suspended.some((cycle) => mayResume(cycle, inquiry) === undefined),
    DetachCycle: unended.some((cycle) => mayDetach(cycle) === undefined),
    NameStakeholder: true,
    RecordPart: inquiry.stakeholders.length > 0 && inquiry.cycles.length > 0,
    NameCriticalFriend: true,
    FormValidationGroup: true,
    StateProblem: true,
    ObserveChange: inquiry.problems.length > 0 && hasUsable,
    RecordOutlook: inquiry.cycles.some(({ status }) => status !== 'abandoned'),
    Annotate: true,
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
