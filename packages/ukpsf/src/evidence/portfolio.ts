import { bitOf, type CodeIndex, codesIn } from '../editions/code-index.ts'
import { readCodes } from '../editions/read-codes.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Evidence } from './evidence.ts'
import { refuseEvidence } from './refuse-evidence.ts'
import { refuseStray } from './sound-evidence.ts'

/** A body of evidence, gone through in one edition. */
export interface Portfolio {
  readonly index: CodeIndex
  readonly evidence: readonly Evidence[]
  /** For each piece of evidence, the set of dimensions it claims. */
  readonly claimed: readonly number[]
  /** For each piece of evidence, those of `claimed` that somebody confirmed. */
  readonly confirmed: readonly number[]
}

/**
 * Gives a body of evidence as sets, in one pass. Refuses what `defineEvidenceIn` refuses, and `duplicate-evidence`, with a path
 * such as `evidence[0].tags[1]`.
 */
export function readPortfolio(index: CodeIndex, evidence: readonly Evidence[]): Result<Portfolio> {
  if (!Array.isArray(evidence)) throw new TypeError(`evidence must be a list; got ${String(evidence)}`)
  const ids = new Set<string>()
  const claimed: number[] = []
  const confirmed: number[] = []
  for (const item of evidence as readonly Evidence[]) {
    const refusal = refuseEvidence(item)
    if (refusal) return placed(refusal, claimed.length)
    const tags = readCodes(index, item.tags, 'tags')
    if (tags.refusal) return placed(tags.refusal, claimed.length)
    const words = item.corroborations === undefined ? none : confirmedIn(index, item, tags.value)
    if (words.refusal) return placed(words.refusal, claimed.length)
    if (ids.has(item.id)) {
      const message = `Two pieces of evidence are called '${item.id}'. Give each its own id.`
      return refuse('duplicate-evidence', message, `evidence[${claimed.length}]`)
    }
    ids.add(item.id)
    claimed.push(tags.value)
    confirmed.push(words.value)
  }
  return { value: { index, evidence, claimed, confirmed } }
}

const none = { value: 0, refusal: undefined }

function placed(refusal: Refusal, at: number): { readonly refusal: Refusal } {
  return { refusal: { ...refusal, path: `evidence[${at}].${refusal.path}` } }
}

function confirmedIn(index: CodeIndex, item: Evidence, claimed: number): Result<number> {
  let confirmed = 0
  for (const [at, { tags = [] }] of (item.corroborations ?? []).entries()) {
    const path = `corroborations[${at}].tags`
    const mask = readCodes(index, tags, path)
    if (mask.refusal) return mask
    const [stray] = tags.flatMap((text) => codesIn(index, bitOf(index, text) & ~claimed))
    if (stray !== undefined) return refuseStray(stray, item.id, path)
    confirmed |= mask.value
  }
  return { value: confirmed }
}
