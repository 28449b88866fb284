import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { institution, person } from '../../people/table.ts'

/** A day on which it is asked who is tied to whom within one boundary. The rule by which a naming is a tie is fixed when it opens. */
export const networkWave = commons.table.withRLS(
  'network_wave',
  {
    institutionId: institutionId().references(() => institution.id),
    id: uuid().notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    boundary: text().notNull(),
    tieKind: text('tie_kind').notNull(),
    source: text({ enum: ['survey', 'relationship', 'co-attendance'] }).notNull(),
    question: text(),
    rule: text({ enum: ['either-named', 'both-named'] }).notNull(),
    openedBy: uuid('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    check('network_wave_source', sql`source in ('survey', 'relationship', 'co-attendance')`),
    check('network_wave_rule', sql`rule in ('either-named', 'both-named')`),
    tenantPolicy('network_wave'),
  ],
)

/** Somebody within the boundary of a wave, with the department that they were of when it opened. */
export const networkWavePerson = commons.table.withRLS(
  'network_wave_person',
  {
    institutionId: institutionId(),
    waveId: uuid('wave_id').notNull(),
    personId: uuid('person_id').notNull(),
    departmentId: text('department_id').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.waveId, t.personId] }),
    index('network_wave_person_person').on(t.institutionId, t.personId),
    foreignKey({
      columns: [t.institutionId, t.waveId],
      foreignColumns: [networkWave.institutionId, networkWave.id],
      name: 'network_wave_person_wave',
    }),
    foreignKey({
      columns: [t.institutionId, t.personId],
      foreignColumns: [person.institutionId, person.id],
      name: 'network_wave_person_person_fk',
    }),
    tenantPolicy('network_wave_person'),
  ],
)

/** That one person named another: what somebody answered is theirs alone to see. Both are within the boundary. */
export const networkTie = commons.table.withRLS(
  'network_tie',
  {
    institutionId: institutionId(),
    waveId: uuid('wave_id').notNull(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.waveId, t.fromId, t.toId] }),
    index('network_tie_to').on(t.institutionId, t.waveId, t.toId),
    foreignKey({
      columns: [t.institutionId, t.waveId, t.fromId],
      foreignColumns: [networkWavePerson.institutionId, networkWavePerson.waveId, networkWavePerson.personId],
      name: 'network_tie_from',
    }),
    foreignKey({
      columns: [t.institutionId, t.waveId, t.toId],
      foreignColumns: [networkWavePerson.institutionId, networkWavePerson.waveId, networkWavePerson.personId],
      name: 'network_tie_to_fk',
    }),
    check('network_tie_ends', sql`from_id <> to_id`),
    tenantPolicy('network_tie'),
  ],
)
