import { readFile } from 'node:fs/promises'
import { csv } from '@mentoring-commons/reporting'
import { takeInContracts } from '../modules/evaluation/employment/take-in.ts'
import { Refused } from '../refused.ts'
import { knownInstitution } from './institution.ts'
import type { OperatorRequest, Tell } from './request.ts'
import type { Workshop } from './workshop.ts'

/** The most problems that are told one by one; a file of problems has them all. */
const toldMax = 20

/** Takes in a file of contracts from HR; 0 when all of it is there, or would be, 1 when something stood in the way. */
export async function employmentWork(
  shop: Workshop,
  request: Extract<OperatorRequest, { command: 'employment' }>,
  tell: Tell,
): Promise<number> {
  const { file, asOf, dryRun } = request
  const { id: institutionId, key } = await knownInstitution(shop, request.institution)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refused({ code: 'file-unreadable', message: `${file} cannot be read (${error.code}); name another` })
  })
  const taking = { institutionId, newId: shop.newId, now: shop.now(), by: null }
  const { problems, ...done } = await shop.database.within(institutionId, 'write', (tx) =>
    takeInContracts(tx, { csv: text, asOf, dryRun }, taking),
  )
  for (const { line, column, reason } of problems.slice(0, toldMax))
    tell({ kind: 'note', text: `${file}:${line}${column === null ? '' : ` ${column}`}: ${reason}` })
  if (problems.length > toldMax) tell({ kind: 'note', text: `and ${problems.length - toldMax} more` })
  if (problems.length > 0) {
    const rows = problems.map(({ line, column, code, reason }) => [line, column, code, reason])
    tell({ kind: 'file', name: 'problems.csv', text: csv([['line', 'column', 'code', 'reason'], ...rows]) })
    tell({ kind: 'note', text: `nothing was taken in: ${problems.length} problems in ${done.rows} rows` })
    return 1
  }
  const what = `${done.added} contracts added, ${done.changed} changed, ${done.unchanged} unchanged`
  tell({ kind: 'note', text: `${key}, known until ${asOf}: ${what}${dryRun ? ' (a dry run: nothing was kept)' : ''}` })
  return 0
}
