import type { Result } from '../../refusal.ts'
import { refuse, textRefusal } from '../refuse.ts'
import type { ClaimInput, ContributionClaim } from './contribution-claim.ts'
import type { TheoryOfChange } from './theory-of-change.ts'

/**
 * A claim that is asserted and no more: nothing speaks for it yet.
 *
 * Refused: links that the theory does not have, that do not hang together as a chain, or that speak of none of the claim's indicators.
 *
 * @example
 * ```ts
 * import { assertClaim } from '@mentoring-commons/reporting/evaluation'
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
 * 'value' in claim && claim.value.status //=> "asserted"
 * ```
 */
export function assertClaim(input: ClaimInput, theory: TheoryOfChange): Result<ContributionClaim> {
  const refusal = textRefusal(input.id, ['id']) ?? textRefusal(input.subject, ['subject'])
  if (refusal !== undefined) return { refusal }
  if (input.theoryId !== theory.id)
    return refuse('theory-id-unknown', `The claim is of the theory "${input.theoryId}", not of "${theory.id}".`, [
      'theoryId',
    ])
  const links = input.linkIds.map((id) => theory.links.find((link) => link.id === id))
  const stray = links.indexOf(undefined)
  if (stray !== -1 || links.length === 0)
    return refuse(
      'theory-id-unknown',
      `The theory "${theory.id}" has no link "${input.linkIds[stray] ?? ''}". Name links of it.`,
      ['linkIds', Math.max(stray, 0)],
    )
  const broken = links.findIndex((link, index) => index > 0 && link?.from !== links[index - 1]?.to)
  if (broken !== -1)
    return refuse(
      'claim-chain-broken',
      `The link "${input.linkIds[broken]}" does not begin where "${input.linkIds[broken - 1]}" ends. Name the links in order, without a gap.`,
      ['linkIds', broken],
    )
  const ends = theory.nodes.filter(({ id }) => links.some((link) => link?.to === id))
  const foreign = input.indicatorIds.find((id) => !ends.some(({ indicatorIds }) => indicatorIds.includes(id)))
  if (foreign !== undefined || input.indicatorIds.length === 0)
    return refuse(
      'claim-indicator-elsewhere',
      `The indicator "${foreign ?? ''}" hangs on no node that these links lead to. Name one that does.`,
      ['indicatorIds'],
    )
  const { id, theoryId, theoryVersion, linkIds, indicatorIds, subject } = input
  return {
    value: { id, theoryId, theoryVersion, linkIds, indicatorIds, subject, status: 'asserted' } as ContributionClaim,
  }
}
