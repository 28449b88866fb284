import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { InquiryType } from '../graphql.ts'
import type { TagKind } from '../material/table.ts'
import { tagInquiryItem, untagInquiryItem, writePortfolioSection } from './commands.ts'
import { ItemKindEnum, SectionEnum } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

const ItemInput = builder.inputType('InquiryItemInput', {
  description: 'A thing of an inquiry, by its key there.',
  fields: (t) => ({
    kind: t.field({ type: ItemKindEnum, required: true }),
    key: t.string({ required: true }),
  }),
})

const TagInput = builder.inputType('InquiryTagInput', {
  isOneOf: true,
  description: 'Exactly one code.',
  fields: (t) => ({
    awardOutcome: t.string({ description: 'Qualified, as an award scheme lists its outcomes.' }),
    frameworkDimension: t.string({ description: 'Qualified by its edition, as in psf-2023:K3.' }),
  }),
})

function coded({ awardOutcome, frameworkDimension }: typeof TagInput.$inferInput): { kind: TagKind; code: string } {
  if (typeof awardOutcome === 'string') return { kind: 'award-outcome', code: awardOutcome }
  return { kind: 'framework-dimension', code: frameworkDimension ?? '' }
}

builder.mutationFields((t) => ({
  writePortfolioSection: t.drizzleField({
    type: InquiryType,
    errors,
    authScopes: { anyOf: ['participant'] },
    description:
      'Writes the authors’ own prose to a section of the portfolio of an inquiry, as one of them. Earlier versions are kept until whoever wrote them is erased.',
    args: {
      inquiry: t.arg.globalID({ for: InquiryType, required: true }),
      section: t.arg({ type: SectionEnum, required: true }),
      text: t.arg.string({
        required: true,
        description:
          'About your inquiry, in your own words, at most 100,000 characters. What was said in mentoring is never to be stored here. An empty text takes away what is there.',
      }),
      expectedVersion: t.arg.int({
        required: true,
        description: 'The version of the section that you read; 0 where portfolioTexts has none.',
      }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { inquiry, ...args }, context) => {
      const id = await writePortfolioSection(context, { ...args, inquiryId: ownId(context, inquiry, 'inquiry') })
      return present(await context.db.query.inquiry.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  tagInquiryItem: t.drizzleField({
    type: InquiryType,
    errors,
    authScopes: { anyOf: ['participant'] },
    description:
      'Tags a thing of an inquiry with an outcome or a dimension that it speaks to, as one of its authors. What is tagged so already stays so.',
    args: {
      inquiry: t.arg.globalID({ for: InquiryType, required: true }),
      item: t.arg({ type: ItemInput, required: true }),
      tag: t.arg({ type: TagInput, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { inquiry, item, tag, idempotencyKey }, context) => {
      const id = await tagInquiryItem(context, {
        inquiryId: ownId(context, inquiry, 'inquiry'),
        item: { kind: item.kind, id: item.key },
        ...coded(tag),
        idempotencyKey,
      })
      return present(await context.db.query.inquiry.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  untagInquiryItem: t.drizzleField({
    type: InquiryType,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Takes a tag off a thing of an inquiry, as one of its authors.',
    args: {
      inquiry: t.arg.globalID({ for: InquiryType, required: true }),
      item: t.arg({ type: ItemInput, required: true }),
      tag: t.arg({ type: TagInput, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { inquiry, item, tag, idempotencyKey }, context) => {
      const id = await untagInquiryItem(context, {
        inquiryId: ownId(context, inquiry, 'inquiry'),
        item: { kind: item.kind, id: item.key },
        ...coded(tag),
        idempotencyKey,
      })
      return present(await context.db.query.inquiry.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
