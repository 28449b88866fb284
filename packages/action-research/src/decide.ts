import type { InquiryCommand } from './commands.ts'
import { annotate } from './decide/annotate.ts'
import { beginInquiry } from './decide/begin-inquiry.ts'
import { addDisconfirming, makeClaim } from './decide/claim.ts'
import { recordConsent, withdrawConsent } from './decide/consent.ts'
import { formValidationGroup, nameCriticalFriend } from './decide/critic.ts'
import { abandonCycle, beginCycle, closeCycle } from './decide/cycle.ts'
import { detachCycle } from './decide/detach.ts'
import { recordEthicsApproval } from './decide/ethics.ts'
import { addEvidence } from './decide/evidence.ts'
import { beginFacet, endFacet } from './decide/facet.ts'
import { recordOutlook } from './decide/outlook.ts'
import { planAction, revisePlan } from './decide/plan.ts'
import { observeChange, stateProblem } from './decide/problem.ts'
import { reflect } from './decide/reflect.ts'
import { nameStakeholder, recordPart } from './decide/stakeholder.ts'
import { resumeCycle, suspendCycle } from './decide/suspend.ts'
import { holdValidationMeeting, validateClaim } from './decide/validation.ts'
import type { Decision } from './decider.ts'
import type { InquiryEvent } from './events.ts'
import type { Inquiry } from './inquiry.ts'
import type { ModelDefinition } from './models/model.ts'
import { type Refusal, refuse } from './refusal.ts'

/** What a command leads to in an inquiry. Throws a TypeError for a command type that there is not. */
export function decide(
  command: InquiryCommand,
  inquiry: Inquiry,
  models: readonly ModelDefinition[],
): Decision<InquiryEvent, Refusal> {
  if (command.type === 'BeginInquiry') return beginInquiry(command, inquiry, models)
  if (inquiry.status === 'not-begun') {
    return refuse('not-begun', `the inquiry has not begun, so ${command.type} has nothing to act on; begin it first`)
  }
  switch (command.type) {
    case 'RecordEthicsApproval':
      return recordEthicsApproval(command, inquiry)
    case 'BeginCycle':
      return beginCycle(command, inquiry)
    case 'BeginFacet':
      return beginFacet(command, inquiry)
    case 'EndFacet':
      return endFacet(command, inquiry)
    case 'PlanAction':
      return planAction(command, inquiry)
    case 'RevisePlan':
      return revisePlan(command, inquiry)
    case 'RecordConsent':
      return recordConsent(command, inquiry)
    case 'WithdrawConsent':
      return withdrawConsent(command, inquiry)
    case 'AddEvidence':
      return addEvidence(command, inquiry)
    case 'Reflect':
      return reflect(command, inquiry)
    case 'MakeClaim':
      return makeClaim(command, inquiry)
    case 'AddDisconfirming':
      return addDisconfirming(command, inquiry)
    case 'HoldValidationMeeting':
      return holdValidationMeeting(command, inquiry)
    case 'ValidateClaim':
      return validateClaim(command, inquiry)
    case 'CloseCycle':
      return closeCycle(command, inquiry)
    case 'AbandonCycle':
      return abandonCycle(command, inquiry)
    case 'SuspendCycle':
      return suspendCycle(command, inquiry)
    case 'ResumeCycle':
      return resumeCycle(command, inquiry)
    case 'DetachCycle':
      return detachCycle(command, inquiry)
    case 'NameStakeholder':
      return nameStakeholder(command, inquiry)
    case 'RecordPart':
      return recordPart(command, inquiry)
    case 'NameCriticalFriend':
      return nameCriticalFriend(command, inquiry)
    case 'FormValidationGroup':
      return formValidationGroup(command, inquiry)
    case 'StateProblem':
      return stateProblem(command, inquiry)
    case 'ObserveChange':
      return observeChange(command, inquiry)
    case 'RecordOutlook':
      return recordOutlook(command, inquiry)
    case 'Annotate':
      return annotate(command, inquiry)
    default:
      throw new TypeError(`there is no command of type ${JSON.stringify((command as { type: unknown }).type)}`)
  }
}
