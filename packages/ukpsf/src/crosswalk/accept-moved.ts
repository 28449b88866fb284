import { parseCodes } from '../editions/parse-codes.ts'
import type { SoundCorroboration } from '../evidence/evidence.ts'
import { refuseDay } from '../evidence/refuse-text.ts'
import type { DimensionCode } from '../framework/code.ts'
import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'
import type { MovedTag, MoveProposal, ProposedTag, TrailStep } from './proposal.ts'

/** Tags after a move, to be laid over the evidence: `{ ...evidence, ...accepted }`. */
export interface AcceptedTags {
  /** The tags that stayed, then those accepted, each once. */
  readonly tags: readonly DimensionCode[]
  /** For the tags that stayed alone; nothing accepted is confirmed until somebody says so anew. */
  readonly corroborations: readonly SoundCorroboration[]
  /** Where tags came from; keep it with the evidence. */
  readonly moved: readonly MovedTag[]
}

/**
 * Gives the tags that a reviewer accepts of a proposal, with the trail of each. A code that several tags propose keeps every
 * trail. What is not named is not taken. Refuses `not-proposed`, `empty-text` for `by`, `malformed-date` for `on` and what
 * `parseDimension` refuses, with the path.
 *
 * @example
 * ```ts
 * import { acceptMoved, moveTags } from '@mentoring-commons/ukpsf'
 * const corroborations = [{ by: 'observer-7', on: '2022-03-09', tags: ['ukpsf-2011:K3'] }]
 * const evidence = { id: 'e1', on: '2022-03-02', tags: ['ukpsf-2011:K3', 'ukpsf-2011:A4'], corroborations }
 * const proposal = moveTags(evidence, 'psf-2023').value
 * proposal?.proposed.map(({ to }) => to) //=> ["psf-2023:K1", "psf-2023:A4", "psf-2023:A2"]
 * const accepted = proposal && acceptMoved(proposal, ['psf-2023:K1', 'psf-2023:A2'], 'reviewer-7', '2026-11-24').value
 * const moved = { ...evidence, ...accepted }
 * moved.tags //=> ["psf-2023:K1", "psf-2023:A2"]
 * moved.corroborations //=> [{"by": "observer-7", "on": "2022-03-09"}]
 * moveTags(moved, 'ukpsf-2011').value?.proposed.map(({ to }) => to) //=> ["ukpsf-2011:K3", "ukpsf-2011:A4"]
 * ```
 */
export function acceptMoved(
  proposal: MoveProposal,
  accepted: readonly string[],
  by: string,
  on: string,
): Result<AcceptedTags> {
  if (!isText(by)) {
    return refuse('empty-text', `Say who accepts the tags; got '${String(by)}'.`, 'by')
  }
  const malformed = refuseDay(on, 'on')
  if (malformed) return { refusal: malformed }
  for (const [index, text] of accepted.entries()) {
    const code = parseCodes([text], 'accepted')
    if (code.refusal) return { refusal: { ...code.refusal, path: `accepted[${index}]` } }
    if (proposal.proposed.some((offer) => offer.to === code.value[0])) continue
    return refuse('not-proposed', refusalOf(proposal, code.value[0]), `accepted[${index}]`)
  }
  const codes = parseCodes(accepted, 'accepted')
  if (codes.refusal) return codes
  const taken = proposal.proposed.filter((offer) => codes.value.includes(offer.to))
  return {
    value: {
      tags: [...new Set([...proposal.kept, ...codes.value])],
      corroborations: proposal.keptCorroborations,
      moved: [...proposal.keptMoved, ...taken.flatMap((offer) => movedBy(offer, by, on))],
    },
  }
}

function movedBy(offer: ProposedTag, by: string, on: string): readonly MovedTag[] {
  const trail: readonly TrailStep[] =
    offer.kind === 'by-trail' ? offer.before : [...offer.before, { ...offer.row, acceptedBy: by, acceptedOn: on }]
  return trail.length === 0 ? [] : [{ tag: offer.to, trail }]
}

function refusalOf(proposal: MoveProposal, code: DimensionCode | undefined): string {
  if (code !== undefined && proposal.kept.includes(code)) return `${code} is a tag already and stays. Leave it out.`
  const offered = [...new Set(proposal.proposed.map((offer) => offer.to))]
  const list = offered.length > 0 ? `It proposes ${offered.join(', ')}.` : 'It proposes nothing.'
  return `The move does not propose ${String(code)}. ${list} A new tag is the claimant's to make.`
}
