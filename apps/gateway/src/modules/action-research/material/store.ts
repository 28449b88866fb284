import type { PortfolioItem, SectionId, Tag } from '@mentoring-commons/action-research'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { inquirySection, inquiryTag, type TagKind } from './table.ts'

/** The newest version of the authors' prose to a section; null where it took the text away. */
export interface SectionText {
  readonly section: SectionId
  readonly text: string | null
  readonly version: number
}

/** A code that a thing of an inquiry is tagged with. */
export interface ItemTag {
  readonly itemKind: PortfolioItem['kind']
  readonly itemKey: string
  readonly kind: TagKind
  readonly code: string
}

/** What a portfolio holds beside the events of its inquiry, as the package takes it. */
export interface PortfolioMaterial {
  readonly texts: Readonly<Partial<Record<SectionId, string>>>
  readonly tags: readonly Tag[]
}

/** The material of a portfolio from its rows. */
export function materialOf(sections: readonly SectionText[], tags: readonly ItemTag[]): PortfolioMaterial {
  return {
    texts: Object.fromEntries(sections.flatMap(({ section, text }) => (text === null ? [] : [[section, text]]))),
    tags: tags.map(({ itemKind, itemKey, code }) => ({ item: { kind: itemKind, id: itemKey }, tag: code })),
  }
}

/** The material of the portfolio of an inquiry as it is now. */
export async function findMaterial(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
): Promise<PortfolioMaterial> {
  const { section, text, version } = inquirySection
  const { itemKind, itemKey, kind, code } = inquiryTag
  const sections = await tx
    .select({ section, text, version })
    .from(inquirySection)
    .where(currentOf(institutionId, inquiryId))
    .orderBy(asc(section))
  const tags = await tx
    .select({ itemKind, itemKey, kind, code })
    .from(inquiryTag)
    .where(and(eq(inquiryTag.institutionId, institutionId), eq(inquiryTag.inquiryId, inquiryId)))
    .orderBy(asc(itemKind), asc(itemKey), asc(kind), asc(code))
  return materialOf(sections, tags)
}

/** The newest version of a section; undefined where nobody wrote to it. */
export async function currentSection(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  section: SectionId,
): Promise<SectionText | undefined> {
  const [row] = await tx
    .select({ section: inquirySection.section, text: inquirySection.text, version: inquirySection.version })
    .from(inquirySection)
    .where(and(currentOf(institutionId, inquiryId), eq(inquirySection.section, section)))
  return row
}

/** Who does something, and when. */
interface Doing {
  readonly by: string
  readonly at: string
}

/** Stores the next version of a section, in place of the one before. The inquiry is held still. */
export async function insertSection(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  { section, text, version }: SectionText,
  { by, at }: Doing,
): Promise<void> {
  await tx
    .update(inquirySection)
    .set({ isCurrent: false })
    .where(and(currentOf(institutionId, inquiryId), eq(inquirySection.section, section)))
  const row = { institutionId, inquiryId, section, version, text, isCurrent: true, writtenBy: by, writtenAt: at }
  await tx.insert(inquirySection).values(row)
}

/** Stores a tag; one that is there stays as it is. */
export async function insertTag(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  tag: ItemTag,
  { by, at }: Doing,
): Promise<void> {
  await tx
    .insert(inquiryTag)
    .values({ institutionId, inquiryId, ...tag, taggedBy: by, taggedAt: at })
    .onConflictDoNothing()
}

/** Takes a tag off; false where there is none. */
export async function deleteTag(
  tx: Transaction,
  institutionId: string,
  inquiryId: string,
  { itemKind, itemKey, kind, code }: ItemTag,
): Promise<boolean> {
  const deleted = await tx
    .delete(inquiryTag)
    .where(
      and(
        eq(inquiryTag.institutionId, institutionId),
        eq(inquiryTag.inquiryId, inquiryId),
        eq(inquiryTag.itemKind, itemKind),
        eq(inquiryTag.itemKey, itemKey),
        eq(inquiryTag.kind, kind),
        eq(inquiryTag.code, code),
      ),
    )
    .returning({ code: inquiryTag.code })
  return deleted.length === 1
}

function currentOf(institutionId: string, inquiryId: string) {
  return and(
    eq(inquirySection.institutionId, institutionId),
    eq(inquirySection.inquiryId, inquiryId),
    eq(inquirySection.isCurrent, true),
  )
}
