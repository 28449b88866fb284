import { itemKinds, type PortfolioItem, type SectionId } from '@mentoring-commons/action-research'
import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { commons, instant, institutionId, tenantPolicy } from '../../../db/columns.ts'
import { inquiry } from '../table.ts'

/** What a tag of an item is a code of. */
export const tagKinds = ['award-outcome', 'framework-dimension'] as const
/** One of those. */
export type TagKind = (typeof tagKinds)[number]

/**
 * The authors' own prose to sections of their portfolio, each version a row of its own, so that an erasure finds what
 * somebody wrote also where another went on from it. A version without text took it away.
 */
export const inquirySection = commons.table.withRLS(
  'inquiry_section',
  {
    institutionId: institutionId(),
    inquiryId: uuid('inquiry_id').notNull(),
    section: text().$type<SectionId>().notNull(),
    version: integer().notNull(),
    text: text(),
    isCurrent: boolean('is_current').notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.inquiryId, t.section, t.version] }),
    uniqueIndex('inquiry_section_current').on(t.institutionId, t.inquiryId, t.section).where(sql`is_current`),
    foreignKey({
      columns: [t.institutionId, t.inquiryId],
      foreignColumns: [inquiry.institutionId, inquiry.id],
      name: 'inquiry_section_inquiry',
    }),
    check('inquiry_section_version_from_1', sql`version >= 1`),
    check('inquiry_section_text', sql`text <> ''`),
    tenantPolicy('inquiry_section'),
  ],
)

/** Codes that things of an inquiry are tagged with. A tag that is taken off is gone. */
export const inquiryTag = commons.table.withRLS(
  'inquiry_tag',
  {
    institutionId: institutionId(),
    inquiryId: uuid('inquiry_id').notNull(),
    itemKind: text('item_kind', { enum: itemKinds }).$type<PortfolioItem['kind']>().notNull(),
    itemKey: text('item_key').notNull(),
    kind: text({ enum: tagKinds }).notNull(),
    code: text().notNull(),
    taggedBy: uuid('tagged_by').notNull(),
    taggedAt: instant('tagged_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.inquiryId, t.itemKind, t.itemKey, t.kind, t.code] }),
    foreignKey({
      columns: [t.institutionId, t.inquiryId],
      foreignColumns: [inquiry.institutionId, inquiry.id],
      name: 'inquiry_tag_inquiry',
    }),
    check('inquiry_tag_kind', sql`kind in ('award-outcome', 'framework-dimension')`),
    tenantPolicy('inquiry_tag'),
  ],
)
