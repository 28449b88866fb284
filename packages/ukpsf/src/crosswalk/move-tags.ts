import { editionById } from '../editions/catalogue.ts'
import { parseCodes } from '../editions/parse-codes.ts'
import type { Corroboration, SoundCorroboration } from '../evidence/evidence.ts'
import type { DimensionCode, EditionId } from '../framework/code.ts'
import { type Result, refuse } from '../refusal.ts'
import { type Crosswalk, crosswalk } from './crosswalk.ts'
import type { LostTag, MoveProposal, ProposedTag, Tagged, TrailStep } from './proposal.ts'
import { editionOf, readTrails } from './read-trails.ts'
import { isMatch } from './row.ts'

/**
 * Gives what a reviewer may accept of tags in another edition: proposals along the crosswalk, each with its row, and what is
 * lost, with the reason. It moves no judgement: what is confirmed stays behind, and a proposal is no tag until
 * `acceptMoved`. A tag that was moved before, and has its `moved` record, goes back only to what it was, so there and back
 * never creates a tag; without the record it goes back along every inverse row. Refuses `unknown-edition`, `broken-trail`,
 * `confirmation-without-claim` and whatever `parseDimension` refuses, with the path.
 *
 * @example
 * ```ts
 * import { moveTags } from '@mentoring-commons/ukpsf'
 * const { value } = moveTags(['ukpsf-2011:K3', 'ukpsf-2011:K1'], 'psf-2023')
 * value?.proposed.map(({ from, to }) => [from, to]) //=> [["ukpsf-2011:K3", "psf-2023:K1"]]
 * value?.lost.map(({ tag, reason }) => [tag, reason]) //=> [["ukpsf-2011:K1", "no-equivalent"]]
 * ```
 */
export function moveTags(tagged: Tagged | readonly string[], to: EditionId): Result<MoveProposal> {
  const target = editionById(to)
  if (target.refusal) return { refusal: { ...target.refusal, path: 'to' } }
  const input: Tagged = 'tags' in tagged ? tagged : { tags: tagged }
  const tags = parseCodes(input.tags, 'tags')
  if (tags.refusal) return tags
  const trails = readTrails(input.moved ?? [], tags.value)
  if (trails.refusal) return trails
  const kept = tags.value.filter((tag) => editionOf(tag) === to)
  const words = keptWords(input.corroborations ?? [], tags.value, kept)
  if (words.refusal) return words
  const walks = crosswalksTo(to)
  const moves = tags.value
    .filter((tag) => !kept.includes(tag))
    .map((tag) => moveTag(tag, to, walks, trails.value.get(tag)))
  return {
    value: {
      to,
      kept,
      keptCorroborations: words.value,
      keptMoved: kept.flatMap((tag) => (trails.value.get(tag) ?? []).map((trail) => ({ tag, trail }))),
      proposed: moves.flatMap((move) => move.proposed),
      lost: moves.flatMap((move) => move.lost),
    },
  }
}

/** A word that confirmed nothing of the kept tags stays as one that the thing took place. */
function keptWords(
  words: readonly Corroboration[],
  tags: readonly DimensionCode[],
  kept: readonly DimensionCode[],
): Result<readonly SoundCorroboration[]> {
  const staying: SoundCorroboration[] = []
  for (const [index, { tags: confirmed, ...word }] of words.entries()) {
    const path = `corroborations[${index}].tags`
    const codes = parseCodes(confirmed ?? [], path)
    if (codes.refusal) return codes
    const stray = codes.value.find((code) => !tags.includes(code))
    if (stray !== undefined) {
      const message = `${stray} is confirmed but is no tag. Add it to tags, or take it out here.`
      return refuse('confirmation-without-claim', message, path)
    }
    const still = codes.value.filter((code) => kept.includes(code))
    staying.push(still.length > 0 ? { ...word, tags: still } : word)
  }
  return { value: staying }
}

interface Move {
  readonly proposed: readonly ProposedTag[]
  readonly lost: readonly LostTag[]
}

/** Gives the crosswalk from an edition to this one, reckoned once. */
function crosswalksTo(to: EditionId): (from: EditionId) => Crosswalk {
  const walks = new Map<EditionId, Crosswalk>()
  return (from) => {
    const walked = walks.get(from) ?? crosswalk(from, to).value
    if (walked === undefined) throw new RangeError(`There is no crosswalk from ${from} to ${to}`)
    walks.set(from, walked)
    return walked
  }
}

function moveTag(
  tag: DimensionCode,
  to: EditionId,
  walks: (from: EditionId) => Crosswalk,
  trails: readonly (readonly TrailStep[])[] = [],
): Move {
  const back = trails.flatMap((trail): readonly ProposedTag[] => {
    const at = trail.findIndex((step) => editionOf(step.from) === to)
    const first = trail[at]
    if (first === undefined) return []
    return [{ kind: 'by-trail', from: tag, to: first.from, undone: trail.slice(at), before: trail.slice(0, at) }]
  })
  if (back.length > 0) return { proposed: back, lost: [] }
  const walked = walks(editionOf(tag))
  const rows = walked.rows.filter(isMatch).filter((row) => row.from === tag)
  if (rows.length === 0) return { proposed: [], lost: [lostTag(tag, walked)] }
  const befores = trails.length === 0 ? [[]] : trails
  const proposed = rows.flatMap((row) =>
    befores.map((before): ProposedTag => ({ kind: 'by-crosswalk', from: tag, to: row.to, row, before })),
  )
  return { proposed, lost: [] }
}

function lostTag(tag: DimensionCode, walked: Crosswalk): LostTag {
  const none = walked.rows.find((row) => row.from === tag)
  if (none !== undefined) {
    const message = `${walked.to} has no partner for ${tag}: ${none.note} Tag what the evidence shows anew.`
    return { tag, reason: 'no-equivalent', message }
  }
  const ways = walked.open.find((end) => end.code === tag)?.ways ?? []
  const way = ways.map((codes) => codes.join(' to ')).join('; ')
  const message =
    ways.length > 0
      ? `No relation of ${tag} to ${walked.to} is sound. Move it step by step, with a reviewer at each: ${way}.`
      : `No way leads from ${tag} to ${walked.to}. Tag what the evidence shows anew.`
  return { tag, reason: 'unsettled', message }
}
