/** How steps are run to their end without holding up whatever else the thread has to do. */
export interface Turns<P> {
  /** Hears of every step. */
  readonly onProgress?: (progress: P) => void
  /** Asked after every step; true ends the work. An `AbortSignal` fits as `() => signal.aborted`. */
  readonly cancelled?: () => boolean
  /** Lets others have their turn, such as a message that cancels: in a worker `() => new Promise((next) => setTimeout(next))`. */
  readonly pause: () => Promise<void>
}

/**
 * Runs the steps of `matchSteps` to their end, pausing after each, and gives what they give, or that they were cancelled.
 *
 * @example
 * ```ts
 * import { finishSteps, type MatchInput, matchSteps } from '@mentoring-commons/mentoring'
 *
 * const policy = { version: '1', objective: 'most-matched' as const, rules: [], menteeShare: 0.5 }
 * const input: MatchInput = { mentees: [], mentors: [], policy, seed: 'spring' }
 * const pause = () => Promise.resolve()
 * await finishSteps(matchSteps(input), { pause, cancelled: () => true }) //=> { "cancelled": true }
 * ```
 */
export async function finishSteps<P, T>(
  steps: Generator<P, T, void>,
  { onProgress, cancelled, pause }: Turns<P>,
): Promise<T | { readonly cancelled: true }> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onProgress?.(step.value)
    await pause()
    if (cancelled?.()) return { cancelled: true }
  }
}
