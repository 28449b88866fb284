import { type DisclosurePolicy, withResponsesMin } from '@mentoring-commons/reporting'
import type { Transaction } from '../../db/database.ts'
import { frozenThreshold } from './series/store.ts'

/** A policy that is as strict with answers as the surveys of a programme were launched to be, and as it is itself. */
export async function keepingThresholds(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  policy: DisclosurePolicy,
): Promise<DisclosurePolicy> {
  const frozen = await frozenThreshold(tx, institutionId, programmeId)
  return frozen === undefined || frozen <= policy.responsesMin ? policy : withResponsesMin(policy, frozen)
}
