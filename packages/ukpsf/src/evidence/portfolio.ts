import { bitOf, type CodeIndex, codesIn } from '../editions/code-index.ts'
import { maskOfTexts, refuseCodes } from '../editions/read-codes.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Corroboration, Evidence } from './evidence.ts'
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
    const at = claimed.length
    const refusal = refuseEvidence(item)
    if (refusal) return placed(refusal, at)
    const tags = maskOfTexts(index, item.tags)
    if (tags < 0) return placed(refuseCodes(index, item.tags, 'tags'), at)
    const words = item.corroborations === undefined ? 0 : confirmedBy(index, item.corroborations, tags)
    if (words < 0) return placed(refuseConfirmed(index, item, tags), at)
    ids.add(item.id)
    if (ids.size === at) {
      const message = `Two pieces of evidence are called '${item.id}'. Give each its own id.`
      return refuse('duplicate-evidence', message, `evidence[${at}]`)
    }
    claimed.push(tags)
    confirmed.push(words)
  }
  return { value: { index, evidence, claimed, confirmed } }
}

function placed(refusal: Refusal, at: number): { readonly refusal: Refusal } {
  return { refusal: { ...refusal, path: `evidence[${at}].${refusal.path}` } }
}

/** The set of dimensions that some words confirm; -1 when one of them confirms what is no code or not claimed. */
function confirmedBy(index: CodeIndex, words: readonly Corroboration[], claimed: number): number {
  let confirmed = 0
  for (let at = 0; at < words.length; at += 1) {
    const tags = words[at]?.tags
    if (tags === undefined) continue
    const mask = maskOfTexts(index, tags)
    if (mask < 0 || (mask & ~claimed) !== 0) return -1
    confirmed |= mask
  }
  return confirmed
}

function refuseConfirmed(index: CodeIndex, { id, corroborations = [] }: Evidence, claimed: number): Refusal {
  const at = corroborations.findIndex((word) => confirmedBy(index, [word], claimed) < 0)
  const tags = corroborations[at]?.tags ?? []
  const path = `corroborations[${at}].tags`
  if (maskOfTexts(index, tags) < 0) return refuseCodes(index, tags, path)
  const [stray = ''] = tags.flatMap((text) => codesIn(index, bitOf(index, text) & ~claimed))
  return refuseStray(stray, id, path).refusal
}
