import { type DisclosedFigure, type DisclosurePolicy, disclose, type FigureSet } from '@mentoring-commons/reporting'
import type { Transaction } from '../../../db/database.ts'

/** Whose figures they are: the institution, and the dataset that all its reports and exports share, such as `programme:` and an id. */
export interface LedgeredDataset {
  readonly institutionId: string
  readonly dataset: string
  /** The day that the figures speak of. */
  readonly asOf: string
}

/**
 * The figures of these sets, fit to be shown under the policy, in the order of the sets: the one door through which figures of people leave.
 *
 * Call it once with all sets that are shown together, in a transaction that may write, and keep what was made of its answer in the same
 * transaction.
 */
export async function disclosedThrough(
  _tx: Transaction,
  _where: LedgeredDataset,
  sets: readonly FigureSet[],
  policy: DisclosurePolicy,
): Promise<readonly DisclosedFigure[]> {
  return disclose(sets, policy)
}
