import type { Compose } from '../reporting/commands.ts'
import { latestDefinition } from '../reporting/definition/store.ts'
import { impactReport, programmeReport } from '../reporting/definitions.ts'
import { gatherProgramme } from '../reporting/gather.ts'
import { gatherImpact } from './gather.ts'

/** Makes a report ready to be measured: one that ships, or one that the institution defined. */
export const composeReport: Compose = async (tx, { institutionId, programme, key, asOf }) => {
  const exhibits = () => []
  if (key === 'programme') {
    const gathered = await gatherProgramme(tx, institutionId, programme.id)
    return { gathered, definition: programmeReport(programme.title, gathered), exhibits }
  }
  const gathered = await gatherImpact(tx, institutionId, programme.id, asOf)
  if (key === 'impact') return { gathered, definition: impactReport(programme.title, gathered, gathered), exhibits }
  const own = await latestDefinition(tx, institutionId, key)
  if (own === undefined) throw new TypeError(`a queued report names the definition "${key}", which is not there`)
  return { gathered, definition: own.content, exhibits }
}
