import { maskOf } from '../editions/code-index.ts'
import { type Evidence, lastDay } from '../evidence/evidence.ts'
import { type Descriptor, formatDescriptor } from '../framework/descriptor.ts'
import { yearsBefore } from '../iso-date.ts'
import type { ClaimWarning, Guidance } from './claim-warning.ts'
import { type Counted, evidenceFor } from './counted.ts'
import type { Overlay, WordLimit } from './overlay.ts'
import { dimensionsNamed } from './read-criterion.ts'

/**
 * Gives what to look at before submitting: by piece of evidence in the order given, then by dimension in the edition's, then by
 * word limit in the overlay's.
 */
export function claimWarnings(
  descriptor: Descriptor,
  overlay: Overlay | undefined,
  counted: Counted,
  on: string,
): readonly ClaimWarning[] {
  const name = formatDescriptor(descriptor)
  const limits = overlay?.wordLimits?.filter((limit) => limit.descriptor === name) ?? []
  return [
    ...timeWarnings(windowOf(descriptor, overlay, on), counted.evidence, on),
    ...singlePoints(counted),
    ...limits.flatMap((limit) => wordWarnings(limit, descriptor, counted)),
  ]
}

interface Window {
  readonly start: string
  readonly guidance: Guidance
  /** How a message about evidence before the window goes on. */
  readonly words: string
}

function windowOf(descriptor: Descriptor, overlay: Overlay | undefined, on: string): Window | undefined {
  const name = formatDescriptor(descriptor)
  const own = overlay?.recency?.find((recency) => recency.descriptor === name)
  if (own !== undefined) {
    if (own.yearsMax === 'none') return undefined
    const words = `more than ${own.yearsMax} years before ${on}. Guidance of ${overlay?.institution} for ${name}, not a condition (${own.source}).`
    return { start: yearsBefore(on, own.yearsMax), guidance: { setBy: 'overlay', source: own.source }, words }
  }
  const { recency } = descriptor
  if (recency.kind === 'no-fixed-window') return undefined
  const { source, certainty, readOn, yearsMax, note } = recency
  const words = `more than ${yearsMax} years before ${on}. Guidance for ${name}, not a condition: ${note} (${source}; certainty ${certainty})`
  return { start: yearsBefore(on, yearsMax), guidance: { setBy: 'edition', source, certainty, readOn }, words }
}

function timeWarnings(window: Window | undefined, evidence: readonly Evidence[], on: string): readonly ClaimWarning[] {
  const warnings: ClaimWarning[] = []
  for (const item of evidence) {
    const last = lastDay(item)
    if (last > on) {
      const message = `'${item.id}' ends on ${last}, after the day of the claim, ${on}.`
      warnings.push({ kind: 'after-claim', evidenceId: item.id, lastDay: last, message })
    } else if (window !== undefined && last < window.start) {
      const { start: windowStart, guidance, words } = window
      const message = `'${item.id}' ends on ${last}, ${words}`
      warnings.push({ kind: 'stale-evidence', evidenceId: item.id, lastDay: last, windowStart, guidance, message })
    }
  }
  return warnings
}

function singlePoints({ index, counting, evidence, sets }: Counted): readonly ClaimWarning[] {
  // A dimension that was seen once, and not twice.
  let once = 0
  let twice = 0
  for (const set of sets) {
    twice |= once & set
    once |= set
  }
  return index.codes.flatMap((dimension, place): readonly ClaimWarning[] => {
    const bit = 1 << place
    if ((once & ~twice & bit) === 0) return []
    const evidenceId = evidence[sets.findIndex((set) => (set & bit) !== 0)]?.id ?? ''
    const accepted = counting === 'confirmed' ? 'confirmed for' : 'for'
    const message = `Only '${evidenceId}' stands ${accepted} ${dimension}; if it is not accepted, nothing is left.`
    return [{ kind: 'single-point', dimension, evidenceId, message }]
  })
}

function wordWarnings(limit: WordLimit, descriptor: Descriptor, counted: Counted): readonly ClaimWarning[] {
  const { criterion, wordsMax, source } = limit
  const named = descriptor.criteria.find(({ code }) => `${descriptor.edition}:${code}` === criterion)
  const items =
    named === undefined
      ? counted.evidence
      : evidenceFor(counted, maskOf(counted.index, named.rules.flatMap(dimensionsNamed)))
  const words = items.reduce((sum, item) => sum + (item.words ?? 0), 0)
  if (words <= wordsMax) return []
  const uncounted = items.filter((item) => item.words === undefined).length
  const rest = uncounted === 0 ? '' : ` Accounts without a count: ${uncounted}.`
  const message = `The accounts for ${criterion ?? limit.descriptor} have ${words} words, ${words - wordsMax} more than the ${wordsMax} allowed (${source}).${rest}`
  return [
    {
      kind: 'over-word-limit',
      ...(criterion === undefined ? {} : { criterion }),
      words,
      wordsMax,
      uncounted,
      source,
      message,
    },
  ]
}
