import {
  type Descriptor,
  type Dimension,
  type Edition,
  editionById,
  editions,
  formatDescriptor,
  formatDimension,
  type Provenance,
  type Recency,
  type Rule,
  type Sourced,
  type WordedEdition,
  type WordedText,
  wordingOf,
} from '@mentoring-commons/ukpsf'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { wordedEdition } from '../wording/store.ts'
import { exportFiles, exportPath } from './exports.ts'

/** An edition, and the wording that the viewer's institution has for it, read once when it is first asked for. */
interface View {
  readonly edition: Edition
  readonly worded: () => Promise<WordedEdition>
}

/** Something of an edition that may have wording. */
type Worded<T> = T & { readonly view: View; readonly qualified: string }
type Criterion = Descriptor['criteria'][number]

const SourcedInterface = builder.interfaceRef<Provenance>('Sourced').implement({
  description: 'A fact with where it comes from and how sure it is.',
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The pages, by address or by name.' }),
    certainty: t.exposeString('certainty', {
      description: '2+ (two pages or more), 1 (one page), A (our analysis) or M (memory, unverified).',
    }),
    readOn: t.expose('readOn', { type: 'Day', description: 'When the source was last gone through.' }),
  }),
})

const SourcedText = builder.objectRef<Sourced<string>>('SourcedText').implement({
  interfaces: [SourcedInterface],
  description: 'A text as a fact.',
  fields: (t) => ({ value: t.exposeString('value') }),
})

const FrameworkWording = builder.objectRef<WordedText>('FrameworkWording').implement({
  description: "The framework's own text, as your institution loaded it.",
  fields: (t) => ({
    text: t.exposeString('text'),
    language: t.exposeString('language'),
    rights: t.exposeString('rights'),
  }),
})

const WordedInterface = builder.interfaceRef<Worded<object>>('HasWording').implement({
  description: "Something of an edition that the framework's own text may be loaded for.",
  fields: (t) => ({
    code: t.string({
      description: 'With its edition, such as psf-2023:K3: the code to store.',
      resolve: ({ qualified }) => qualified,
    }),
    wording: t.field({
      type: FrameworkWording,
      nullable: true,
      description:
        'Null where your institution loaded none in this language or a more general one. Without a language, in the first.',
      args: { language: t.arg.string({ description: 'A BCP 47 tag.' }) },
      resolve: async ({ view, qualified }, { language }) => {
        const worded = await view.worded()
        if (worded.wordings.length === 0) return null
        const { value, refusal } = wordingOf(worded, qualified, language ?? undefined)
        if (refusal?.code === 'malformed-language') throw topLevelError('BAD_USER_INPUT', refusal.message)
        return value ?? null
      },
    }),
  }),
})

const FrameworkFamily = builder.objectRef<Worded<{ readonly family: string }>>('FrameworkFamily').implement({
  interfaces: [WordedInterface],
  description: 'A family of dimensions.',
  fields: (t) => ({
    localCode: t.string({ description: 'Inside the edition: A, K or V.', resolve: ({ family }) => family }),
  }),
})

const FrameworkDimension = builder.objectRef<Worded<Dimension>>('FrameworkDimension').implement({
  interfaces: [SourcedInterface, WordedInterface],
  description: 'One area of activity, form of knowledge or value.',
  fields: (t) => ({
    localCode: t.string({
      description: 'Inside the edition, such as K3; alone it is ambiguous.',
      resolve: ({ code }) => code,
    }),
    family: t.exposeString('family'),
    title: t.exposeString('title', { description: 'A short title of this project, not the wording.' }),
    remark: t.string({ nullable: true, resolve: ({ note }) => note ?? null }),
  }),
})

const FrameworkRule = builder.objectRef<Rule>('FrameworkRule').implement({
  description:
    'One thing that a criterion asks for, as data and in words. ALL_OF and AT_LEAST can be counted; nothing else can.',
  fields: (t) => ({
    kind: t.field({
      type: builder.enumType('FrameworkRuleKind', {
        values: enumValues<Rule['kind']>(['all-of', 'at-least', 'quality', 'judgement']),
      }),
      resolve: ({ kind }) => kind,
    }),
    inWords: t.string({ resolve: inWords }),
    count: t.int({
      nullable: true,
      description: 'How many of `codes` are asked for; null where nothing is counted.',
      resolve: (rule) => (rule.kind === 'at-least' ? rule.count : rule.kind === 'all-of' ? rule.codes.length : null),
    }),
    codes: t.stringList({ description: 'The dimensions it is about.', resolve: (rule) => [...codesOf(rule)] }),
    words: t.stringList({
      description: 'The words that a reviewer weighs.',
      resolve: (rule) => (rule.kind === 'quality' ? [...rule.words] : []),
    }),
  }),
})

const FrameworkCriterion = builder.objectRef<Worded<Criterion>>('FrameworkCriterion').implement({
  interfaces: [SourcedInterface, WordedInterface],
  description: 'One criterion of a descriptor.',
  fields: (t) => ({
    localCode: t.string({ resolve: ({ code }) => code }),
    title: t.exposeString('title', { description: 'A short title of this project, not the wording.' }),
    remark: t.string({ nullable: true, resolve: ({ note }) => note ?? null }),
    rules: t.field({
      type: [FrameworkRule],
      complexity: { field: 1, multiplier: 2 },
      description: 'All of them apply.',
      resolve: ({ rules }) => [...rules],
    }),
  }),
})

