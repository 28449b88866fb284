import { dimensionCodes, editionById } from '../editions/catalogue.ts'
import { parseCodes } from '../editions/parse-codes.ts'
import type { DimensionCode, EditionId } from '../framework/code.ts'
import { type Result, refuse } from '../refusal.ts'
import { defineEvidence, type Evidence } from './evidence.ts'

/** What evidence there is for one dimension. */
export interface DimensionCoverage {
  readonly dimension: DimensionCode
  /** Ids of the evidence tagged with it, in the order given. */
  readonly claimed: readonly string[]
  /** Those of `claimed` in which somebody else has corroborated it. */
  readonly confirmed: readonly string[]
}

/** Which dimensions of an edition a body of evidence touches. It counts tags and says nothing about quality. */
export interface Coverage {
  readonly edition: EditionId
  /** Every dimension of the edition, in its order. */
  readonly dimensions: readonly DimensionCoverage[]
  /** Dimensions that one piece of evidence alone stands for. */
  readonly singlePoint: readonly DimensionCode[]
  /** Dimensions without evidence. */
  readonly untouched: readonly DimensionCode[]
}

/**
 * Gives, for each dimension of an edition, the evidence that claims it and the evidence that confirms it. Refuses
 * `unknown-edition`, `duplicate-evidence`, `mixed-editions` when anything is tagged in another edition, and whatever
 * `defineEvidence` refuses, with a path such as `evidence[0].tags[1]`.
 *
 * @example
 * ```ts
 * import { coverage } from '@mentoring-commons/ukpsf'
 * const read = coverage([{ id: 'e1', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:A2'] }], 'psf-2023')
 * read.value?.singlePoint //=> ["psf-2023:V1", "psf-2023:A2"]
 * read.value?.untouched.length //=> 13
 * coverage([{ id: 'e1', on: '2026-03-02', tags: ['ukpsf-2011:K6'] }], 'psf-2023').refusal?.code //=> "mixed-editions"
 * ```
 */
export function coverage(evidence: readonly Evidence[], editionId: EditionId): Result<Coverage> {
  const edition = editionById(editionId)
  if (edition.refusal) return edition
  const sound = readEvidence(evidence, editionId)
  if (sound.refusal) return sound
  const dimensions = dimensionCodes(edition.value).map((dimension) => ({
    dimension,
    claimed: sound.value.filter((item) => item.tags.includes(dimension)).map((item) => item.id),
    confirmed: sound.value.filter((item) => item.confirmed?.includes(dimension)).map((item) => item.id),
  }))
  const withClaims = (count: number) =>
    dimensions.filter((entry) => entry.claimed.length === count).map((entry) => entry.dimension)
  return { value: { edition: editionId, dimensions, singlePoint: withClaims(1), untouched: withClaims(0) } }
}

function readEvidence(evidence: readonly Evidence[], editionId: EditionId): Result<readonly Evidence[]> {
  const sound: Evidence[] = []
  const ids = new Set<string>()
  for (const [index, item] of evidence.entries()) {
    const path = `evidence[${index}]`
    const defined = defineEvidence(item)
    if (defined.refusal) {
      const inner = defined.refusal.path
      return { refusal: { ...defined.refusal, path: inner === undefined ? path : `${path}.${inner}` } }
    }
    const tags = parseCodes(item.tags, `${path}.tags`, editionId)
    if (tags.refusal) return tags
    if (ids.has(item.id)) {
      return refuse('duplicate-evidence', `Two pieces of evidence are called '${item.id}'. Give each its own id.`, path)
    }
    ids.add(item.id)
    sound.push(defined.value)
  }
  return { value: sound }
}
