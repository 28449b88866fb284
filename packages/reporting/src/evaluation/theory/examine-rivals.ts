import type { Result } from '../../refusal.ts'
import { listedRefusal, refuse, repeatedIn, textRefusal } from '../refuse.ts'
import { type ContributionClaim, type ExaminedRival, rivalFindings } from './contribution-claim.ts'
import { defineEvidence } from './evidence.ts'
import type { TheoryOfChange } from './theory-of-change.ts'

/**
 * The claim with every rival explanation of its links examined; an examination made again replaces the one before.
 *
 * Refused: a claim without evidence or judged already, links for which the theory names no rival at all, a rival of these links that is not examined,
 * one that is not among them, and an examination without reasoning or evidence.
 *
 * @example
 * ```ts
 * import { addEvidence, assertClaim, examineRivals } from '@mentoring-commons/reporting/evaluation'
 *
 * const rival = { id: 'r1', explanation: 'Teaching loads fell in the same year.' }
 * const theory = {
 *   id: 't1',
 *   title: 'Why it should help',
 *   nodes: [
 *     { id: 'pairs', title: 'Pairs meet', kind: 'activity', indicatorIds: [] },
 *     { id: 'confidence', title: 'Mentees are more confident', kind: 'outcome', indicatorIds: ['confidence'] },
 *   ],
 *   links: [{ id: 'l1', from: 'pairs', to: 'confidence', relation: 'leads-to', mechanism: 'Somebody listens.', assumption: 'Pairs meet often.', evidenceIds: [], strength: 'none', rivals: [rival] }],
 * } as const
 * const claim = assertClaim({ id: 'c1', theoryId: 't1', theoryVersion: 1, linkIds: ['l1'], indicatorIds: ['confidence'], subject: 'Mentoring' }, theory)
 * if ('refusal' in claim) throw new Error(claim.refusal.message)
 * const evidence = { id: 'e1', kind: 'estimate', title: 'Change in confidence', reference: 'estimate-1' } as const
 * const early = examineRivals(claim.value, [], theory)
 * 'refusal' in early && early.refusal.code //=> "claim-without-evidence"
 * const evidenced = addEvidence(claim.value, [evidence])
 * if ('refusal' in evidenced) throw new Error(evidenced.refusal.message)
 * const loads = { id: 'e2', kind: 'document', title: 'Workload returns', reference: 'register 7' } as const
 * const examined = examineRivals(evidenced.value, [{ ...rival, finding: 'ruled-out', reasoning: 'Loads were the same.', evidence: [loads] }], theory)
 * 'value' in examined && examined.value.status //=> "rivals-examined"
 * ```
 */
export function examineRivals(
  claim: ContributionClaim,
  examined: readonly ExaminedRival[],
  theory: TheoryOfChange,
): Result<ContributionClaim> {
  if (claim.status === 'asserted')
    return refuse('claim-without-evidence', `The claim "${claim.id}" is only asserted. Add evidence for it first.`)
  if (claim.status === 'credible' || claim.status === 'not-supported')
    return refuse('claim-judged', `The claim "${claim.id}" was judged ${claim.status}. Assert a new claim.`)
  const rivals = theory.links.filter(({ id }) => claim.linkIds.includes(id)).flatMap((link) => link.rivals)
  if (rivals.length === 0)
    return refuse(
      'rivals-missing',
      `The theory "${theory.id}" names no rival explanation for what the claim "${claim.id}" says. Name what else could explain it.`,
    )
  for (const [index, one] of examined.entries()) {
    const refusal =
      listedRefusal(one.finding, rivalFindings, [index, 'finding']) ?? textRefusal(one.reasoning, [index, 'reasoning'])
    if (refusal !== undefined) return { refusal }
    const rival = rivals.find(({ id }) => id === one.id)
    if (rival?.explanation !== one.explanation)
      return refuse(
        'rival-unknown',
        `"${one.id}" with these words is no rival explanation of the claim's links. Name one of ${rivals.map(({ id }) => id).join(', ')}.`,
        [index],
      )
    if (one.evidence.length === 0)
      return refuse('evidence-missing', `The rival "${one.id}" was examined by no evidence. Name what shows it.`, [
        index,
      ])
    for (const piece of one.evidence) {
      const answer = defineEvidence(piece)
      if ('refusal' in answer) return refuse(answer.refusal.code, answer.refusal.message, [index, 'evidence'])
    }
  }
  const repeated = repeatedIn(examined.map(({ id }) => id))
  if (repeated !== undefined)
    return refuse('evidence-repeated', `The rival "${repeated}" is examined twice. Give one finding.`)
  const before = claim.status === 'rivals-examined' ? claim.rivals : []
  const all = [...before.filter(({ id }) => !examined.some((one) => one.id === id)), ...examined]
  const open = rivals.find(({ id }) => !all.some((one) => one.id === id))
  if (open !== undefined)
    return refuse(
      'rival-open',
      `The rival "${open.id}" (${open.explanation}) is not examined. Examine every rival of the claim's links.`,
    )
  return { value: { ...claim, status: 'rivals-examined', rivals: all } as unknown as ContributionClaim }
}
