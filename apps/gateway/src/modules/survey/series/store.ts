import { choicesOf, type Instrument, type Survey, type Wave } from '@mentoring-commons/reporting/surveys'
import { and, asc, eq, isNotNull, max } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { survey, surveyChoice, surveyItem } from '../table.ts'
import { surveyInstrument, surveySeries, surveyWindow } from './table.ts'

/** A wave of a series with the row of its survey. */
export type HeldWave = Wave & { readonly surveyId: string }

/** A series as it stands: its row, its waves, its instrument, and the package's own value. */
export interface LoadedSeries {
  readonly row: typeof surveySeries.$inferSelect
  readonly instrument: Instrument
  readonly waves: readonly HeldWave[]
  readonly survey: Survey
}

/** Stores an instrument. */
export async function insertInstrument(tx: Transaction, row: typeof surveyInstrument.$inferInsert) {
  await tx.insert(surveyInstrument).values(row)
}

/** The instrument of an id, if the institution has it. */
export async function findInstrument(
  tx: Transaction,
  institutionId: string,
  id: string,
): Promise<Instrument | undefined> {
  const [row] = await tx
    .select({ definition: surveyInstrument.definition })
    .from(surveyInstrument)
    .where(and(eq(surveyInstrument.institutionId, institutionId), eq(surveyInstrument.id, id)))
  return row?.definition
}

/** A wave to store: its words beside what the package knows of it. */
export interface NewWave extends HeldWave {
  readonly label: string
}

/** Stores a series with a survey for each wave, and the items of the instrument in each, so that reports read them like any other. */
export async function insertSeries(
  tx: Transaction,
  row: typeof surveySeries.$inferInsert,
  waves: readonly NewWave[],
  instrument: Instrument,
  newId: () => string,
) {
  const { institutionId, programmeId, key } = row
  await tx.insert(surveySeries).values(row)
  await tx.insert(survey).values(
    waves.map((wave) => ({
      institutionId,
      id: wave.surveyId,
      programmeId,
      wave: `${key}-${wave.key}`,
      label: wave.label,
      audience: wave.roles.join(', ') || 'everybody who takes part',
    })),
  )
  await tx
    .insert(surveyWindow)
    .values(
      waves.map(({ label: _, ...wave }) => ({ institutionId, seriesId: row.id, ...wave, roles: [...wave.roles] })),
    )
  const items = waves.flatMap(({ surveyId }) =>
    instrument.items.map((item, position) => ({
      institutionId,
      id: newId(),
      surveyId,
      position,
      key: item.key,
      label: item.label,
      kind: item.kind,
    })),
  )
  await tx.insert(surveyItem).values(items)
  const choices = items.flatMap(({ id: itemId, key: itemKey }) =>
    choicesOf(instrument, itemKey).map(({ code, label }, position) => ({
      institutionId,
      itemId,
      code,
      label,
      position,
    })),
  )
  if (choices.length > 0) await tx.insert(surveyChoice).values(choices)
}

/** A series with its waves and its instrument. With `lock` nobody else changes it until this transaction ends. */
export async function loadSeries(
  tx: Transaction,
  institutionId: string,
  id: string,
  lock: 'lock' | 'look',
): Promise<LoadedSeries | undefined> {
  const select = tx
    .select()
    .from(surveySeries)
    .where(and(eq(surveySeries.institutionId, institutionId), eq(surveySeries.id, id)))
  const [row] = lock === 'lock' ? await select.for('update') : await select
  if (row === undefined) return undefined
  const instrument = await findInstrument(tx, institutionId, row.instrumentId)
  if (instrument === undefined) throw new TypeError('a series has an instrument that is not there')
  const windows = await tx
    .select()
    .from(surveyWindow)
    .where(and(eq(surveyWindow.institutionId, institutionId), eq(surveyWindow.seriesId, id)))
    .orderBy(asc(surveyWindow.opensOn))
  const waves = windows.map(({ surveyId, key, moment, opensOn, closesOn, roles }) => ({
    surveyId,
    key,
    moment,
    opensOn,
    closesOn,
    roles,
  }))
  const { key, launchedOn, responsesMin } = row
  const launched =
    launchedOn === null || responsesMin === null
      ? ({ state: 'draft' } as const)
      : ({ state: 'launched', launchedOn, responsesMin } as const)
  return { row, instrument, waves, survey: { ...launched, key, waves } }
}

/** The series that a survey is a wave of; nothing for a survey that was imported. */
export async function seriesOf(tx: Transaction, institutionId: string, surveyId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ seriesId: surveyWindow.seriesId })
    .from(surveyWindow)
    .where(and(eq(surveyWindow.institutionId, institutionId), eq(surveyWindow.surveyId, surveyId)))
  return row?.seriesId
}

/** Changes a series that this transaction holds still. */
export async function updateSeries(
  tx: Transaction,
  institutionId: string,
  id: string,
  change: Partial<Pick<typeof surveySeries.$inferInsert, 'launchedOn' | 'responsesMin' | 'version'>>,
) {
  await tx
    .update(surveySeries)
    .set(change)
    .where(and(eq(surveySeries.institutionId, institutionId), eq(surveySeries.id, id)))
}

/** Moves a wave of a series that this transaction holds still. */
export async function updateWindow(
  tx: Transaction,
  institutionId: string,
  surveyId: string,
  days: { readonly opensOn: string; readonly closesOn: string },
) {
  await tx
    .update(surveyWindow)
    .set(days)
    .where(and(eq(surveyWindow.institutionId, institutionId), eq(surveyWindow.surveyId, surveyId)))
}

/** The highest threshold that a survey of a programme was launched with; nothing where none was. */
export async function frozenThreshold(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<number | undefined> {
  const [row] = await tx
    .select({ most: max(surveySeries.responsesMin) })
    .from(surveySeries)
    .where(
      and(
        eq(surveySeries.institutionId, institutionId),
        eq(surveySeries.programmeId, programmeId),
        isNotNull(surveySeries.responsesMin),
      ),
    )
  return row?.most ?? undefined
}
