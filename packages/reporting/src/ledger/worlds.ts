import type { Profile } from './population.ts'

/** How many have each profile. */
export type World = readonly number[]

/**
 * Several states that a dataset could be in, of which one is the truth: whatever is shown is the same in all of them.
 *
 * `sizes` holds a world each, the truth first; a world may be shorter than `profiles`, and what it lacks is 0.
 */
export interface Worlds {
  readonly dimensions: readonly string[]
  readonly entity?: string
  readonly profiles: readonly Profile[]
  readonly sizes: readonly World[]
}
