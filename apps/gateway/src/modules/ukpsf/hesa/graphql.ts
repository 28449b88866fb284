import { type DisclosedFigure, type DisclosurePolicy, isSuppressed } from '@mentoring-commons/reporting'
import {
  academicYear,
  academicYearOf,
  type CodeBreaks,
  type CrossedBreak,
  codeBreaks,
  type HesaCollection,
  hesaCollection,
  hesaTitles,
  type TeachingQualification as Qualification,
  type Refusal,
} from '@mentoring-commons/ukpsf'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { sortedPage } from '../../../graphql/sorted-page.ts'
import { accepted, Refused } from '../../../refused.ts'
import { SuppressionReasonEnum } from '../../people/disclosure/graphql.ts'
import { Person } from '../../people/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { mayReadFellowships } from '../fellowship/policy.ts'
import { type CodeFigures, type ReturnFigures, returnFigures } from './figures.ts'
import { mayReadCodes, readsReturn } from './policy.ts'
import { type CodedPerson, codedPeople, countUnstated } from './store.ts'

const TeachingQualificationKind = builder.enumType('TeachingQualificationKind', {
  values: enumValues<Qualification['kind']>([
    'accredited-course',
    'seda-recognition',
    'national-teaching-fellow',
    'pgce-or-equivalent',
    'professional-body',
    'other-uk',
    'overseas',
    'fellowship',
  ]),
})

export const TeachingQualification = builder.drizzleNode('teachingQualification', {
  name: 'TeachingQualification',
  description: 'A qualification or recognition for teaching. Fellowships are apart, as Fellowship.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true, qualification: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadFellowships(context.viewer, personId),
  fields: (t) => ({
    kind: t.field({ type: TeachingQualificationKind, resolve: ({ qualification }) => qualification.kind }),
    awarded: t.field({
      type: 'Day',
      nullable: true,
      description: 'Null where the day is not known; it then counts in every year.',
      resolve: ({ qualification }) => qualification.awarded ?? null,
    }),
    fellowshipTaken: t.boolean({
      nullable: true,
      description: 'Of an accredited course: whether the fellowship it led to was taken up.',
      resolve: ({ qualification }) =>
        qualification.kind === 'accredited-course' ? qualification.fellowship === 'taken' : null,
    }),
    descriptor: t.int({
      nullable: true,
      description: 'Of a recognition by SEDA: 1 or 2.',
      resolve: ({ qualification }) => ('descriptor' in qualification ? qualification.descriptor : null),
    }),
  }),
})

const TeachingRecord = builder.drizzleObject('teachingRecord', {
  name: 'TeachingRecord',
  description: 'What was stated about somebody for the statutory return.',
  fields: (t) => ({
    inScope: t.exposeBoolean('inScope', { description: 'Whether they are counted at all.' }),
    known: t.exposeBoolean('known', {
      description: 'Whether it is known what they hold. What is on file counts all the same.',
    }),
    statedAt: t.expose('statedAt', { type: 'Instant' }),
  }),
})

builder.drizzleObjectFields(Person, (t) => ({
  teachingRecord: t.relation('teachingRecord', {
    type: TeachingRecord,
    nullable: true,
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadFellowships(context.viewer, id),
    description: 'Null where nothing was stated.',
  }),
  teachingQualifications: t.relation('teachingQualifications', {
    type: TeachingQualification,
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadFellowships(context.viewer, id),
    description: 'What is on file, fellowships aside.',
    query: { orderBy: { id: 'asc' } },
  }),
}))

const ReturnFigure = builder.objectRef<DisclosedFigure>('ReturnFigure').implement({
  description: 'A number of the return after disclosure control. A suppressed number is neither missing nor zero.',
  fields: (t) => ({
    value: t.float({ nullable: true, resolve: (figure) => ('value' in figure ? figure.value : null) }),
    suppressed: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      resolve: (figure) => ('suppressed' in figure ? figure.suppressed : null),
    }),
    n: t.float({
      nullable: true,
      description: 'How many it rests on; null where that is not shown.',
      resolve: ({ n }) => (isSuppressed(n) ? null : n),
    }),
    unit: t.exposeString('unit'),
    definition: t.exposeString('definition'),
  }),
})

const CodeOfReturn = builder.objectRef<CodeFigures>('ActchqualCode').implement({
  description: 'A code of something held. Somebody may have several, so they do not add up.',
  fields: (t) => ({
    code: t.exposeString('code'),
    title: t.string({ description: 'A short title of this project.', resolve: ({ code }) => hesaTitles[code] }),
    people: t.field({ type: ReturnFigure, resolve: ({ people }) => people }),
    percent: t.field({
      type: ReturnFigure,
      nullable: true,
      description: 'Of people of whom it is known what they hold; null where there are none.',
      resolve: ({ percent }) => percent ?? null,
    }),
  }),
})

const CodeBreakType = builder.objectRef<CrossedBreak>('ActchqualBreak').implement({
  description: 'A change of codes between the year before and this one: counts of these codes are not one series.',
  fields: (t) => ({
    kind: t.string({ description: 'redefined, renamed or added.', resolve: ({ kind }) => kind }),
    before: t.stringList({ resolve: ({ codes }) => codes.flatMap(([before]) => before ?? []) }),
    after: t.stringList({ resolve: ({ codes }) => codes.map(([, after]) => after) }),
    certain: t.boolean({
      description:
        'Whether it lies between these two years; otherwise perhaps, as the year of the change is not known.',
      resolve: ({ crossed }) => crossed === 'yes',
    }),
    what: t.exposeString('what'),
    source: t.exposeString('source'),
    certainty: t.exposeString('certainty', { description: '2+, 1, A (our analysis) or M (memory, unverified).' }),
    readOn: t.expose('readOn', { type: 'Day' }),
  }),
})

