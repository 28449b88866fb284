import type { Transaction } from '../db/database.ts'

/** Whose programme an import is about, inside an open transaction. */
export interface IntakeScope {
  /** The innermost transaction: a savepoint, where one is open. */
  tx: Transaction
  readonly institutionId: string
  readonly programmeKey: string
  readonly cohortLabel: string
}
