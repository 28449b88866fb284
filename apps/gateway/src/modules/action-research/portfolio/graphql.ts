import {
  type Audience,
  type EntryDetail,
  type InquiryUnderway,
  itemKinds,
  type LeftOut,
  type Portfolio,
  type PortfolioEntry,
  type PortfolioItem,
  type PortfolioSection,
  portfolioSections,
  type SectionId,
  spiral,
  spiralSvg,
  spiralWords,
  type WithholdingReason,
  withholdingReasons,
} from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { AudienceEnum } from '../finding/graphql.ts'
import { forMembers, InquiryType, shown, whole } from '../graphql.ts'
import { type ItemTag, materialOf, type SectionText } from '../material/store.ts'
import { type TagKind, tagKinds } from '../material/table.ts'
import { isItemForTeam, mayTakeInquiryAlong } from '../policy.ts'
import { inquiryFileNames, portfolioOf } from './files.ts'

export const SectionEnum = builder.enumType('InquiryPortfolioSectionKey', {
  description: 'A section of a portfolio.',
  values: enumValues<SectionId>(Object.keys(portfolioSections) as SectionId[]),
})

const SectionStatusEnum = builder.enumType('InquiryPortfolioSectionStatus', {
  description: 'Whether a section has anything to show.',
  values: enumValues<PortfolioSection['status']>(['present', 'missing']),
})

export const ItemKindEnum = builder.enumType('InquiryPortfolioItemKind', {
  description: 'The sort of a thing that is in a portfolio.',
  values: enumValues<PortfolioItem['kind']>(itemKinds),
})

const WithholdingReasonEnum = builder.enumType('InquiryWithholdingReason', {
  description: 'Why something is not shown to an audience.',
  values: Object.fromEntries(
    Object.entries(withholdingReasons).map(([value, description]) => [
      value.toUpperCase().replaceAll('-', '_'),
      { value, description },
    ]),
  ) as Record<string, { readonly value: WithholdingReason; readonly description: string }>,
})

const ItemType = builder.objectRef<PortfolioItem>('InquiryPortfolioItem').implement({
  description: 'A thing of an inquiry that is in a portfolio.',
  fields: (t) => ({ kind: t.expose('kind', { type: ItemKindEnum }), key: t.exposeString('id') }),
})

const DetailType = builder.objectRef<EntryDetail>('InquiryPortfolioDetail').implement({
  description: 'A labelled fact of an entry.',
  fields: (t) => ({
    label: t.exposeString('label'),
    text: t.exposeString('text'),
    item: t.expose('item', { type: ItemType, nullable: true, description: 'Where it speaks of another thing.' }),
  }),
})

const EntryType = builder.objectRef<PortfolioEntry>('InquiryPortfolioEntry').implement({
  description: 'One thing said in a section.',
  fields: (t) => ({
    heading: t.exposeString('heading'),
    text: t.exposeString('text', { description: 'May be empty where the details say it all.' }),
    item: t.expose('item', { type: ItemType, nullable: true }),
    from: t.expose('from', { type: 'Day', nullable: true }),
    to: t.expose('to', { type: 'Day', nullable: true }),
    details: t.expose('details', { type: [DetailType] }),
  }),
})

const SectionType = builder.objectRef<PortfolioSection>('InquiryPortfolioSection').implement({
  description: 'A section of a portfolio.',
  fields: (t) => ({
    key: t.expose('id', { type: SectionEnum }),
    title: t.exposeString('title'),
    status: t.expose('status', { type: SectionStatusEnum }),
    entries: t.expose('entries', { type: [EntryType] }),
    toDo: t.exposeStringList('toDo', { description: 'What it lacks.' }),
  }),
})

const LeftOutType = builder.objectRef<LeftOut>('InquiryLeftOut').implement({
  description: 'How many things of a sort are not shown for one reason; never which, and never whose.',
  fields: (t) => ({
    of: t.exposeString('of'),
    because: t.expose('because', { type: WithholdingReasonEnum }),
    count: t.exposeInt('n'),
  }),
})

const PortfolioType = builder.objectRef<Portfolio>('InquiryPortfolio').implement({
  description: 'An inquiry as it stands, for one audience. What its consent does not cover is not in it.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Of the inquiry that it shows.' }),
    asOf: t.expose('frozenOn', { type: 'Day' }),
    audience: t.expose('audience', { type: AudienceEnum }),
    authors: t.exposeStringList('authors', { description: 'By their names.' }),
    label: t.exposeString('label', { description: 'What the inquiry may be called.' }),
    sections: t.expose('sections', { type: [SectionType] }),
    items: t.expose('items', { type: [ItemType], description: 'All things in it.' }),
    leftOut: t.expose('leftOut', { type: [LeftOutType] }),
  }),
})

const SpiralType = builder
  .objectRef<{ readonly inquiry: InquiryUnderway; readonly on: string }>('InquirySpiral')
  .implement({
    description: 'The cycles of an inquiry as a picture, and the same in words.',
    fields: (t) => ({
      svg: t.string({ resolve: ({ inquiry, on }) => spiralSvg(spiral(inquiry, on)) }),
      words: t.stringList({ resolve: ({ inquiry, on }) => [...spiralWords(spiral(inquiry, on))] }),
    }),
  })

