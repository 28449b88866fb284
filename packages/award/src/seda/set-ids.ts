import { sedaActionResearchOutcomes } from './action-research.ts'
import { sedaCoreOutcomes } from './core-outcomes.ts'
import { sedaValues } from './values.ts'

/** The ids of every set that ships here: codes that begin with one are given here alone, whichever sets a version requires. */
export const sedaSetIds: readonly string[] = [...sedaValues, sedaCoreOutcomes, sedaActionResearchOutcomes].map(
  (set) => set.id,
)
