import type { Result } from '../../refusal.ts'
import { refuse } from '../refuse.ts'
import { isMoreThanOpinion } from './add-evidence.ts'
import type { ContributionClaim } from './contribution-claim.ts'

/**
 * The claim as far as it still goes without a piece of evidence, wherever that stood: back to examined where it was judged, to evidenced where a
 * rival is no longer examined by anything, to asserted where nothing or opinions alone are left.
 *
 * @example
 * ```ts
 * import { addEvidence, assertClaim, retractEvidence } from '@mentoring-commons/reporting/evaluation'
 *
 * const theory = {
 *   id: 't1',
 *   title: 'Why it should help',
 *   nodes: [
 *     { id: 'pairs', title: 'Pairs meet', kind: 'activity', indicatorIds: [] },
 *     { id: 'confidence', title: 'Mentees are more confident', kind: 'outcome', indicatorIds: ['confidence'] },
 *   ],
 *   links: [{ id: 'l1', from: 'pairs', to: 'confidence', relation: 'leads-to', mechanism: 'Somebody listens.', assumption: 'Pairs meet often.', evidenceIds: [], strength: 'none', rivals: [] }],
 * } as const
 * const claim = assertClaim({ id: 'c1', theoryId: 't1', theoryVersion: 1, linkIds: ['l1'], indicatorIds: ['confidence'], subject: 'Mentoring' }, theory)
 * if ('refusal' in claim) throw new Error(claim.refusal.message)
 * const evidenced = addEvidence(claim.value, [{ id: 'e1', kind: 'estimate', title: 'Change in confidence', reference: 'estimate-1' }])
 * if ('refusal' in evidenced) throw new Error(evidenced.refusal.message)
 * const left = retractEvidence(evidenced.value, 'e1')
 * 'value' in left && left.value.status //=> "asserted"
 * ```
 */
export function retractEvidence(claim: ContributionClaim, evidenceId: string): Result<ContributionClaim> {
  const { id, theoryId, theoryVersion, linkIds, indicatorIds, subject } = claim
  const head = { id, theoryId, theoryVersion, linkIds, indicatorIds, subject }
  const gone = { refusal: refuse('evidence-unknown', `The claim "${id}" names no evidence "${evidenceId}".`).refusal }
  if (claim.status === 'asserted') return gone
  const rivals = claim.status === 'evidenced' ? [] : claim.rivals
  const isHere = [...claim.evidence, ...rivals.flatMap((rival) => rival.evidence)].some((one) => one.id === evidenceId)
  if (!isHere) return gone
  const evidence = claim.evidence.filter((one) => one.id !== evidenceId)
  if (!isMoreThanOpinion(evidence)) return { value: { ...head, status: 'asserted' } as ContributionClaim }
  const left = rivals.map((rival) => ({ ...rival, evidence: rival.evidence.filter((one) => one.id !== evidenceId) }))
  if (left.length === 0 || left.some((rival) => rival.evidence.length === 0))
    return { value: { ...head, status: 'evidenced', evidence } as unknown as ContributionClaim }
  return { value: { ...head, status: 'rivals-examined', evidence, rivals: left } as unknown as ContributionClaim }
}
