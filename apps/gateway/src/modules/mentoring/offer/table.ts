import type { Offer, OfferStep, OfferTerms, ParticipantRole } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { cohort, programme } from '../table.ts'

/** How long people may take to answer an offer of a programme; the defaults of the package where there is no row. */
export const offerTerms = commons.table.withRLS(
  'offer_terms',
  {
    institutionId: institutionId(),
    programmeId: uuid('programme_id').notNull(),
    terms: jsonb().$type<OfferTerms>().notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.programmeId] }),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'offer_terms_programme',
    }),
    tenantPolicy('offer_terms'),
  ],
)

/** An offer: `state` is the domain's own value. Once accepted, the relationship of the same id is there too. */
export const offer = commons.table.withRLS(
  'offer',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    programmeId: uuid('programme_id').notNull(),
    cohortId: uuid('cohort_id'),
    status: text().$type<Offer['status']>().notNull(),
    madeOn: date('made_on', { mode: 'string' }).notNull(),
    /** The last day to accept; null once the offer is closed, and while a question is open, because it cannot lapse then. */
    lapsesAfter: date('lapses_after', { mode: 'string' }),
    state: jsonb().$type<Offer>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('offer_programme').on(t.institutionId, t.programmeId, t.status),
    foreignKey({
      columns: [t.institutionId, t.programmeId],
      foreignColumns: [programme.institutionId, programme.id],
      name: 'offer_programme_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohort.institutionId, cohort.id],
      name: 'offer_cohort_fk',
    }),
    check(
      'offer_status',
      sql`status in ('with-mentees', 'with-mentors', 'accepted', 'declined', 'expired', 'withdrawn')`,
    ),
    tenantPolicy('offer'),
  ],
)

/** Who is asked by an offer, and as what. */
export const offerParticipant = commons.table.withRLS(
  'offer_participant',
  {
    institutionId: institutionId(),
    offerId: uuid('offer_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text().$type<ParticipantRole>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.offerId, t.personId, t.role] }),
    index('offer_participant_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.offerId],
      foreignColumns: [offer.institutionId, offer.id],
      name: 'offer_participant_offer',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'offer_participant_person_fk',
    }),
    check('offer_participant_role', sql`role in ('mentor', 'mentee', 'peer', 'facilitator')`),
    tenantPolicy('offer_participant'),
  ],
)

/** The steps that an offer took, in order. Only ever added to. */
export const offerStep = commons.table.withRLS(
  'offer_step',
  {
    institutionId: institutionId(),
    offerId: uuid('offer_id').notNull(),
    version: integer().notNull(),
    step: jsonb().$type<OfferStep | { type: 'make'; on: string }>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.offerId, t.version] }),
    foreignKey({
      columns: [t.institutionId, t.offerId],
      foreignColumns: [offer.institutionId, offer.id],
      name: 'offer_step_offer',
    }),
    tenantPolicy('offer_step'),
  ],
)