const FrameworkRecency = builder.objectRef<Recency>('FrameworkRecency').implement({
  interfaces: [SourcedInterface],
  description: 'How recent evidence is expected to be: guidance, never a condition.',
  fields: (t) => ({
    yearsMax: t.int({
      nullable: true,
      description: 'Null where no fixed window is known.',
      resolve: (recency) => (recency.kind === 'window' ? recency.yearsMax : null),
    }),
    remark: t.exposeString('note'),
  }),
})

const FrameworkDescriptor = builder.objectRef<Worded<Descriptor>>('FrameworkDescriptor').implement({
  interfaces: [SourcedInterface, WordedInterface],
  description: 'A category of fellowship, and what is asked for it.',
  fields: (t) => ({
    localCode: t.string({ resolve: ({ code }) => code }),
    category: t.exposeString('category'),
    postNominal: t.exposeString('postNominal'),
    recency: t.field({ type: FrameworkRecency, resolve: ({ recency }) => recency }),
    criteria: t.field({
      type: [FrameworkCriterion],
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ criteria, view, edition }) =>
        criteria.map((criterion) => ({ ...criterion, view, qualified: `${edition}:${criterion.code}` })),
    }),
  }),
})

const FrameworkFile = builder.objectRef<{ readonly path: string; readonly format: string; readonly mediaType: string }>(
  'FrameworkFile',
)

FrameworkFile.implement({
  description: 'The edition as a file for other systems. It holds the titles of this project and nobody’s wording.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Below the address of this service; open to everybody.' }),
    format: t.exposeString('format'),
    mediaType: t.exposeString('mediaType'),
  }),
})

const FrameworkEdition = builder.objectRef<View>('FrameworkEdition').implement({
  description: 'One edition of the framework, whole. Authoritative are only the documents of `official`.',
  fields: (t) => ({
    edition: t.string({ description: 'Such as psf-2023.', resolve: ({ edition }) => edition.id }),
    officialTitle: t.string({ resolve: ({ edition }) => edition.officialTitle }),
    official: t.string({
      description: 'The body whose framework this is.',
      resolve: ({ edition }) => edition.official,
    }),
    published: t.field({
      type: SourcedText,
      description: 'The day, or the month where no day is known.',
      resolve: ({ edition }) => edition.published,
    }),
    numbering: t.field({
      type: SourcedText,
      description: 'How criteria are numbered.',
      resolve: ({ edition }) => edition.numbering,
    }),
    families: t.field({
      type: [FrameworkFamily],
      complexity: { field: 1, multiplier: 3 },
      description: "In the edition's own order.",
      resolve: (view) =>
        view.edition.families.value.map((family) => ({ family, view, qualified: `${view.edition.id}:${family}` })),
    }),
    orderOfFamilies: t.field({
      type: SourcedText,
      description: 'That order as a fact.',
      resolve: ({ edition }) => ({ ...edition.families, value: edition.families.value.join(', ') }),
    }),
    dimensions: t.field({
      type: [FrameworkDimension],
      complexity: { field: 1, multiplier: 17 },
      resolve: (view) =>
        view.edition.dimensions.map((dimension) => ({ ...dimension, view, qualified: formatDimension(dimension) })),
    }),
    descriptors: t.field({
      type: [FrameworkDescriptor],
      complexity: { field: 1, multiplier: 4 },
      resolve: (view) => view.edition.descriptors.map((one) => ({ ...one, view, qualified: formatDescriptor(one) })),
    }),
    files: t.field({
      type: [FrameworkFile],
      complexity: { field: 1, multiplier: 4 },
      resolve: ({ edition }) =>
        exportFiles.map(({ name, ...rest }) => ({ path: exportPath(edition.id, name), ...rest })),
    }),
  }),
})

builder.queryFields((t) => ({
  frameworks: t.field({
    type: [FrameworkEdition],
    authScopes: { signedIn: true },
    complexity: { field: 1, multiplier: 3 },
    description: 'The editions of the framework, oldest first.',
    resolve: (_root, _args, context) => editions.map((edition) => viewOf(edition, context)),
  }),
  framework: t.field({
    type: FrameworkEdition,
    authScopes: { signedIn: true },
    description: 'One edition.',
    args: { edition: t.arg.string({ required: true, description: 'Such as psf-2023.' }) },
    resolve: (_root, { edition }, context) => {
      const { value, refusal } = editionById(edition)
      if (refusal) throw topLevelError('BAD_USER_INPUT', refusal.message)
      return viewOf(value, context)
    },
  }),
}))

function viewOf(edition: Edition, context: Context): View {
  const { institutionId } = viewerOf(context)
  let reading: Promise<WordedEdition> | undefined
  const worded = () => {
    reading ??= context.transact('read', (tx) => wordedEdition(tx, institutionId, edition))
    return reading
  }
  return { edition, worded }
}

function codesOf(rule: Rule): readonly string[] {
  if (rule.kind === 'all-of') return rule.codes
  if (rule.kind === 'at-least') return rule.from
  return rule.kind === 'judgement' ? rule.bearsOn : []
}

function inWords(rule: Rule): string {
  if (rule.kind === 'all-of') return `Evidence for each of ${rule.codes.join(', ')}.`
  if (rule.kind === 'at-least') return `Evidence for at least ${rule.count} of ${rule.from.join(', ')}.`
  if (rule.kind === 'quality') return `A reviewer judges whether it is ${rule.words.join(' and ')}.`
  return `A reviewer judges whether ${rule.about}.`
}
