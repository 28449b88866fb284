import {
  type ClaimReading,
  type ClaimWarning,
  type Coverage,
  type CriterionReading,
  closeGap,
  confirmedOnly,
  coverage,
  defineEvidence,
  editionById,
  nextBest,
  parseDimension,
  planClaim,
  type SoundEvidence,
} from '@mentoring-commons/ukpsf'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { accepted } from '../../../refused.ts'
import { EvidenceOriginEnum } from '../evidence/graphql.ts'
import { evidenceOf, evidenceOfPerson } from '../evidence/store.ts'
import type { EvidenceOrigin } from '../evidence/table.ts'

/** A piece of evidence as a figure points to it. */
type Pointed = Pick<SoundEvidence, 'id' | 'kind' | 'title' | 'on' | 'tags' | 'link'>

/** A coverage with the evidence that it counts. */
interface CoverageOf {
  readonly coverage: Coverage
  readonly evidence: ReadonlyMap<string, Pointed>
  readonly institutionId: string
}

/** A reading with the evidence that it was read from. */
export interface ReadingOf {
  readonly reading: ClaimReading
  readonly evidence: readonly Pointed[]
  readonly institutionId: string
}

const EvidencePointer = builder
  .objectRef<{ readonly evidence: Pointed; readonly institutionId: string }>('EvidencePointer')
  .implement({
    description: 'A row behind a figure. Ask for the whole of it with node(id:), as long as it is in the portfolio.',
    fields: (t) => ({
      id: t.id({ resolve: ({ evidence, institutionId }) => globalIdOf('Evidence', institutionId, evidence.id) }),
      kind: t.string({ resolve: ({ evidence }) => evidence.kind }),
      title: t.string({ nullable: true, resolve: ({ evidence }) => evidence.title ?? null }),
      fromDay: t.field({
        type: 'Day',
        resolve: ({ evidence: { on } }) => (typeof on === 'string' ? on : on.from),
      }),
      toDay: t.field({
        type: 'Day',
        nullable: true,
        resolve: ({ evidence: { on } }) => (typeof on === 'string' ? null : on.to),
      }),
      originKind: t.field({
        type: EvidenceOriginEnum,
        nullable: true,
        resolve: ({ evidence }) => (evidence.link?.kind as EvidenceOrigin | undefined) ?? null,
      }),
    }),
  })

const CoveredDimension = builder
  .objectRef<CoverageOf & { readonly at: Coverage['dimensions'][number] }>('CoveredDimension')
  .implement({
    description: 'What evidence there is for one dimension. It counts tags and says nothing of quality.',
    fields: (t) => ({
      code: t.string({ resolve: ({ at }) => at.dimension }),
      title: t.string({ resolve: ({ at }) => parseDimension(at.dimension).value?.title ?? at.dimension }),
      claimed: t.field({ type: [EvidencePointer], resolve: ({ at, ...of }) => pointers(of, at.claimed) }),
      confirmed: t.field({
        type: [EvidencePointer],
        description: 'Those of `claimed` in which somebody else confirmed it.',
        resolve: ({ at, ...of }) => pointers(of, at.confirmed),
      }),
    }),
  })

const CoverageType = builder.objectRef<CoverageOf>('Coverage').implement({
  description: 'Which dimensions of an edition a body of evidence touches, each with the evidence behind it.',
  fields: (t) => ({
    edition: t.string({ resolve: (of) => of.coverage.edition }),
    dimensions: t.field({
      type: [CoveredDimension],
      resolve: (of) => of.coverage.dimensions.map((at) => ({ ...of, at })),
    }),
    singlePoint: t.stringList({
      description: 'Dimensions that one piece of evidence alone stands for.',
      resolve: (of) => of.coverage.singlePoint,
    }),
    untouched: t.stringList({ resolve: (of) => of.coverage.untouched }),
    unconfirmed: t.stringList({
      description: 'Dimensions with evidence, none of it confirmed.',
      resolve: (of) => of.coverage.unconfirmed,
    }),
  }),
})

const CriterionAnswerEnum = builder.enumType('CriterionAnswer', {
  description: 'What counting can say of a criterion. There is no "met": that is for people to say.',
  values: {
    COVERED: { value: 'covered', description: 'All that can be counted has evidence.' },
    NOT_COVERED: { value: 'not-covered', description: 'Something that can be counted has none.' },
    FOR_A_REVIEWER: { value: 'for-a-reviewer', description: 'A judgement decides, no count does.' },
  } as const,
})

const ShortfallType = builder.objectRef<CriterionReading['shortfalls'][number]>('Shortfall').implement({
  description: 'A count that falls short: any `count` of `from` would do.',
  fields: (t) => ({ count: t.exposeInt('count'), from: t.exposeStringList('from') }),
})

const CriterionReadingType = builder.objectRef<CriterionReading>('CriterionReading').implement({
  description: 'How a claim stands against one criterion.',
  fields: (t) => ({
    criterion: t.exposeString('criterion'),
    setByInstitution: t.boolean({ resolve: ({ setBy }) => setBy === 'overlay' }),
    title: t.exposeString('title'),
    answer: t.expose('answer', { type: CriterionAnswerEnum }),
    reasons: t.exposeStringList('reasons'),
    missing: t.exposeStringList('missing'),
    shortfalls: t.field({ type: [ShortfallType], resolve: ({ shortfalls }) => [...shortfalls] }),
    judgements: t.exposeStringList('judgements'),
  }),
})

