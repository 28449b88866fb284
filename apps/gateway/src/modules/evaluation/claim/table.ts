import type { ClaimStatus, ContributionClaim } from '@mentoring-commons/reporting/evaluation'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { theoryVersion } from '../theory/table.ts'

/** That something contributed. `state` is the domain's own value, the other columns are what queries ask for. */
export const contributionClaim = commons.table.withRLS(
  'contribution_claim',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    theoryId: uuid('theory_id').notNull(),
    theoryVersion: integer('theory_version').notNull(),
    status: text().$type<ClaimStatus>().notNull(),
    state: jsonb().$type<ContributionClaim>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('contribution_claim_theory').on(t.institutionId, t.theoryId, t.theoryVersion),
    foreignKey({
      columns: [t.institutionId, t.theoryId, t.theoryVersion],
      foreignColumns: [theoryVersion.institutionId, theoryVersion.theoryId, theoryVersion.version],
      name: 'contribution_claim_theory_fk',
    }),
    check(
      'contribution_claim_status',
      sql`status in ('asserted', 'evidenced', 'rivals-examined', 'credible', 'not-supported')`,
    ),
    tenantPolicy('contribution_claim'),
    loginPolicy('contribution_claim', dataSteward),
  ],
)

/** How a claim came to stand where it stands, step by step. Only ever added to. */
export const contributionStep = commons.table.withRLS(
  'contribution_step',
  {
    institutionId: institutionId(),
    claimId: uuid('claim_id').notNull(),
    version: integer().notNull(),
    step: text().notNull(),
    state: jsonb().$type<ContributionClaim>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.claimId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.claimId],
      foreignColumns: [contributionClaim.institutionId, contributionClaim.id],
      name: 'contribution_step_claim',
    }),
    check('contribution_step_step', sql`step in ('assert', 'add-evidence', 'examine-rivals', 'judge', 'retract')`),
    tenantPolicy('contribution_step'),
    loginPolicy('contribution_step', dataSteward),
  ],
)
