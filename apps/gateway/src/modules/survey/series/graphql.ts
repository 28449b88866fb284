import {
  type Instrument,
  type Moment,
  moments,
  type ResponseRates,
  responseRates,
  type Share,
  type WavePair,
  type WavePattern,
  type WaveRate,
} from '@mentoring-commons/reporting/surveys'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { seesPeople, seesProgrammes } from '../../people/policy.ts'
import { Survey } from '../graphql.ts'
import { returnsOf } from '../response/store.ts'
import { taken } from '../taken.ts'
import { shippedInstruments } from './commands.ts'
import { loadSeries } from './store.ts'

export const SurveyMomentEnum = builder.enumType('SurveyMoment', {
  description: 'When a wave is held, seen from the mentoring.',
  values: enumValues<Moment>(moments),
})

export const SurveyInstrument = builder.drizzleNode('surveyInstrument', {
  name: 'SurveyInstrument',
  description: 'A questionnaire of your institution, in one version. A change is a version of its own.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    key: t.exposeString('key'),
    version: t.exposeString('version'),
    title: t.string({ select: { columns: { definition: true } }, resolve: ({ definition }) => definition.title }),
    licence: t.field({
      type: 'JSON',
      description: 'Whose it is and on which terms: kind, name, holder, source.',
      select: { columns: { definition: true } },
      resolve: ({ definition }) => definition.licence,
    }),
    languages: t.stringList({
      description: 'Its own first, then those that it is translated into.',
      select: { columns: { definition: true } },
      resolve: ({ definition }) => [
        definition.language,
        ...(definition.translations ?? []).map(({ language }) => language),
      ],
    }),
    definition: t.expose('definition', {
      type: 'JSON',
      description:
        'In the form of Instrument of the package: items, scales, subscales with their scoring, translations.',
    }),
  }),
})

const SurveyWave = builder.drizzleObject('surveyWindow', {
  name: 'SurveyWave',
  description: 'When a wave is held, and who is invited.',
  fields: (t) => ({
    key: t.exposeString('key'),
    moment: t.expose('moment', { type: SurveyMomentEnum }),
    opensOn: t.expose('opensOn', { type: 'Day' }),
    closesOn: t.expose('closesOn', { type: 'Day', description: 'The last day on which it can be answered.' }),
    roles: t.exposeStringList('roles', { description: 'Who is invited; everybody who takes part when it is empty.' }),
    survey: t.relation('survey'),
  }),
})

builder.drizzleObjectField(Survey, 'held', (t) =>
  t.relation('window', { type: SurveyWave, nullable: true, description: 'Null for a survey that was imported.' }),
)

const shareOf = (part: Share): number | null => ('share' in part ? part.share : null)

const SurveyWaveReturn = builder.objectRef<WaveRate>('SurveyWaveReturn').implement({
  description: 'What came back of a wave. Answered, withdrawn and outstanding make up the invited.',
  fields: (t) => ({
    wave: t.exposeString('wave'),
    invited: t.exposeInt('invited'),
    answered: t.exposeInt('answered'),
    complete: t.exposeInt('complete', { description: 'Those who answered every question.' }),
    withdrawn: t.exposeInt('withdrawn'),
    outstanding: t.exposeInt('outstanding'),
    responseRate: t.float({
      nullable: true,
      description: 'Answered among invited; null where nobody was invited.',
      resolve: ({ rate }) => shareOf(rate),
    }),
  }),
})

const SurveyWavePair = builder.objectRef<WavePair>('SurveyWavePair').implement({
  description: 'What became of the respondents of a wave in a later one.',
  fields: (t) => ({
    from: t.exposeString('from'),
    to: t.exposeString('to'),
    answeredFrom: t.exposeInt('answeredFrom'),
    answeredTo: t.exposeInt('answeredTo'),
    paired: t.exposeInt('paired', { description: 'Who answered both: the n of whatever compares the two.' }),
    lost: t.exposeInt('lost'),
    joined: t.exposeInt('joined'),
    attrition: t.float({
      nullable: true,
      description: 'Lost among the first; null where nobody answered the first.',
      resolve: ({ attrition }) => shareOf(attrition),
    }),
  }),
})

