import type { DevelopmentIssuer } from '../auth/development.ts'
import type { Relations } from '../context.ts'
import type { Database } from '../db/database.ts'

/** What the operator's work is done with: a database that this process owns. */
export interface Workshop {
  readonly database: Database<Relations>
  readonly now: () => string
  readonly newId: () => string
  readonly development: DevelopmentIssuer | undefined
}
