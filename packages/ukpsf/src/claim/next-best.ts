import { type CodeIndex, codesIn, maskOf, sizeOf } from '../editions/code-index.ts'
import { readCodes } from '../editions/read-codes.ts'
import type { DimensionCode } from '../framework/code.ts'
import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'
import type { ClaimReading } from './claim.ts'
import { lackOf, type Need, needsAfter } from './need.ts'
import { needsOf } from './needs-of.ts'
import { smallestItems } from './smallest-items.ts'
import { smallestSet } from './smallest-set.ts'

/** Something a person has done and not yet put forward, with the dimensions it could be tagged with. */
export interface Candidate {
  /** Unique among the candidates. */
  readonly id: string
  readonly tags: readonly string[]
}

/** What to add next. */
export type NextBest =
  | {
      readonly kind: 'close-gap'
      /** The dimension to find evidence for: of `closeGap`, the first of those that the most criteria lack. */
      readonly dimension: DimensionCode
      /** The criteria that lack it. */
      readonly criteria: readonly string[]
      /** A smallest choice of candidates that closes all of the gap that candidates can close, in the order given. */
      readonly items: readonly string[]
      /** The one of `items` that closes the most by itself; absent where no candidate helps. */
      readonly item?: string
      /** A smallest set of dimensions for which something is still to be found once all `items` are in. */
      readonly remaining: readonly DimensionCode[]
      readonly message: string
    }
  | {
      /** Nothing countable is missing, and a dimension hangs on one piece of evidence. */
      readonly kind: 'second-evidence'
      /** The first such dimension in the edition's order. */
      readonly dimension: DimensionCode
      readonly evidenceId: string
      /** The candidate that gives the most such dimensions a second piece; absent where none does. */
      readonly item?: string
      readonly message: string
    }
  | { readonly kind: 'nothing'; readonly message: string }

/** The most candidates that are weighed at once. */
const candidatesMax = 1000

/**
 * Gives what to add next to a portfolio: a dimension, and where the person has candidates that are not put forward yet, the
 * fewest of them that close the gap, by an exact search; of several such choices the one that comes first in the order given.
 * For a reading by confirmed tags, what a candidate could carry is taken as confirmed. Refuses `empty-text`,
 * `duplicate-evidence`, more than 1,000 candidates as `too-many-candidates`, and tags as `coverage` does, with the path.
 *
 * @example
 * ```ts
 * import { nextBest, planClaim } from '@mentoring-commons/ukpsf'
 * const evidence = [{ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:K1', 'psf-2023:K2', 'psf-2023:A2'] }]
 * const { value: reading } = planClaim({ descriptor: 'psf-2023:D1', evidence, on: '2026-11-24' })
 * const candidates = [
 *   { id: 'blog', tags: ['psf-2023:V3'] },
 *   { id: 'inquiry', tags: ['psf-2023:V3', 'psf-2023:K3'] },
 *   { id: 'marking', tags: ['psf-2023:A3'] },
 * ]
 * const next = reading && nextBest(reading, candidates).value
 * next?.kind === 'close-gap' && next.items //=> ["inquiry", "marking"]
 * next?.kind === 'close-gap' && next.item //=> "inquiry"
 * ```
 */
export function nextBest(reading: ClaimReading, candidates: readonly Candidate[] = []): Result<NextBest> {
  const { index, needs } = needsOf(reading)
  const sets = readCandidates(index, candidates)
  if (sets.refusal) return sets
  const offered = { candidates, sets: sets.value }
  return { value: needs.length > 0 ? nextInGap(reading, index, needs, offered) : nextSecond(reading, index, offered) }
}

interface Offered {
  readonly candidates: readonly Candidate[]
  readonly sets: readonly number[]
}

