import type { Tally } from './tally.ts'

/** One step of the proof: it writes its checks into the tally it is given. */
export interface Step {
  /** What `npm test -- NAME` calls it. */
  readonly name: string
  /** What it proves, in a few words. */
  readonly title: string
  /** Steps that must have passed before this one makes sense; they are run first when only this one is asked for. */
  readonly needs?: readonly string[]
  readonly run: (tally: Tally) => Promise<void> | void
}
