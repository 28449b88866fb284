import type { ModerationSample } from './workflow.ts'

/**
 * Where an id falls from 0 to below 1 under a seed. The same seed and id fall in the same place on every machine.
 *
 * @example
 * ```ts
 * import { sampleRank } from '@mentoring-commons/award'
 *
 * sampleRank('autumn', 'candidacy-1#1') === sampleRank('autumn', 'candidacy-1#1') //=> true
 * ```
 */
export function sampleRank(seed: string, id: string): number {
  return hash(`${seed}\n${id}`) / 2 ** 32
}

/** Whether the submission of a candidacy with a given attempt is in the sample that is moderated. */
export function isSampled({ share, seed }: ModerationSample, candidacy: string, attempt: number): boolean {
  return sampleRank(seed, `${candidacy}#${attempt}`) < share
}

/**
 * The ids of a cohort to moderate so that the share is reached and not exceeded by one, in the order given; ids that stand
 * twice count once. It depends on the seed and the ids, not on their order. The decider draws each submission by itself, so that the
 * share is met only about; where it must be exact, set that of the workflow to 0, draw here, and send `SelectForModeration`. Throws a RangeError for a share not from 0 to 1.
 *
 * @example
 * ```ts
 * import { drawSample } from '@mentoring-commons/award'
 *
 * drawSample(['c1', 'c2', 'c3', 'c4'], { share: 0.5, seed: 'autumn' }).length //=> 2
 * drawSample(['c1', 'c2', 'c3'], { share: 0.5, seed: 'autumn' }).length //=> 2
 * drawSample(['c1', 'c2'], { share: 0, seed: 'autumn' }) //=> []
 * ```
 */
export function drawSample(ids: readonly string[], { share, seed }: ModerationSample): readonly string[] {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is a number from 0 to 1; got ${share}`)
  const each = [...new Set(ids)]
  const ranked = each
    .map((id) => ({ id, rank: sampleRank(seed, id) }))
    .sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1))
  // A share such as 0.1 of 30 is not whole in binary, and must not be rounded up for that.
  const count = Math.ceil(Number((share * each.length).toFixed(6)))
  const drawn = new Set(ranked.slice(0, count).map(({ id }) => id))
  return each.filter((id) => drawn.has(id))
}

/** FNV-1a over 32 bits, with the finaliser of MurmurHash3 so that ids which differ in one character fall far apart. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    state = Math.imul(state ^ (unit & 0xff), 0x01000193)
    state = Math.imul(state ^ (unit >>> 8), 0x01000193)
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
