import type { CandidacyEvent, CandidacyStatus, Scheme } from '@mentoring-commons/award'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../db/columns.ts'
import { person } from '../people/table.ts'

/** An award scheme of the institution, as it stands now; `version` counts its revisions. */
export const awardScheme = commons.table.withRLS(
  'award_scheme',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    key: text().notNull(),
    title: text().notNull(),
    scheme: jsonb().$type<Scheme>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('award_scheme_key').on(t.institutionId, t.key),
    tenantPolicy('award_scheme'),
  ],
)

/** A scheme as it was after each change; only ever added to. */
export const awardSchemeRevision = commons.table.withRLS(
  'award_scheme_revision',
  {
    institutionId: institutionId(),
    schemeId: uuid('scheme_id').notNull(),
    number: integer().notNull(),
    scheme: jsonb().$type<Scheme>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.schemeId, t.number] }),
    foreignKey({
      columns: [t.institutionId, t.schemeId],
      foreignColumns: [awardScheme.institutionId, awardScheme.id],
      name: 'award_scheme_revision_scheme',
    }),
    tenantPolicy('award_scheme_revision'),
  ],
)

/** Somebody's way to an award: its events are the truth, these columns are what queries ask for. */
export const candidacy = commons.table.withRLS(
  'candidacy',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    candidateId: uuid('candidate_id').notNull(),
    schemeId: uuid('scheme_id').notNull(),
    schemeVersion: text('scheme_version').notNull(),
    status: text().$type<CandidacyStatus>().notNull(),
    version: integer().notNull(),
    enrolledAt: instant('enrolled_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('candidacy_candidate').on(t.institutionId, t.candidateId),
    index('candidacy_scheme').on(t.institutionId, t.schemeId, t.schemeVersion),
    index('candidacy_status').on(t.institutionId, t.status, t.enrolledAt),
    // One way to one award at a time.
    uniqueIndex('candidacy_underway')
      .on(t.institutionId, t.candidateId, t.schemeId)
      .where(sql`status not in ('not-awarded', 'awarded', 'revoked', 'withdrawn')`),
    foreignKey({
      columns: [t.institutionId, t.candidateId],
      foreignColumns: [person.institutionId, person.id],
      name: 'candidacy_candidate_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.schemeId],
      foreignColumns: [awardScheme.institutionId, awardScheme.id],
      name: 'candidacy_scheme_fk',
    }),
    tenantPolicy('candidacy'),
  ],
)

/** What somebody is appointed as. */
export const panelRoles = ['assessor', 'moderator'] as const
/** One of those. */
export type PanelRole = (typeof panelRoles)[number]

/** Who is appointed to a submission now. */
export const candidacyPanel = commons.table.withRLS(
  'candidacy_panel',
  {
    institutionId: institutionId(),
    candidacyId: uuid('candidacy_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text({ enum: panelRoles }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.candidacyId, t.personId] }),
    index('candidacy_panel_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.candidacyId],
      foreignColumns: [candidacy.institutionId, candidacy.id],
      name: 'candidacy_panel_candidacy',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'candidacy_panel_person_fk',
    }),
    check('candidacy_panel_role', sql`role in ('assessor', 'moderator')`),
    tenantPolicy('candidacy_panel'),
  ],
)

/** The events of a candidacy, in order; only ever added to. The primary key refuses a second event of a number. */
export const candidacyEvent = commons.table.withRLS(
  'candidacy_event',
  {
    institutionId: institutionId(),
    candidacyId: uuid('candidacy_id').notNull(),
    number: integer().notNull(),
    type: text().notNull(),
    event: jsonb().$type<CandidacyEvent>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.candidacyId, t.number] }),
    foreignKey({
      columns: [t.institutionId, t.candidacyId],
      foreignColumns: [candidacy.institutionId, candidacy.id],
      name: 'candidacy_event_candidacy',
    }),
    check('candidacy_event_number', sql`number >= 1`),
    tenantPolicy('candidacy_event'),
  ],
)

/** A portfolio as it was when it was kept: canonical JSON, byte for byte, and the SHA-256 of it. Only ever added to. It names no person. */
export const portfolioSnapshot = commons.table.withRLS(
  'portfolio_snapshot',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    candidacyId: uuid('candidacy_id').notNull(),
    contentHash: text('content_hash').notNull(),
    content: text().notNull(),
    takenAt: instant('taken_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('portfolio_snapshot_candidacy').on(t.institutionId, t.candidacyId),
    foreignKey({
      columns: [t.institutionId, t.candidacyId],
      foreignColumns: [candidacy.institutionId, candidacy.id],
      name: 'portfolio_snapshot_candidacy_fk',
    }),
    check('portfolio_snapshot_hash', sql`content_hash ~ '^[0-9a-f]{64}$'`),
    tenantPolicy('portfolio_snapshot'),
  ],
)

/** A badge as it was issued, as JSON with a proof, as a token, or both; only ever added to. `place` is its index in a status list. */
export const awardCredential = commons.table.withRLS(
  'award_credential',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    candidacyId: uuid('candidacy_id').notNull(),
    list: integer().notNull(),
    place: integer().notNull(),
    json: text(),
    jwt: text(),
    issuedAt: instant('issued_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('award_credential_place').on(t.institutionId, t.list, t.place),
    index('award_credential_candidacy').on(t.institutionId, t.candidacyId),
    foreignKey({
      columns: [t.institutionId, t.candidacyId],
      foreignColumns: [candidacy.institutionId, candidacy.id],
      name: 'award_credential_candidacy_fk',
    }),
    check('award_credential_form', sql`json is not null or jwt is not null`),
    check('award_credential_place_from_0', sql`list >= 1 and place >= 0`),
    tenantPolicy('award_credential'),
  ],
)
