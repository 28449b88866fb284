import { type Category, categories } from '../fellowship/category.ts'
import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'
import type { Workflow } from './workflow.ts'

/** A claim as a sample sees it. */
export interface CohortClaim {
  readonly claimId: string
  readonly category: Category
  readonly borderline: boolean
}

/**
 * Gives the claims of a cohort that are read from outside, in the cohort's order. In each category the share is exact: so
 * many claims that it is reached, and not one more; borderline claims come on top where the track says so. Claims are ranked
 * by a hash of seed and id, so that anybody can draw the same sample again, in whatever order the cohort comes. Choose the
 * seed before the cohort is known. Refuses `empty-text`, `no-track`, and `wrong-cohort` where a claim stands twice.
 *
 * @example
 * ```ts
 * import { drawSample } from '@mentoring-commons/ukpsf/review'
 * const sample = { share: 0.25, borderline: true }
 * const track = { reviewers: { count: 2, external: 0 }, sample, referees: { count: 0, rules: [] } }
 * const claim = (claimId: string, borderline = false) => ({ claimId, category: 'fellow' as const, borderline })
 * const cohort = [claim('c1'), claim('c2'), claim('c3'), claim('c4'), claim('c5', true)]
 * const { value } = drawSample({ tracks: { fellow: track } }, cohort, '2026-autumn')
 * value //=> ["c1","c4","c5"]
 * ```
 */
export function drawSample(
  workflow: Pick<Workflow, 'tracks'>,
  cohort: readonly CohortClaim[],
  seed: string,
): Result<readonly string[]> {
  if (!isText(seed)) {
    return refuse('empty-text', `A sample needs a seed that is not empty; got '${String(seed)}'.`, 'seed')
  }
  const ids = new Set<string>()
  for (const [index, { claimId, category }] of cohort.entries()) {
    if (workflow.tracks[category] === undefined) {
      const text = `The workflow does not review ${String(category)}, so that '${claimId}' cannot be in its cohort.`
      return refuse('no-track', text, `cohort[${index}]`)
    }
    if (ids.has(claimId)) {
      return refuse('wrong-cohort', `'${claimId}' stands twice in the cohort. List it once.`, `cohort[${index}]`)
    }
    ids.add(claimId)
  }
  const drawn = new Set(categories.flatMap((category) => drawOne(workflow, cohort, category, seed)))
  return { value: cohort.map((claim) => claim.claimId).filter((id) => drawn.has(id)) }
}

function drawOne(
  { tracks }: Pick<Workflow, 'tracks'>,
  cohort: readonly CohortClaim[],
  category: Category,
  seed: string,
): readonly string[] {
  const sample = tracks[category]?.sample
  if (sample === undefined) return []
  const claims = cohort.filter((claim) => claim.category === category)
  const ranked = claims
    .map(({ claimId }) => ({ claimId, rank: hash(`${seed}\n${claimId}`) }))
    .sort((one, other) => one.rank - other.rank || (one.claimId < other.claimId ? -1 : 1))
  // A share such as 0.1 of 30 is not whole in binary, and must not be rounded up for that.
  const count = Math.ceil(Number((sample.share * claims.length).toFixed(6)))
  const borderline = sample.borderline ? claims.filter((claim) => claim.borderline) : []
  return [...ranked.slice(0, count), ...borderline].map((claim) => claim.claimId)
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