const WarningType = builder.objectRef<ClaimWarning>('ClaimWarning').implement({
  description: 'Something to look at before submitting. A warning never changes an answer.',
  fields: (t) => ({ kind: t.exposeString('kind'), message: t.exposeString('message') }),
})

export const ClaimReadingType = builder.objectRef<ReadingOf>('ClaimReading').implement({
  description: 'How evidence stands against a descriptor, criterion by criterion.',
  fields: (t) => ({
    descriptor: t.string({ resolve: ({ reading }) => reading.descriptor }),
    on: t.field({ type: 'Day', resolve: ({ reading }) => reading.on }),
    overall: t.field({
      type: CriterionAnswerEnum,
      description: 'NOT_COVERED when any criterion is; otherwise the rest is judgement.',
      resolve: ({ reading }) => reading.overall,
    }),
    inWords: t.string({ resolve: ({ reading }) => reading.summary }),
    criteria: t.field({ type: [CriterionReadingType], resolve: ({ reading }) => [...reading.criteria] }),
    warnings: t.field({ type: [WarningType], resolve: ({ reading }) => [...reading.warnings] }),
    coverage: t.field({
      type: CoverageType,
      resolve: ({ reading, evidence, institutionId }) => ({
        coverage: reading.coverage,
        evidence: byId(evidence),
        institutionId,
      }),
    }),
    gap: t.stringList({
      description: 'A smallest set of dimensions that, with evidence, would close all that can be counted.',
      resolve: ({ reading }) => closeGap(reading),
    }),
    nextBest: t.string({
      description: 'What to add next, in a sentence.',
      resolve: ({ reading }) => nextBest(reading).value?.message ?? '',
    }),
  }),
})

const counting = builder.enumType('Counting', {
  description: 'Which tags count.',
  values: {
    CLAIMED: { value: 'claimed', description: 'All that are claimed.' },
    CONFIRMED: { value: 'confirmed', description: 'Only those that somebody else confirmed.' },
  } as const,
})

builder.queryFields((t) => ({
  myCoverage: t.field({
    type: CoverageType,
    authScopes: { signedIn: true },
    complexity: { field: 100, multiplier: 1 },
    description: 'What your portfolio covers of an edition. Tags of other editions are left out here.',
    args: {
      edition: t.arg.string({ required: true, description: 'Such as psf-2023.' }),
      counting: t.arg({ type: counting, defaultValue: 'claimed' }),
    },
    resolve: async (_root, args, context) => {
      const edition = editionById(args.edition)
      if (edition.refusal) throw topLevelError('BAD_USER_INPUT', edition.refusal.message)
      const evidence = (await portfolioOf(context)).map((item) => inEdition(item, `${edition.value.id}:`))
      const covered = coverage(evidence, edition.value.id)
      if (covered.refusal) throw new TypeError(`stored evidence is not sound: ${covered.refusal.message}`)
      const shown = args.counting === 'confirmed' ? confirmedOnly(covered.value) : covered.value
      return { coverage: shown, evidence: byId(evidence), institutionId: viewerOf(context).institutionId }
    },
  }),
  myPlan: t.field({
    type: ClaimReadingType,
    authScopes: { signedIn: true },
    complexity: { field: 100, multiplier: 1 },
    description: 'How your portfolio would stand against a descriptor, before there is a claim.',
    args: {
      descriptor: t.arg.string({ required: true, description: 'Such as psf-2023:D2.' }),
      counting: t.arg({ type: counting, defaultValue: 'claimed' }),
    },
    resolve: async (_root, { descriptor, counting: counts }, context) => {
      const evidence = (await portfolioOf(context)).map((item) => inEdition(item, `${descriptor.split(':')[0]}:`))
      const read = planClaim({
        descriptor,
        evidence,
        on: context.now().slice(0, 10),
        counting: counts ?? 'claimed',
      })
      if (read.refusal) throw topLevelError('BAD_USER_INPUT', read.refusal.message)
      return { reading: read.value, evidence, institutionId: viewerOf(context).institutionId }
    },
  }),
}))

async function portfolioOf(context: Context) {
  const { institutionId, personId } = viewerOf(context)
  if (personId === null) return []
  const stored = await context.transact('read', (tx) => evidenceOfPerson(tx, institutionId, personId))
  return stored.map((each) => accepted(defineEvidence(evidenceOf(each))))
}

/** Evidence with the tags of one edition, so that a portfolio kept in several can be looked at in each. */
function inEdition<E extends Pick<SoundEvidence, 'tags' | 'corroborations'>>(item: E, prefix: string): E {
  const own = (tags: SoundEvidence['tags'] = []) => tags.filter((tag) => tag.startsWith(prefix.toLowerCase()))
  return {
    ...item,
    tags: own(item.tags),
    ...(item.corroborations === undefined
      ? {}
      : { corroborations: item.corroborations.map((word) => ({ ...word, tags: own(word.tags) })) }),
  }
}

function byId(evidence: readonly Pointed[]): ReadonlyMap<string, Pointed> {
  return new Map(evidence.map((item) => [item.id, item]))
}

function pointers({ evidence, institutionId }: Omit<CoverageOf, 'coverage'>, ids: readonly string[]) {
  return ids.flatMap((id) => {
    const found = evidence.get(id)
    return found === undefined ? [] : [{ evidence: found, institutionId }]
  })
}
