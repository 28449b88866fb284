import type { Result } from '../../refusal.ts'
import { refuse, repeatedIn } from '../refuse.ts'
import type { ContributionClaim } from './contribution-claim.ts'
import { type ClaimEvidence, defineEvidence } from './evidence.ts'

/** Whether anything more than an opinion is among some evidence. */
export function isMoreThanOpinion(evidence: readonly ClaimEvidence[]): boolean {
  return evidence.some(({ kind }) => kind !== 'stakeholder-opinion')
}

/**
 * The claim with evidence added to it. Opinions of stakeholders alone do not make a claim (Mayne, 2019): the first evidence must hold more.
 *
 * Further evidence leaves an examined claim examined. Refused: no evidence, evidence that is incomplete or there already, opinions alone, and a claim
 * that is judged.
 *
 * @example
 * ```ts
 * import { addEvidence, assertClaim } from '@mentoring-commons/reporting/evaluation'
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
 * const opinion = addEvidence(claim.value, [{ id: 'e1', kind: 'stakeholder-opinion', title: 'Mentees say so', reference: 'focus group 1' }])
 * 'refusal' in opinion && opinion.refusal.code //=> "opinions-alone"
 * const measured = addEvidence(claim.value, [{ id: 'e2', kind: 'estimate', title: 'Change in confidence', reference: 'estimate-1' }])
 * 'value' in measured && measured.value.status //=> "evidenced"
 * ```
 */
export function addEvidence(claim: ContributionClaim, added: readonly ClaimEvidence[]): Result<ContributionClaim> {
  if (claim.status === 'credible' || claim.status === 'not-supported')
    return refuse(
      'claim-judged',
      `The claim "${claim.id}" was judged ${claim.status}. Retract what no longer holds, or assert a new claim.`,
    )
  for (const [index, one] of added.entries()) {
    const answer = defineEvidence(one)
    if ('refusal' in answer)
      return refuse(answer.refusal.code, answer.refusal.message, [index, ...(answer.refusal.path ?? [])])
  }
  const known = claim.status === 'asserted' ? [] : claim.evidence
  const evidence = [...known, ...added]
  const repeated = repeatedIn(evidence.map(({ id }) => id))
  if (repeated !== undefined)
    return refuse('evidence-repeated', `The evidence "${repeated}" is named twice. Name each piece once.`)
  if (added.length === 0) return refuse('evidence-missing', 'No evidence is given. Name at least one piece.')
  if (!isMoreThanOpinion(evidence))
    return refuse(
      'opinions-alone',
      `All ${evidence.length} pieces of evidence are opinions of stakeholders, which do not make a claim alone. Add what was measured, observed or written down.`,
    )
  if (claim.status === 'asserted')
    return { value: { ...claim, status: 'evidenced', evidence } as unknown as ContributionClaim }
  return { value: { ...claim, evidence } as unknown as ContributionClaim }
}
