import { inputHash, type OpenedFigure, rowsBehind } from '@mentoring-commons/reporting'
import { type Context, viewerOf } from '../../context.ts'
import { findProgrammeById } from '../mentoring/store.ts'
import type { Compose } from '../reporting/build.ts'
import { countProgramme } from '../reporting/count/programme.ts'
import { latestDefinition } from '../reporting/definition/store.ts'
import { impactReport, programmeReport } from '../reporting/definitions.ts'
import { gatherProgramme } from '../reporting/gather.ts'
import { findSnapshot } from '../reporting/snapshot/store.ts'
import { gatherImpact } from './gather.ts'

/**
 * Makes a report ready to be measured: one that ships, or one that the institution defined. What a programme rests on is counted where it
 * lies, unless rows are asked for: to open a figure to them.
 */
export const composeReport: Compose = async (tx, { institutionId, programme, key, asOf, rows = false }) => {
  const exhibits = () => []
  const read = rows ? gatherProgramme : countProgramme
  if (key === 'programme') {
    const gathered = await read(tx, institutionId, programme.id)
    return { gathered, definition: programmeReport(programme.title, gathered), exhibits }
  }
  const gathered = await gatherImpact(tx, institutionId, programme.id, asOf, read)
  if (key === 'impact') return { gathered, definition: impactReport(programme.title, gathered, gathered), exhibits }
  const own = await latestDefinition(tx, institutionId, key)
  if (own === undefined) throw new TypeError(`a queued report names the definition "${key}", which is not there`)
  return { gathered, definition: own.content, exhibits }
}

/** Some of the rows that a figure rests on, as they stand now. */
export interface RowsShown {
  readonly rows: readonly { readonly row: Readonly<Record<string, unknown>>; readonly counted: boolean }[]
  readonly total: number
  readonly unchanged: boolean
}

/** Reads the rows behind a figure of a snapshot again; null where what they came from is not recorded any more. */
export async function openRows(
  context: Context,
  opened: OpenedFigure & { readonly snapshotId: string; readonly salt: string },
  size: number,
  from: number,
): Promise<RowsShown | null> {
  const { institutionId } = viewerOf(context)
  return context.transact('read', async (tx) => {
    const snapshot = await findSnapshot(tx, institutionId, opened.snapshotId)
    const programme = snapshot && (await findProgrammeById(tx, institutionId, snapshot.programmeId))
    if (snapshot === undefined || programme === undefined) return null
    const { definition: key, asOf } = snapshot
    const { gathered } = await composeReport(tx, { institutionId, programme, key, asOf, rows: true })
    const input = gathered.inputs.find(({ name }) => name === opened.input?.name)
    if (input === undefined) return null
    const rows = rowsBehind(opened.query, opened.figure.by, input.table)
    return {
      rows: rows.slice(from, from + size),
      total: rows.length,
      unchanged: inputHash(input.table, opened.salt) === opened.input?.hash,
    }
  })
}
