import { participationRoles } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { Survey } from '../graphql.ts'
import { adoptSurveyInstrument, defineSurveyInstrument, launchSurvey, moveSurveyWave, planSurvey } from './commands.ts'
import { SurveyInstrument, SurveyMomentEnum, SurveySeries } from './graphql.ts'

const errors = { types: [Refused] }
const authScopes = { anyOf: runsProgrammes }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'
const versionHint = 'The version of the series that you decided on.'

const WaveInput = builder.inputType('SurveyWaveInput', {
  description: 'A wave of a survey.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Such as before.' }),
    label: t.string({ required: true, description: 'What reports call it.' }),
    moment: t.field({ type: SurveyMomentEnum, required: true }),
    opensOn: t.field({ type: 'Day', required: true }),
    closesOn: t.field({ type: 'Day', required: true, description: 'The last day on which it can be answered.' }),
    roles: t.stringList({
      defaultValue: [],
      description: `Who is invited, of ${participationRoles.join(', ')}; everybody who takes part when it is empty.`,
    }),
  }),
})

builder.mutationFields((t) => ({
  defineSurveyInstrument: t.drizzleField({
    type: SurveyInstrument,
    errors,
    authScopes,
    description:
      'Defines an instrument, or another version of one, with its licence. What is asked is closed: there is no kind for free text.',
    args: {
      instrument: t.arg({ type: 'JSON', required: true, description: 'In the form of Instrument of the package.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, args, context) => {
      const id = await defineSurveyInstrument(context, { ...args, instrument: args.instrument })
      return present(await context.db.query.surveyInstrument.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  adoptSurveyInstrument: t.drizzleField({
    type: SurveyInstrument,
    errors,
    authScopes,
    description: 'Takes one of shippedSurveyInstruments.',
    args: { key: t.arg.string({ required: true }), idempotencyKey: t.arg.string({ description: keyHint }) },
    resolve: async (query, _root, args, context) => {
      const id = await adoptSurveyInstrument(context, args)
      return present(await context.db.query.surveyInstrument.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  planSurvey: t.drizzleField({
    type: SurveySeries,
    errors,
    authScopes,
    description: 'Plans a survey in waves. Nobody is invited before it is launched.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      instrument: t.arg.globalID({ for: SurveyInstrument, required: true }),
      key: t.arg.string({ required: true }),
      title: t.arg.string({ required: true }),
      waves: t.arg({ type: [WaveInput], required: true, description: 'In the order in which they open.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { programme, instrument, waves, ...args }, context) => {
      const id = await planSurvey(context, {
        ...args,
        programmeId: ownId(context, programme, 'programme'),
        instrumentId: ownId(context, instrument, 'instrument'),
        waves: waves.map(({ roles, ...wave }) => ({ ...wave, roles: knownRoles(roles ?? []) })),
      })
      return present(await context.db.query.surveySeries.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  launchSurvey: t.drizzleField({
    type: SurveySeries,
    errors,
    authScopes,
    description: 'Launches a survey: from then on people can be invited, and its threshold is frozen.',
    args: {
      series: t.arg.globalID({ for: SurveySeries, required: true }),
      responsesMin: t.arg.int({ defaultValue: 5, description: 'The fewest responses of which an answer is shown.' }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { series, responsesMin, ...args }, context) => {
      const id = await launchSurvey(context, {
        ...args,
        seriesId: ownId(context, series, 'series'),
        responsesMin: responsesMin ?? 5,
      })
      return present(await context.db.query.surveySeries.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  moveSurveyWave: t.drizzleField({
    type: SurveySeries,
    errors,
    authScopes,
    description: 'Gives a wave other days: both before it opens, the last one until it has closed.',
    args: {
      survey: t.arg.globalID({ for: Survey, required: true }),
      opensOn: t.arg({ type: 'Day', required: true }),
      closesOn: t.arg({ type: 'Day', required: true }),
      expectedVersion: t.arg.int({ required: true, description: versionHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { survey, ...args }, context) => {
      const id = await moveSurveyWave(context, { ...args, surveyId: ownId(context, survey, 'survey') })
      return present(await context.db.query.surveySeries.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function knownRoles(roles: readonly string[]): readonly string[] {
  const strange = roles.find((role) => !participationRoles.some((known) => known === role))
  if (strange === undefined) return roles
  throw new Refused({
    code: 'role-unknown',
    message: `"${strange}" is no role; take of ${participationRoles.join(', ')}`,
    path: 'waves',
  })
}
