import { readFile } from 'node:fs/promises'
import { importDirectory } from '../intake/import.ts'
import { parseMapping } from '../intake/mapping.ts'
import { problemsHeader, problemToCsv } from '../intake/problem.ts'
import { progressBar } from '../intake/progress-bar.ts'
import { describeReport, isWhole } from '../intake/report.ts'
import { intakeStore } from '../intake/store.ts'
import { foundInstitution } from '../modules/people/commands.ts'
import { institutionIdOf } from '../modules/people/identity.ts'
import { listInstitutions } from '../modules/people/store.ts'
import { Refused } from '../refused.ts'
import type { OperatorRequest, Tell } from './request.ts'
import type { Workshop } from './workshop.ts'

/** The most refused rows that are written out one by one. */
const problemsMax = 10_000

/** Imports a folder through a mapping; 0 when all of it is there, 1 when something was refused or it was stopped. */
export async function importWork(
  shop: Workshop,
  request: Extract<OperatorRequest, { command: 'import' }>,
  tell: Tell,
  signal: AbortSignal,
): Promise<number> {
  const { dir, dryRun, skipBadRows } = request
  const mapping = await mappingIn(request.map)
  const { key, name } = mapping.institution
  const institutions = await shop.database.asOwner(listInstitutions)
  const isNew = !institutions.some((one) => one.key === key)
  const institutionId = institutionIdOf(key)
  const problems: string[] = []
  let told = 0
  const report = await importDirectory({
    dir,
    mapping,
    port: intakeStore(foundingFirst(shop, { key, name }), institutionId, mapping.programme),
    dryRun,
    skipBadRows,
    signal,
    onProgress: (progress) => {
      const time = performance.now()
      if (progress.bytes < progress.totalBytes && time - told < 200) return
      told = time
      tell({ kind: 'progress', text: progressBar(progress, 78) })
    },
    onProblem: (problem) => {
      if (problems.length < problemsMax) problems.push(problemToCsv(problem))
    },
  })
  for (const line of describeReport(report)) tell({ kind: 'note', text: line })
  if (problems.length > 0) tell({ kind: 'file', name: 'problems.csv', text: problemsHeader + problems.join('') })
  if (isNew && !dryRun)
    tell({
      kind: 'note',
      text: `The institution "${name}" (${key}) is new; sign in to it with: npm run commons -- token --role coordinator --institution ${key}`,
    })
  return isWhole(report) ? 0 : 1
}

/** Every transaction founds the institution first, so that a dry run takes that back as well. */
function foundingFirst(
  { database, now }: Workshop,
  institution: { key: string; name: string },
): Pick<Workshop['database'], 'within'> {
  return {
    within: (id, mode, work) =>
      database.within(id, mode, async (tx) => {
        await foundInstitution(tx, { ...institution, now: now() })
        return work(tx)
      }),
  }
}

async function mappingIn(file: string) {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refused({
      code: 'mapping-unreadable',
      message: `the mapping ${file} cannot be read (${error.code}); give --map FILE`,
    })
  })
  const parsed = parseMapping(text)
  if ('value' in parsed) return parsed.value
  throw new Refused({
    code: 'bad-mapping',
    message: `the mapping ${file} cannot be used: ${parsed.refusals.map(({ message }) => message).join('; ')}`,
  })
}