const SurveyWavePattern = builder.objectRef<WavePattern>('SurveyWavePattern').implement({
  description: 'How many respondents answered exactly these waves.',
  fields: (t) => ({
    answered: t.stringList({ resolve: ({ answered }) => [...answered] }),
    respondents: t.exposeInt('respondents'),
  }),
})

const SurveyReturns = builder.objectRef<ResponseRates>('SurveyReturns').implement({
  description: 'Response and attrition of a series: exact, for whoever runs it. No answer is in it.',
  fields: (t) => ({
    waves: t.field({ type: [SurveyWaveReturn], resolve: ({ waves }) => [...waves] }),
    pairs: t.field({ type: [SurveyWavePair], resolve: ({ pairs }) => [...pairs] }),
    patterns: t.field({ type: [SurveyWavePattern], resolve: ({ patterns }) => [...patterns] }),
  }),
})

export const SurveySeries = builder.drizzleNode('surveySeries', {
  name: 'SurveySeries',
  description: 'A survey held in waves. Its threshold is frozen when it is launched.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: { anyOf: seesProgrammes },
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    launchedOn: t.expose('launchedOn', { type: 'Day', nullable: true, description: 'Null before it is launched.' }),
    responsesMin: t.exposeInt('responsesMin', {
      nullable: true,
      description:
        'The fewest responses of which an answer is shown to anybody, beside those of the policy of a report.',
    }),
    version: t.exposeInt('version'),
    instrument: t.relation('instrument'),
    waves: t.relation('windows', { query: { orderBy: { opensOn: 'asc' } } }),
    returns: t.field({
      type: SurveyReturns,
      authScopes: { anyOf: seesPeople },
      complexity: { field: 100, multiplier: 1 },
      description: 'For whoever runs programmes, and data stewards.',
      resolve: async ({ institutionId, id }, _args, context) =>
        context.transact('read', async (tx) => {
          const series = await loadSeries(tx, institutionId, id, 'look')
          if (series === undefined) throw new TypeError('a series that was just read is not there')
          const returns = await returnsOf(tx, institutionId, series)
          return taken(responseRates(series.instrument.items.length, returns))
        }),
    }),
  }),
})

builder.drizzleObjectField(Programme, 'surveySeries', (t) =>
  t.relatedConnection('surveySeries', {
    complexity: pageCost,
    description: 'Surveys in waves, in a stable order.',
    query: { orderBy: { id: 'asc' } },
  }),
)

const ShippedInstrument = builder.objectRef<Instrument>('ShippedSurveyInstrument').implement({
  description: 'An instrument that comes with the package, to adopt as it is.',
  fields: (t) => ({
    key: t.exposeString('key'),
    version: t.exposeString('version'),
    title: t.exposeString('title'),
    definition: t.field({ type: 'JSON', resolve: (instrument) => instrument }),
  }),
})

builder.queryFields((t) => ({
  surveyInstruments: t.drizzleConnection({
    type: 'surveyInstrument',
    authScopes: { anyOf: seesProgrammes },
    complexity: pageCost,
    description: 'The instruments of your institution, in a stable order.',
    resolve: (query, _root, _args, context) =>
      context.db.query.surveyInstrument.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { key: 'asc', version: 'asc', id: 'asc' },
        }),
      ),
  }),
  shippedSurveyInstruments: t.field({
    type: [ShippedInstrument],
    authScopes: { anyOf: seesProgrammes },
    description: 'Instruments to begin with. They are our own: no questionnaire of somebody else is among them.',
    resolve: () => [...shippedInstruments],
  }),
}))
