import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Refusal } from '../refusal.ts'
import { date, first, freshId, notBefore, unless } from './check.ts'

/** Records an ethics approval and the days on which it is in force. */
export function recordEthicsApproval(
  { approval, from, to }: CommandOf<'RecordEthicsApproval'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  return unless(
    first(
      freshId(approval, inquiry.ethics, 'approval'),
      date(from, 'from'),
      date(to, 'to'),
      notBefore(to, from, 'the approval comes into force', 'to'),
    ),
    { type: 'EthicsApprovalRecorded', approval, from, to },
  )
}
