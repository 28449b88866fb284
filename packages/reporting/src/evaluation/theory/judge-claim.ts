import type { Result } from '../../refusal.ts'
import { refuse, textRefusal } from '../refuse.ts'
import type { ContributionClaim } from './contribution-claim.ts'
import type { TheoryOfChange } from './theory-of-change.ts'

/** What a claim is judged to be, and why. */
export interface Judgement {
  readonly verdict: 'credible' | 'not-supported'
  /** The reasoning, for somebody who was not there. */
  readonly judgement: string
}

/**
 * The claim, judged. It can be called not supported whenever its rivals are examined; credible only when none of them explains it, and no link of
 * it is weak or without evidence.
 *
 * @example
 * ```ts
 * import { assertClaim, judgeClaim } from '@mentoring-commons/reporting/evaluation'
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
 * const rash = judgeClaim(claim.value, { verdict: 'credible', judgement: 'It stands to reason.' }, theory)
 * 'refusal' in rash && rash.refusal.code //=> "rivals-not-examined"
 * ```
 */
export function judgeClaim(
  claim: ContributionClaim,
  { verdict, judgement }: Judgement,
  theory: TheoryOfChange,
): Result<ContributionClaim> {
  const refusal = textRefusal(judgement, ['judgement'])
  if (refusal !== undefined) return { refusal }
  if (claim.status === 'asserted' || claim.status === 'evidenced')
    return refuse(
      'rivals-not-examined',
      `The claim "${claim.id}" is ${claim.status}: its rival explanations are not examined. Examine them first.`,
    )
  if (claim.status !== 'rivals-examined')
    return refuse('claim-judged', `The claim "${claim.id}" was judged ${claim.status}. Assert a new claim.`)
  if (verdict === 'credible') {
    const stands = claim.rivals.find(({ finding }) => finding === 'explains-it')
    if (stands !== undefined)
      return refuse(
        'rival-stands',
        `The rival "${stands.id}" (${stands.explanation}) was found to explain it. Judge the claim not supported.`,
      )
    const thin = claim.linkIds.find((id) => {
      const strength = theory.links.find((link) => link.id === id)?.strength ?? 'none'
      return strength === 'none' || strength === 'weak'
    })
    if (thin !== undefined)
      return refuse(
        'link-too-weak',
        `The link "${thin}" is weak or has no evidence. Strengthen it in the theory of change, or judge the claim not supported.`,
      )
  }
  return { value: { ...claim, status: verdict, judgement } as unknown as ContributionClaim }
}
