import type {
  HelpfulChange,
  MatchDraft,
  MatchInput,
  MatchObjective,
  MatchPair,
  MatchPolicy,
  MatchProof,
  MatchRun,
  ScorePart,
  UnmatchedMentee,
  UnmatchedReason,
} from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { job } from '../../people/job/table.ts'
import { person } from '../../people/table.ts'
import { offer } from '../offer/table.ts'
import { cohort, programme } from '../table.ts'

/** Which answers of mentees are their own wishes in a protected characteristic, and which of mentors let them be found by it. */
export interface WishSource {
  readonly about: string
  readonly menteeQuestion: string
  readonly mentorQuestion: string
}

/** What a coordinator asked of a match run. */
export interface MatchSettings {
  readonly policy: MatchPolicy
  readonly seed: string
  readonly wishes: readonly WishSource[]
  readonly pins: readonly MatchPair[]
  readonly blocked: readonly MatchPair[]
  readonly assessments: readonly { readonly assessorId: string; readonly assessedId: string }[]
  /** Whether only mentees are matched of whom a briefing for this programme is recorded. */
  readonly briefedMentees: boolean
  /** The run whose people alone are matched; everybody who applied where it is absent. */
  readonly poolOf?: string
}

/** The acts of a draft, without the run that it is of. */
export type DraftState = MatchDraft extends infer Each ? (Each extends MatchDraft ? Omit<Each, 'run'> : never) : never

/** What a run says as a whole. Pairs, and those who have nobody, are rows. */
export type RunSummary = Pick<MatchRun, 'crowded' | 'load' | 'totals' | 'warnings'> & {
  readonly excluded: Pick<MatchRun['excluded'], 'total' | 'byCode'>
}

/** Why a run was asked for, beside the first one: a draft was changed, or pairs of a published one came to nothing. */
export const matchOrigins = ['start', 'revision', 'rerun'] as const

/** A match run, with the id of the job that makes it; `draft`, and what follows it, once it is made. */
export const matchRun = commons.table.withRLS(
  'match_run',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    cohortId: uuid('cohort_id'),
    origin: text({ enum: matchOrigins }).notNull(),
    basedOn: uuid('based_on'),
    settings: jsonb().$type<MatchSettings>().notNull(),
    policyVersion: text('policy_version').notNull(),
    objective: text().$type<MatchObjective>().notNull(),
    seed: text().notNull(),
    status: text().$type<MatchDraft['status']>(),
    state: jsonb().$type<DraftState>(),
    summary: jsonb().$type<RunSummary>(),
    inputHash: text('input_hash'),
    matched: integer(),
    unmatched: integer(),
    version: integer().notNull(),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('match_run_programme').on(t.institutionId, t.programmeId, t.requestedAt, t.id),
    foreignKey({
      columns: [t.institutionId, t.id],
      foreignColumns: [job.institutionId, job.id],
      name: 'match_run_job',
    }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'match_run_programme_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohort.institutionId, cohort.id],
      name: 'match_run_cohort_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.basedOn],
      foreignColumns: [t.institutionId, t.id],
      name: 'match_run_based_on',
    }),
    check('match_run_status', sql`status in ('draft', 'in-review', 'approved', 'published')`),
    check('match_run_made', sql`num_nonnulls(status, state, summary, input_hash, matched, unmatched) in (0, 6)`),
    tenantPolicy('match_run'),
  ],
)

const runKey = (t: { readonly institutionId: AnyPgColumn; readonly runId: AnyPgColumn }, name: string) =>
  foreignKey({ columns: [t.institutionId, t.runId], foreignColumns: [matchRun.institutionId, matchRun.id], name })

/**
 * What a run is made from, as it was when the run began: a run that is taken up again, explained or checked reads it here. It holds
 * what people said of others and their own wishes, so nobody but the engine reads it.
 */