interface Return {
  readonly collection: HesaCollection
  readonly policy: DisclosurePolicy
  readonly figures: ReturnFigures
  readonly breaks: CodeBreaks
}

const figureFields = {
  people: 'In scope of the return.',
  known: 'Of whom it is known what they hold: what percentages are of.',
  qualified: 'With at least one qualification.',
  none: 'Known to hold none: code 99.',
  notKnown: 'Of whom nothing is known: code 90. They are in no percentage.',
  notCoded: 'Whose record contradicts itself or has no code in this year: see actchqualCodes.',
  unstated: 'Of whom nobody has said whether they are in scope. They are in no other figure.',
} as const satisfies Partial<Record<keyof ReturnFigures, string>>

const ActchqualReturn = builder.objectRef<Return>('ActchqualReturn').implement({
  description:
    'Teaching qualifications in the coding of HESA’s field ACTCHQUAL, under the disclosure policy of your role.',
  fields: (t) => ({
    year: t.string({ resolve: ({ collection }) => collection.year }),
    record: t.string({ description: 'HESA’s name of the collection.', resolve: ({ collection }) => collection.record }),
    source: t.string({ description: 'Where its codes were read.', resolve: ({ collection }) => collection.source }),
    certainty: t.string({ resolve: ({ collection }) => collection.certainty }),
    policy: t.string({ resolve: ({ policy }) => policy.name }),
    policyDescription: t.string({ resolve: ({ policy }) => policy.description }),
    ...Object.fromEntries(
      Object.entries(figureFields).map(([name, description]) => [
        name,
        t.field({
          type: ReturnFigure,
          description,
          resolve: ({ figures }) => figures[name as keyof typeof figureFields],
        }),
      ]),
    ),
    qualifiedPercent: t.field({
      type: ReturnFigure,
      nullable: true,
      description: 'Of people of whom it is known what they hold; null where there are none.',
      resolve: ({ figures }) => figures.qualifiedPercent ?? null,
    }),
    codes: t.field({
      type: [CodeOfReturn],
      complexity: { field: 1, multiplier: 16 },
      resolve: ({ figures }) => [...figures.byCode],
    }),
    breaks: t.field({
      type: [CodeBreakType],
      complexity: { field: 1, multiplier: 3 },
      description: 'What stands between the year before and this one.',
      resolve: ({ breaks }) => [...breaks.breaks],
    }),
    yearsNotRead: t.stringList({
      description: 'Of these two years, those whose codes were not read: there may be breaks that nobody knows here.',
      resolve: ({ breaks }) => [...breaks.unread],
    }),
  }),
})

const CodingProblem = builder.objectRef<Pick<Refusal, 'code' | 'message'>>('ActchqualProblem').implement({
  description: 'Why somebody has no codes in a year, and what to correct.',
  fields: (t) => ({
    code: t.string({ resolve: ({ code }) => code }),
    message: t.exposeString('message'),
  }),
})

const PersonCodes = builder.objectRef<CodedPerson & { readonly institutionId: string }>('ActchqualPerson').implement({
  description: "Somebody in scope, with their codes in the year's return.",
  fields: (t) => ({
    person: t.id({ resolve: ({ personId, institutionId }) => globalIdOf('Person', institutionId, personId) }),
    name: t.exposeString('name', { nullable: true }),
    externalId: t.exposeString('externalId', { nullable: true }),
    codes: t.stringList({ description: 'Empty where there is a problem.', resolve: ({ codes }) => [...codes] }),
    problem: t.field({
      type: CodingProblem,
      nullable: true,
      description: 'Why there are no codes.',
      resolve: ({ problem }) => problem ?? null,
    }),
  }),
})

const yearHint = 'Such as 2020/21. Years whose codes were not read are refused, not guessed.'

builder.queryFields((t) => ({
  actchqualReturn: t.field({
    type: ActchqualReturn,
    errors: { types: [Refused] },
    authScopes: { anyOf: readsReturn },
    complexity: { field: 200, multiplier: 1 },
    description:
      'The figures of a year’s return: exact for coordinators and data stewards, under the HESA rules for others.',
    args: { year: t.arg.string({ required: true, description: yearHint }) },
    resolve: async (_root, { year }, context): Promise<Return> => {
      const collection = accepted(hesaCollection(year))
      const { institutionId, roles } = viewerOf(context)
      const [people, unstated] = await context.transact('read', async (tx) => [
        await codedPeople(tx, institutionId, year),
        await countUnstated(tx, institutionId),
      ])
      const policy = policyOf(roles)
      const figures = returnFigures({ people, unstated, codes: collection.codes }, policy)
      return { collection, policy, figures, breaks: accepted(codeBreaks(yearBefore(year), year)) }
    },
  }),
  actchqualCodes: t.connection({
    type: PersonCodes,
    authScopes: (_root, _args, context) => context.viewer !== null && mayReadCodes(context.viewer),
    complexity: pageCost,
    description: 'Everybody in scope with their codes, for the return itself. Coordinators and data stewards alone.',
    args: { year: t.arg.string({ required: true, description: yearHint }) },
    resolve: async (_root, { year, ...page }, context) => {
      const { refusal } = hesaCollection(year)
      if (refusal) throw topLevelError('BAD_USER_INPUT', refusal.message)
      const { institutionId } = viewerOf(context)
      const people = await context.transact('read', (tx) => codedPeople(tx, institutionId, year))
      return sortedPage(
        people.map((one) => ({ ...one, institutionId })),
        ({ personId }) => personId,
        page,
      )
    },
  }),
}))

function yearBefore(year: string): string {
  const { from } = accepted(academicYear(year))
  return accepted(academicYearOf(from.replace('-08-01', '-07-31'))).year
}
