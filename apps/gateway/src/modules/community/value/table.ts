import type { StoryCircle, ValueIndicator, ValueStory } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { commons, dataSteward, instant, institutionId, loginPolicy, tenantPolicy } from '../../../db/columns.ts'
import { person } from '../../people/table.ts'
import { community } from '../table.ts'

/** Data on an effect of a community: measured over a window, or known not to have been. `state` is the domain's own value. */
export const valueIndicator = commons.table.withRLS(
  'value_indicator',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    communityId: uuid('community_id').notNull(),
    framework: text().notNull(),
    state: jsonb().$type<ValueIndicator>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('value_indicator_community').on(t.institutionId, t.communityId),
    foreignKey({
      columns: [t.institutionId, t.communityId],
      foreignColumns: [community.institutionId, community.id],
      name: 'value_indicator_community_fk',
    }),
    tenantPolicy('value_indicator'),
    loginPolicy('value_indicator', dataSteward),
  ],
)

/**
 * What somebody tells of what came of a community: their own words, shown as far as they allow. `state` is the domain's own value,
 * the other columns are what queries ask for.
 */
export const valueStory = commons.table.withRLS(
  'value_story',
  {
    institutionId: institutionId(),
    id: uuid().notNull(),
    communityId: uuid('community_id').notNull(),
    authorId: uuid('author_id').notNull(),
    framework: text().notNull(),
    circle: text().$type<StoryCircle>().notNull(),
    givenOn: date('given_on', { mode: 'string' }).notNull(),
    withdrawnOn: date('withdrawn_on', { mode: 'string' }),
    state: jsonb().$type<ValueStory>().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('value_story_community').on(t.institutionId, t.communityId),
    index('value_story_author').on(t.institutionId, t.authorId),
    foreignKey({
      columns: [t.institutionId, t.communityId],
      foreignColumns: [community.institutionId, community.id],
      name: 'value_story_community_fk',
    }),
    foreignKey({
      columns: [t.institutionId, t.authorId],
      foreignColumns: [person.institutionId, person.id],
      name: 'value_story_author_fk',
    }),
    check('value_story_circle', sql`circle in ('author', 'community', 'institution', 'public')`),
    tenantPolicy('value_story'),
  ],
)
