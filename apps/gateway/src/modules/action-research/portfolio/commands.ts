import type { PortfolioItem, SectionId } from '@mentoring-commons/action-research'
import { formatDimension, parseDimension } from '@mentoring-commons/ukpsf'
import { type Context, viewerOf } from '../../../context.ts'
import { Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { ownMembers, refuseUnreadable } from '../commands.ts'
import { currentSection, deleteTag, type ItemTag, insertSection, insertTag } from '../material/store.ts'
import type { TagKind } from '../material/table.ts'
import { isItemForTeam } from '../policy.ts'
import { refuseUnstorable } from '../storable.ts'
import { findStanding } from '../store.ts'

/** Prose to a section; a blank one takes away what is there. */
export interface SectionInput {
  readonly inquiryId: string
  readonly section: SectionId
  readonly text: string
  readonly expectedVersion: number
  readonly idempotencyKey?: string | null | undefined
}

/** Writes the next version of a section of an inquiry, as one of its authors: the inquiry's id. */
export function writePortfolioSection(context: Context, { idempotencyKey, ...input }: SectionInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { inquiryId: id, section, expectedVersion } = input
  return once(context, { command: 'writePortfolioSection', idempotencyKey, input }, async (tx) => {
    await ownMembers(context, tx, id)
    refuseUnstorable({ text: input.text })
    const before = await currentSection(tx, institutionId, id, section)
    const version = before?.version ?? 0
    if (version !== expectedVersion)
      throw new Refused({
        code: 'stale-version',
        message: `the section "${section}" is at version ${version} now, not ${expectedVersion}; read it again and decide again`,
        path: 'expectedVersion',
      })
    const text = input.text.trim() === '' ? null : input.text
    if (text === null && (before === undefined || before.text === null))
      throw new Refused({
        code: 'section-empty',
        message: `the section "${section}" has no text of its authors to take away; write one, or leave it`,
        path: 'text',
      })
    const doing = { by: accountId, at: context.now() }
    await insertSection(tx, institutionId, id, { section, text, version: version + 1 }, doing)
    return id
  })
}

/** A thing of an inquiry, and a code for it. */
export interface TagInput {
  readonly inquiryId: string
  readonly item: PortfolioItem
  readonly kind: TagKind
  readonly code: string
  readonly idempotencyKey?: string | null | undefined
}

/** Tags a thing of an inquiry, as one of its authors: the inquiry's id. What is tagged so already stays so. */
export function tagInquiryItem(context: Context, { idempotencyKey, ...input }: TagInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { inquiryId: id, item } = input
  return once(context, { command: 'tagInquiryItem', idempotencyKey, input }, async (tx) => {
    await ownMembers(context, tx, id)
    const tag = tagOf(input)
    const standing = await refuseUnreadable(findStanding(tx, institutionId, id))
    if (standing === undefined || !isItemForTeam(standing.inquiry, item))
      throw new Refused({
        code: 'not-found',
        message: `the inquiry has no ${item.kind} "${item.id.slice(0, 80)}", or consent no longer covers it; name one that its views show`,
        path: 'item',
      })
    await insertTag(tx, institutionId, id, tag, { by: accountId, at: context.now() })
    return id
  })
}

/** Takes a tag off a thing of an inquiry, as one of its authors: the inquiry's id. */
export function untagInquiryItem(context: Context, { idempotencyKey, ...input }: TagInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { inquiryId: id, item } = input
  return once(context, { command: 'untagInquiryItem', idempotencyKey, input }, async (tx) => {
    await ownMembers(context, tx, id)
    const tag = tagOf(input)
    if (await deleteTag(tx, institutionId, id, tag)) return id
    throw new Refused({
      code: 'not-tagged',
      message: `the ${item.kind} "${item.id.slice(0, 80)}" is not tagged with "${tag.code}"; nothing is left to do`,
      path: 'tag',
    })
  })
}

const codeMax = 100

/** A tag with its code as it is kept: of a dimension in the framework's own way of writing it, of an outcome as it was given. */
function tagOf({ item, kind, code }: TagInput): ItemTag {
  refuseUnstorable({ item: item.id, tag: code })
  return {
    itemKind: item.kind,
    itemKey: item.id,
    kind,
    code: kind === 'award-outcome' ? outcomeOf(code) : dimensionOf(code),
  }
}

function dimensionOf(code: string): string {
  const answer = parseDimension(code)
  if (answer.refusal !== undefined) throw new Refused({ ...answer.refusal, path: 'tag.frameworkDimension' })
  return formatDimension(answer.value)
}

function outcomeOf(code: string): string {
  if (/^[^\s:]+(:[^\s:]+)+$/.test(code) && code.length <= codeMax) return code
  throw new Refused({
    code: 'unqualified-code',
    message: `"${code.slice(0, codeMax)}" is no qualified code of an outcome; write its set, a colon and the code without spaces, at most ${codeMax} characters, as an award scheme lists it`,
    path: 'tag.awardOutcome',
  })
}