const FileType = builder.objectRef<{ name: string; url: string; expiresAt: string }>('InquiryFile').implement({
  description:
    'An address that opens one file without signing in, for a while. The file is made when it is fetched, within the consent that stands then.',
  fields: (t) => ({
    name: t.exposeString('name'),
    url: t.exposeString('url'),
    expiresAt: t.expose('expiresAt', { type: 'Instant' }),
  }),
})

const TextType = builder.objectRef<SectionText>('InquiryPortfolioText').implement({
  description:
    'The authors’ own prose about their inquiry, to a section of its portfolio. Never what was said in mentoring.',
  fields: (t) => ({
    section: t.expose('section', { type: SectionEnum }),
    text: t.exposeString('text', { nullable: true, description: 'Null where it was taken away.' }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion when you write to the section.' }),
  }),
})

const TagKindEnum = builder.enumType('InquiryTagKind', {
  description: 'What a tag is a code of.',
  values: enumValues<TagKind>(tagKinds),
})

const TagType = builder.objectRef<ItemTag>('InquiryTag').implement({
  description: 'An outcome or a dimension that a thing of an inquiry speaks to.',
  fields: (t) => ({
    item: t.field({ type: ItemType, resolve: ({ itemKind, itemKey }) => ({ kind: itemKind, id: itemKey }) }),
    kind: t.expose('kind', { type: TagKindEnum }),
    code: t.exposeString('code', { description: 'Qualified.' }),
  }),
})

/** The rows of what a portfolio holds beside the events. */
const sections = {
  columns: { section: true, text: true, version: true },
  where: { isCurrent: true },
  orderBy: { section: 'asc' },
} as const
const tags = {
  columns: { itemKind: true, itemKey: true, kind: true, code: true },
  orderBy: { itemKind: 'asc', itemKey: 'asc', kind: 'asc', code: 'asc' },
} as const

const audience = { type: AudienceEnum, required: true, description: 'For whom it is.' } as const
const today = (context: Context) => context.now().slice(0, 10)

builder.drizzleObjectFields(InquiryType, (t) => ({
  portfolio: t.field({
    type: PortfolioType,
    nullable: true,
    complexity: 20,
    description: `The portfolio of it as it stands. ${forMembers}`,
    args: { audience: t.arg(audience) },
    select: {
      columns: { version: true },
      with: {
        ...whole.with,
        authorNames: { columns: { personId: true }, with: { person: { columns: { name: true } } } },
        sections,
        tags,
      },
    },
    resolve: (row, args, context) =>
      shown(row, context, (inquiry) => {
        const names = new Map(row.authorNames.map(({ personId, person }) => [personId, person.name]))
        const material = materialOf(row.sections, row.tags)
        const standing = { inquiry, version: row.version, names, material }
        return portfolioOf(standing, { audience: args.audience, on: today(context) })
      }),
  }),
  portfolioTexts: t.field({
    type: [TextType],
    nullable: true,
    description: `The authors’ own prose, by section, each in its newest version. ${forMembers}`,
    select: { with: { ...whole.with, sections } },
    resolve: (row, _args, context) => shown(row, context, () => row.sections),
  }),
  tags: t.field({
    type: [TagType],
    nullable: true,
    description: `The tags of its things within consent. ${forMembers}`,
    select: { with: { ...whole.with, tags } },
    resolve: (row, _args, context) =>
      shown(row, context, (inquiry) =>
        row.tags.filter(({ itemKind, itemKey }) => isItemForTeam(inquiry, { kind: itemKind, id: itemKey })),
      ),
  }),
  spiral: t.field({
    type: SpiralType,
    nullable: true,
    complexity: 10,
    description: `Its cycles as of today. ${forMembers}`,
    select: whole,
    resolve: (row, _args, context) => shown(row, context, (inquiry) => ({ inquiry, on: today(context) })),
  }),
  files: t.field({
    type: [FileType],
    description:
      'To take along: the portfolio as a page and as JSON, the spiral, and a REFI-QDA project. All for its authors; for its critical friends what is for more than the team.',
    args: { audience: t.arg(audience) },
    resolve: ({ institutionId, id, members }, args, context) => {
      if (!mayTakeInquiryAlong(viewerOf(context), members, args.audience))
        throw topLevelError('FORBIDDEN', refusals[args.audience === 'team' ? 'team' : 'wider'])
      return inquiryFileNames.map((name) => ({
        name,
        ...context.links.sign(`/inquiries/${institutionId}/${id}/${args.audience}/${name}`, context.now()),
      }))
    },
  }),
}))

const refusals: Readonly<Record<'team' | 'wider', string>> = {
  team: 'files for the team of an inquiry are for its authors; ask for another audience, if you are a critical friend of it',
  wider: 'the files of an inquiry are for its members, nobody else',
} satisfies Partial<Record<Audience | 'wider', string>>
