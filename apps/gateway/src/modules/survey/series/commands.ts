import {
  defineSurvey,
  experienceOfMentoring,
  type Instrument,
  launchSurvey as launch,
  moveWave,
  type Wave,
} from '@mentoring-commons/reporting/surveys'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { findProgrammeById } from '../../mentoring/store.ts'
import { once } from '../../people/idempotency.ts'
import { taken } from '../taken.ts'
import { readInstrument } from './shape.ts'
import {
  findInstrument,
  insertInstrument,
  insertSeries,
  type LoadedSeries,
  loadSeries,
  seriesOf,
  updateSeries,
  updateWindow,
} from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The instruments that come with the package, by key: ours, and examples. */
export const shippedInstruments: readonly Instrument[] = [experienceOfMentoring]

/** Defines an instrument, or another version of one: its id. */
export function defineSurveyInstrument(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly instrument: unknown },
): Promise<string> {
  return once(context, { command: 'defineSurveyInstrument', idempotencyKey, input }, (tx) =>
    keepInstrument(context, tx, readInstrument(input.instrument)),
  )
}

/** Takes one of the shipped instruments: its id. */
export function adoptSurveyInstrument(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly key: string },
): Promise<string> {
  return once(context, { command: 'adoptSurveyInstrument', idempotencyKey, input }, (tx) => {
    const instrument = shippedInstruments.find(({ key }) => key === input.key)
    if (instrument === undefined)
      throw new Refused({
        code: 'not-found',
        message: `there is no shipped instrument "${input.key}"; take one of ${shippedInstruments.map(({ key }) => key).join(', ')}`,
        path: 'key',
      })
    return keepInstrument(context, tx, instrument)
  })
}

async function keepInstrument(context: Context, tx: Tx, definition: Instrument): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { key, version } = definition
  const id = context.newId()
  await refuseTwin(
    insertInstrument(tx, {
      institutionId,
      id,
      key,
      version,
      definition,
      definedBy: accountId,
      definedAt: context.now(),
    }),
    `your institution has version "${version}" of the instrument "${key}"; give a change a version of its own`,
    'instrument',
  )
  return id
}

/** A series to plan. */
export interface SeriesInput extends Repeatable {
  readonly programmeId: string
  readonly instrumentId: string
  readonly key: string
  readonly title: string
  readonly waves: readonly (Wave & { readonly label: string })[]
}

/** Plans a survey in waves: the id of the series. Nobody is invited, and nobody can answer, before it is launched. */
export function planSurvey(context: Context, { idempotencyKey, ...input }: SeriesInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'planSurvey', idempotencyKey, input }, async (tx) => {
    if ((await findProgrammeById(tx, institutionId, input.programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const instrument = await findInstrument(tx, institutionId, input.instrumentId)
    if (instrument === undefined) throw unknownId('SurveyInstrument', 'instrument')
    if (input.title.trim() === '' || input.waves.some(({ label }) => label.trim() === ''))
      throw new Refused({ code: 'empty-text', message: 'a series and each of its waves need words', path: 'title' })
    taken(defineSurvey(input.key, input.waves))
    const { programmeId, instrumentId, key, title } = input
    const id = context.newId()
    await refuseTwin(
      insertSeries(
        tx,
        { institutionId, id, programmeId, instrumentId, key, title: title.trim(), version: 1 },
        input.waves.map((wave) => ({ ...wave, surveyId: context.newId() })),
        instrument,
        context.newId,
      ),
      `the programme has a survey "${key}", or a wave of that name, already; choose another key`,
      'key',
    )
    return id
  })
}

/** Launches a series: its id. The threshold is frozen by it. */
export function launchSurvey(
  context: Context,
  {
    idempotencyKey,
    ...input
  }: Repeatable & { readonly seriesId: string; readonly responsesMin: number; readonly expectedVersion: number },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'launchSurvey', idempotencyKey, input }, async (tx) => {
    const { row, survey } = await heldSeries(context, tx, input.seriesId, 'series', input.expectedVersion)
    const { responsesMin } = input
    const { launchedOn } = taken(launch(survey, { on: today(context), responsesMin }))
    await updateSeries(tx, institutionId, row.id, { launchedOn, responsesMin, version: row.version + 1 })
    return row.id
  })
}

/** Moves a wave: the id of its series. */
export function moveSurveyWave(
  context: Context,
  {
    idempotencyKey,
    ...input
  }: Repeatable & {
    readonly surveyId: string
    readonly opensOn: string
    readonly closesOn: string
    readonly expectedVersion: number
  },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'moveSurveyWave', idempotencyKey, input }, async (tx) => {
    const seriesId = await seriesOf(tx, institutionId, input.surveyId)
    if (seriesId === undefined) throw unknownId('Survey', 'survey')
    const { row, waves, survey } = await heldSeries(context, tx, seriesId, 'survey', input.expectedVersion)
    const wave = waves.find(({ surveyId }) => surveyId === input.surveyId)
    if (wave === undefined) throw new TypeError('a series has lost a wave')
    const { opensOn, closesOn } = input
    taken(moveWave(survey, wave.key, { opensOn, closesOn, on: today(context) }))
    await updateWindow(tx, institutionId, input.surveyId, { opensOn, closesOn })
    await updateSeries(tx, institutionId, row.id, { version: row.version + 1 })
    return row.id
  })
}

async function heldSeries(
  context: Context,
  tx: Tx,
  id: string,
  path: string,
  expectedVersion: number,
): Promise<LoadedSeries> {
  const series = await loadSeries(tx, viewerOf(context).institutionId, id, 'lock')
  if (series === undefined) throw unknownId('SurveySeries', path)
  if (series.row.version !== expectedVersion)
    throw new Refused({
      code: 'stale-version',
      message: `the series is at version ${series.row.version}, and you decided on version ${expectedVersion}; read it again and decide anew`,
      path: 'expectedVersion',
    })
  return series
}

async function refuseTwin(insert: Promise<void>, message: string, path: string) {
  try {
    await insert
  } catch (error) {
    if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error
    throw new Refused({ code: 'key-taken', message, path })
  }
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