function readCandidates(index: CodeIndex, candidates: readonly Candidate[]): Result<readonly number[]> {
  if (candidates.length > candidatesMax) {
    const message = `${candidates.length} candidates are more than the ${candidatesMax} that can be weighed at once. Leave out the least likely.`
    return refuse('too-many-candidates', message, 'candidates')
  }
  const sets: number[] = []
  const ids = new Set<string>()
  for (const [at, { id, tags }] of candidates.entries()) {
    const path = `candidates[${at}]`
    if (!isText(id))
      return refuse('empty-text', `A candidate needs an id that is not empty; got '${String(id)}'.`, `${path}.id`)
    if (ids.has(id))
      return refuse('duplicate-evidence', `Two candidates are called '${id}'. Give each its own id.`, path)
    const set = readCodes(index, tags, `${path}.tags`)
    if (set.refusal) return set
    ids.add(id)
    sets.push(set.value)
  }
  return { value: sets }
}

function nextInGap(
  reading: ClaimReading,
  index: CodeIndex,
  needs: readonly Need[],
  { candidates, sets }: Offered,
): NextBest {
  const lacking = (code: DimensionCode) =>
    reading.criteria
      .filter(({ missing, shortfalls }) => missing.includes(code) || shortfalls.some(({ from }) => from.includes(code)))
      .map(({ criterion }) => criterion)
  const gap = codesIn(index, smallestSet(needs) ?? 0)
  const dimension = firstOfMost(gap, (code) => lacking(code).length)
  if (dimension === undefined)
    throw new RangeError(`A reading asks for nothing that it names: ${JSON.stringify(reading.criteria)}`)
  // What all candidates together reach is what a choice of them has to reach.
  const all = sets.reduce((mask, set) => mask | set, 0)
  const reachable = needs.flatMap((need) => {
    const count = need.count - lackOf(need, all)
    return count === 0 ? [] : [{ mask: need.mask & all, count }]
  })
  const places = smallestItems(reachable, sets) ?? []
  const added = places.reduce((mask, place) => mask | (sets[place] ?? 0), 0)
  const closed = (set: number) => needs.reduce((sum, need) => sum + need.count - lackOf(need, set), 0)
  const best = firstOfMost(places, (place) => closed(sets[place] ?? 0))
  const items = places.flatMap((place) => candidates[place]?.id ?? [])
  const item = best === undefined ? undefined : candidates[best]?.id
  const criteria = lacking(dimension)
  const carries = best !== undefined && ((sets[best] ?? 0) & maskOf(index, [dimension])) !== 0
  const first = carries ? '' : `: it closes the most of what is missing, though not ${dimension}`
  const help = item === undefined ? '' : ` Put '${item}' forward first${first}.`
  return {
    kind: 'close-gap',
    dimension,
    criteria,
    items,
    ...(item === undefined ? {} : { item }),
    remaining: codesIn(index, smallestSet(needsAfter(needs, added)) ?? 0),
    message: `${dimension} comes next: ${criteria.join(', ')} ${criteria.length === 1 ? 'lacks' : 'lack'} it.${help}`,
  }
}

function nextSecond(reading: ClaimReading, index: CodeIndex, { candidates, sets }: Offered): NextBest {
  const single = reading.warnings.flatMap((warning) => (warning.kind === 'single-point' ? [warning] : []))
  const [first] = single
  if (first === undefined) {
    return {
      kind: 'nothing',
      message: 'Nothing countable is missing, and no dimension hangs on one piece of evidence.',
    }
  }
  const { dimension, evidenceId } = first
  const weak = maskOf(
    index,
    single.map((warning) => warning.dimension),
  )
  const helping = candidates.filter((_, place) => ((sets[place] ?? 0) & weak) !== 0)
  const item = firstOfMost(helping, (candidate) => sizeOf((sets[candidates.indexOf(candidate)] ?? 0) & weak))?.id
  return {
    kind: 'second-evidence',
    dimension,
    evidenceId,
    ...(item === undefined ? {} : { item }),
    message: `Nothing countable is missing. Only '${evidenceId}' stands for ${dimension}: a second piece would help.`,
  }
}

/** The first of the items for which a number is largest. */
function firstOfMost<T>(items: readonly T[], number: (item: T) => number): T | undefined {
  let best: T | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const own = number(item)
    if (own > most) [best, most] = [item, own]
  }
  return best
}
