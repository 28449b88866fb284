import {
  type MissingOutcomes,
  missingOutcomes,
  type OpenDecision,
  type Outcome,
  type OutcomeGroup,
  outcomeGroups,
  outcomesOf,
  type Scheme,
  type SchemeVersion,
  stillToDecide,
} from '@mentoring-commons/award'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { BaselineAction, BaselineOutcome } from '../../baseline/graphql.ts'
import { readsBaselines } from '../../baseline/policy.ts'
import { shippedSchemes } from './commands.ts'

/** The kinds of outcome. */
export const OutcomeGroupEnum = builder.enumType('AwardOutcomeGroup', {
  description:
    'The three kinds of outcome that a programme shows: values, core outcomes, and those of the named award.',
  values: enumValues<OutcomeGroup>(outcomeGroups),
})

const OutcomeType = builder.objectRef<Outcome & { readonly loaded: boolean }>('AwardOutcome').implement({
  description: 'Something that a candidate shows.',
  fields: (t) => ({
    code: t.exposeString('code'),
    group: t.expose('group', { type: OutcomeGroupEnum }),
    title: t.exposeString('title'),
    loaded: t.exposeBoolean('loaded', {
      description: 'Whether your institution loaded it; otherwise it is published.',
    }),
    source: t.exposeString('source'),
    certainty: t.exposeString('certainty', { description: '2+ or 1 page, A our reading, M unverified.' }),
  }),
})

const MissingType = builder.objectRef<MissingOutcomes>('MissingAwardOutcomes').implement({
  description: 'A list that is not whole, and what to load. Until then nothing can be submitted.',
  fields: (t) => ({
    group: t.expose('group', { type: OutcomeGroupEnum }),
    set: t.exposeString('setId'),
    known: t.exposeInt('known'),
    sentence: t.exposeString('sentence'),
  }),
})

const OpenDecisionType = builder.objectRef<OpenDecision>('OpenAwardDecision').implement({
  description: 'A part of a workflow that is not decided. Until then nobody can enrol.',
  fields: (t) => ({ field: t.exposeString('field'), question: t.exposeString('question') }),
})

const VersionType = builder.objectRef<SchemeVersion>('AwardSchemeVersion').implement({
  description: 'One version of a scheme: what it requires while it is in force. Dates are as exact as they are known.',
  fields: (t) => ({
    version: t.exposeString('version'),
    validFrom: t.exposeString('validFrom', { nullable: true }),
    validTo: t.exposeString('validTo', { nullable: true }),
    outcomes: t.field({
      type: [OutcomeType],
      description: 'Those that are known, group by group.',
      resolve: ({ outcomes }) =>
        outcomes.flatMap((required) =>
          outcomesOf(required).map((one) => ({
            ...one,
            loaded: required.loaded.some(({ code }) => code === one.code),
          })),
        ),
    }),
    missingOutcomes: t.field({ type: [MissingType], resolve: (version) => [...missingOutcomes(version)] }),
    stillToDecide: t.field({ type: [OpenDecisionType], resolve: ({ workflow }) => [...stillToDecide(workflow)] }),
    workflow: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As far as it is decided, in the form of AwardWorkflow of the package @mentoring-commons/award.',
      resolve: ({ workflow }) => workflow ?? null,
    }),
    definition: t.field({
      type: 'JSON',
      description: 'All of it, in the form of SchemeVersion of the package.',
      resolve: (version) => version,
    }),
  }),
})

const ShippedScheme = builder.objectRef<Scheme>('ShippedAwardScheme').implement({
  description: 'A scheme that comes with this software, with what one or more pages say of it and no more.',
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    provider: t.exposeString('provider'),
    source: t.exposeString('source'),
    versions: t.field({ type: [VersionType], resolve: ({ versions }) => [...versions] }),
  }),
})

builder.drizzleObject('awardSchemeRevision', {
  name: 'AwardSchemeRevision',
  description: 'A scheme as it was after a change.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    definition: t.expose('scheme', { type: 'JSON' }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
  }),
})

export const AwardScheme = builder.drizzleNode('awardScheme', {
  name: 'AwardScheme',
  description:
    'An award of your institution over time. A version that somebody is enrolled on keeps how it is assessed.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next change.' }),
    provider: t.string({ select: { columns: { scheme: true } }, resolve: ({ scheme }) => scheme.provider }),
    versions: t.field({
      type: [VersionType],
      select: { columns: { scheme: true } },
      resolve: ({ scheme }) => [...scheme.versions],
    }),
    revisions: t.relatedConnection('revisions', {
      complexity: pageCost,
      description: 'How it came to be, change by change.',
      query: { orderBy: { number: 'asc' } },
    }),
    ledToBy: t.relation('baselineActions', {
      type: BaselineAction,
      authScopes: { anyOf: readsBaselines },
      description: 'The actions on recommendations that led to it: the way back to what was found.',
      query: { where: { outcomeKind: 'award-scheme' }, orderBy: { takenOn: 'asc', id: 'asc' } },
    }),
  }),
})

builder.drizzleObjectFields(BaselineOutcome, (t) => ({
  awardScheme: t.field({
    type: AwardScheme,
    nullable: true,
    description: 'The scheme of this key, once your institution has loaded it.',
    select: (_args, _context, nested) => ({ columns: { outcomeKind: true }, with: { awardScheme: nested() } }),
    resolve: ({ outcomeKind, awardScheme }) => (outcomeKind === 'award-scheme' ? awardScheme : null),
  }),
}))

builder.queryFields((t) => ({
  awardSchemes: t.drizzleConnection({
    type: 'awardScheme',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'The award schemes of your institution, by key.',
    resolve: (query, _root, _args, context) =>
      context.db.query.awardScheme.findMany(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { key: 'asc', id: 'asc' } }),
      ),
  }),
  shippedAwardSchemes: t.field({
    type: [ShippedScheme],
    authScopes: { signedIn: true },
    description: 'Schemes to begin from, and what they leave open.',
    resolve: () => [...shippedSchemes],
  }),
}))
