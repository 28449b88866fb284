import { countInWords, dayInWords, spanInWords, wordInWords } from '../../views/in-words.ts'
import type { Spiral, SpiralArc, SpiralCycle } from '../../views/spiral.ts'

/**
 * What the picture of the spiral shows, in words: first how many cycles, then one sentence or more for each cycle, those
 * inside a cycle right after it.
 * @example
 * ```ts
 * import { spiral, spiralWords } from '@mentoring-commons/action-research'
 * spiralWords(spiral({ status: 'not-begun' }, '2026-06-30')) //=> ["No cycle has begun by 30 June 2026."]
 * ```
 */
export function spiralWords({ asOf, cycles }: Spiral): readonly string[] {
  const all = cycles.flatMap(withInner)
  if (all.length === 0) return [`No cycle has begun by ${dayInWords(asOf)}.`]
  const inner = all.length - cycles.length
  const inside = inner === 0 ? '' : `, and ${countInWords(inner, 'cycle')} inside ${inner === 1 ? 'one' : 'them'}`
  return [`${countInWords(cycles.length, 'cycle')}${inside}, as of ${dayInWords(asOf)}.`, ...all.map(said)]
}

function withInner(cycle: SpiralCycle): readonly SpiralCycle[] {
  return [cycle, ...cycle.inner.flatMap(withInner)]
}

function said({ label, status, from, to, isDetached, arcs, breaks }: SpiralCycle): string {
  const ended = status === 'closed' || status === 'abandoned'
  const when = ended ? `${spanInWords(from, to)}, ${status}` : `${spanInWords(from, undefined)}, ${status}`
  const outside = isDetached ? ', detached from the days of the cycle it lies in' : ''
  const did = arcs.length === 0 ? 'no facet has begun' : arcs.map(arcInWords).join('; ')
  const rests = breaks.map(
    (one) =>
      ` Suspended ${one.to === to && !ended ? 'since ' : ''}${spanOf(one.from, one.to, one.to === to && !ended)}.`,
  )
  return `Cycle ${label}: ${when}${outside}: ${did}.${overlaps(arcs)}${rests.join('')}`
}

function arcInWords({ facet, from, to, isOpen }: SpiralArc): string {
  return `${facet} ${spanInWords(from, isOpen ? undefined : to)}`
}

function spanOf(from: string, to: string, isOpen: boolean): string {
  return isOpen ? dayInWords(from) : spanInWords(from, to)
}

function overlaps(arcs: readonly SpiralArc[]): string {
  const pairs = arcs.flatMap((one, index) =>
    arcs
      .slice(index + 1)
      .filter(
        (other) => one.facet !== other.facet && one.from <= other.to && other.from <= one.to && one.to !== other.from,
      )
      .map((other) => `${one.facet} and ${other.facet}`),
  )
  const found = [...new Set(pairs)]
  return found.length === 0 ? '' : ` ${wordInWords(found.join(', '))} overlapped.`
}