export const matchInput = commons.table.withRLS(
  'match_input',
  {
    institutionId: institutionId(),
    runId: uuid('run_id').notNull(),
    input: jsonb().$type<MatchInput>().notNull(),
    frozenAt: instant('frozen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.runId] }),
    runKey(t, 'match_input_run'),
    tenantPolicy('match_input'),
  ],
)

/** What proves a run. Prices and preferences tell what a run does not, so it stands apart from it. */
export const matchProof = commons.table.withRLS(
  'match_proof',
  {
    institutionId: institutionId(),
    runId: uuid('run_id').notNull(),
    proof: jsonb().$type<MatchProof>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.runId] }),
    runKey(t, 'match_proof_run'),
    tenantPolicy('match_proof'),
  ],
)

/** A pair of a run, with its score as it may be told. */
export const matchPair = commons.table.withRLS(
  'match_pair',
  {
    institutionId: institutionId(),
    runId: uuid('run_id').notNull(),
    menteeId: uuid('mentee_id').notNull(),
    mentorId: uuid('mentor_id').notNull(),
    pinned: boolean().notNull(),
    score: doublePrecision().notNull(),
    menteeScore: doublePrecision('mentee_score').notNull(),
    mentorScore: doublePrecision('mentor_score').notNull(),
    parts: jsonb().$type<readonly ScorePart[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.runId, t.menteeId] }),
    index('match_pair_score').on(t.institutionId, t.runId, t.score),
    runKey(t, 'match_pair_run'),
    foreignKey({
      columns: [t.institutionId, t.menteeId],
      foreignColumns: [person.institutionId, person.id],
      name: 'match_pair_mentee',
    }),
    foreignKey({
      columns: [t.institutionId, t.mentorId],
      foreignColumns: [person.institutionId, person.id],
      name: 'match_pair_mentor',
    }),
    tenantPolicy('match_pair'),
  ],
)

/** A mentee to whom a run gave nobody, why, and what would help. */
export const matchUnmatched = commons.table.withRLS(
  'match_unmatched',
  {
    institutionId: institutionId(),
    runId: uuid('run_id').notNull(),
    menteeId: uuid('mentee_id').notNull(),
    why: text().$type<UnmatchedReason>().notNull(),
    crowd: integer(),
    excludedBy: jsonb('excluded_by').$type<UnmatchedMentee['excludedBy']>().notNull(),
    change: jsonb().$type<HelpfulChange>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.runId, t.menteeId] }),
    runKey(t, 'match_unmatched_run'),
    foreignKey({
      columns: [t.institutionId, t.menteeId],
      foreignColumns: [person.institutionId, person.id],
      name: 'match_unmatched_mentee',
    }),
    tenantPolicy('match_unmatched'),
  ],
)

/** The offer that the publication of a run made for a pair. */
export const matchOffer = commons.table.withRLS(
  'match_offer',
  {
    institutionId: institutionId(),
    runId: uuid('run_id').notNull(),
    menteeId: uuid('mentee_id').notNull(),
    offerId: uuid('offer_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.runId, t.menteeId] }),
    foreignKey({
      columns: [t.institutionId, t.runId, t.menteeId],
      foreignColumns: [matchPair.institutionId, matchPair.runId, matchPair.menteeId],
      name: 'match_offer_pair',
    }),
    foreignKey({
      columns: [t.institutionId, t.offerId],
      foreignColumns: [offer.institutionId, offer.id],
      name: 'match_offer_offer',
    }),
    tenantPolicy('match_offer'),
  ],
)

/** The steps that a draft took, in order. Only ever added to. */
export const matchStep = commons.table.withRLS(
  'match_step',
  {
    institutionId: institutionId(),
    runId: uuid('run_id').notNull(),
    version: integer().notNull(),
    type: text({ enum: ['make', 'submit', 'approve', 'send-back', 'publish'] }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.runId, t.version] }),
    runKey(t, 'match_step_run'),
    tenantPolicy('match_step'),
  ],
)
