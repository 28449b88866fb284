import type { Compose } from '../reporting/commands.ts'
import { countProgramme } from '../reporting/count/programme.ts'
import { latestDefinition } from '../reporting/definition/store.ts'
import { impactReport, programmeReport } from '../reporting/definitions.ts'
import { gatherProgramme } from '../reporting/gather.ts'
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
