import type { PhaseAssessment } from './assess-phase.ts'

/** How the parties see the phase of their relationship on a day. */
export interface PhaseView {
  /** The latest assessment of each person in each role, by person, then role, sorted by code unit. */
  readonly latest: readonly PhaseAssessment[]
  /** `differ` is nothing wrong: it is something to talk about. */
  readonly stand: 'nobody-said' | 'one-party' | 'agree' | 'differ'
  /** The phase that all who said something find it in; absent where they differ. */
  readonly phase?: string
}

/**
 * Gives how the parties see the phase of one relationship on a day, in one model; models are never compared with each other.
 * Of two assessments of a person on one day the later in the list counts.
 *
 * @example
 * ```ts
 * import { phaseView } from '@mentoring-commons/mentoring'
 *
 * const base = { relationshipId: 'r1', model: 'clutterbuck' }
 * const assessments = [
 *   { ...base, personId: 'ada', role: 'mentee' as const, phase: 'direction', on: '2026-02-01' },
 *   { ...base, personId: 'mia', role: 'mentor' as const, phase: 'progress', on: '2026-02-08' },
 * ]
 * phaseView(assessments, 'clutterbuck', '2026-02-08').stand //=> "differ"
 * phaseView(assessments, 'clutterbuck', '2026-02-07').phase //=> "direction"
 * ```
 */
export function phaseView(assessments: readonly PhaseAssessment[], model: string, on: string): PhaseView {
  const latest = new Map<string, PhaseAssessment>()
  for (const one of assessments) {
    if (one.model !== model || one.on > on) continue
    const key = `${one.personId} ${one.role}`
    const before = latest.get(key)
    if (before === undefined || one.on >= before.on) latest.set(key, one)
  }
  const sorted = [...latest].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one)
  const phases = [...new Set(sorted.map((one) => one.phase))]
  const [phase] = phases
  if (phase === undefined) return { latest: sorted, stand: 'nobody-said' }
  if (phases.length > 1) return { latest: sorted, stand: 'differ' }
  const people = new Set(sorted.map((one) => one.personId))
  return { latest: sorted, stand: people.size === 1 ? 'one-party' : 'agree', phase }
}
