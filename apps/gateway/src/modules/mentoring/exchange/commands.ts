import {
  applyToProgramme as apply,
  isIsoDate,
  type ParticipantRole,
  type QuestionSet,
  withdrawApplication,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { once } from '../../people/idempotency.ts'
import {
  applicationsByExternalId,
  applicationsOfPeople,
  applicationsWithPeople,
  insertApplications,
  type NewApplication,
  peopleByExternalId,
  questionSetsOf,
  standingsOf,
  statusOf,
} from '../application/store.ts'
import { holdPeople } from '../capacity/store.ts'
import { findProgrammeById, listCohorts } from '../store.ts'
import { answersIn, readSheet, type SheetProblem, type SheetRow, writeSheet } from './sheet.ts'

/** A file of applications to import. */
export interface ImportInput {
  readonly programmeId: string
  readonly csv: string
  readonly dryRun: boolean
  readonly idempotencyKey?: string | null | undefined
}

/** What an import did, or would do: all of it, or nothing where there is a problem. */
export interface ImportOutcome {
  readonly rows: number
  readonly added: number
  readonly unchanged: number
  readonly problemCount: number
  /** The first of them, by line. */
  readonly problems: readonly SheetProblem[]
}

/** How many problems an answer names. */
const problemsMax = 100

/** Imports applications from a file, all rows or none. A row whose external id is known stays as it is, so a file may be sent again. */
export async function importApplications(
  context: Context,
  { idempotencyKey, ...input }: ImportInput,
): Promise<ImportOutcome> {
  const { institutionId, accountId } = viewerOf(context)
  const outcome = await once(context, { command: 'importApplications', idempotencyKey, input }, async (tx) => {
    const { programmeId, csv, dryRun } = input
    if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const sets = await questionSetsOf(tx, institutionId, programmeId)
    const sheet = await readSheet(csv, new Set(sets.flatMap(({ questions }) => questions.map(({ key }) => key))))
    const read = await readRows(context, tx, programmeId, sheet.rows, sets)
    const problems = [...sheet.problems, ...read.problems].sort((a, b) => a.line - b.line)
    if (problems.length === 0 && !dryRun && read.added.length > 0)
      await insertApplications(tx, institutionId, read.added, { by: accountId, at: context.now() })
    return JSON.stringify({
      rows: sheet.rows.length,
      added: problems.length === 0 ? read.added.length : 0,
      unchanged: problems.length === 0 ? read.unchanged : 0,
      problemCount: problems.length,
      problems: problems.slice(0, problemsMax),
    } satisfies ImportOutcome)
  })
  return JSON.parse(outcome)
}

/** Every application of a programme as a file. Call it only for whoever may read answers. */
export async function exportApplications(context: Context, programmeId: string): Promise<string> {
  const { institutionId } = viewerOf(context)
  return context.transact('read', async (tx) => {
    const sets = await questionSetsOf(tx, institutionId, programmeId)
    const rows = await applicationsWithPeople(tx, institutionId, programmeId)
    const people = [...new Set(rows.map(({ state }) => state.personId))]
    const standings = await standingsOf(tx, institutionId, people, today(context))
    const cohorts = new Map((await listCohorts(tx, institutionId, programmeId)).map((one) => [one.id, one.ordinal]))
    const nothing = { capacities: [], offers: [], relationships: [] }
    const lines = rows.map((row) => ({
      ...row,
      status: statusOf(row.state, standings.get(row.state.personId) ?? nothing, today(context)),
      cohort: cohorts.get(row.state.cohortId ?? '') ?? null,
    }))
    return writeSheet(lines, [...new Set(sets.flatMap(({ questions }) => questions.map(({ key }) => key)))])
  })
}

async function readRows(
  context: Context,
  tx: Tx,
  programmeId: string,
  rows: readonly SheetRow[],
  sets: readonly QuestionSet[],
) {
  const { institutionId } = viewerOf(context)
  const values = (column: string) => [...new Set(rows.flatMap(({ cells }) => cells.get(column) ?? []))]
  const people = await peopleByExternalId(tx, institutionId, values('person'))
  await holdPeople(tx, institutionId, [...people.values()])
  const known = await applicationsByExternalId(tx, institutionId, programmeId, values('external_id'))
  const earlier = await applicationsOfPeople(tx, institutionId, programmeId, [...people.values()])
  const standings = await standingsOf(tx, institutionId, [...people.values()], today(context))
  const cohorts = new Map(
    (await listCohorts(tx, institutionId, programmeId)).map(({ ordinal, id }) => [String(ordinal), id]),
  )
  const waits = new Set(
    earlier.flatMap(({ state }) => {
      const standing = standings.get(state.personId)
      const waiting = standing && ['waiting', 'offered'].includes(statusOf(state, standing, today(context)))
      return waiting ? [`${state.personId} ${state.role}`] : []
    }),
  )
  const added: NewApplication[] = []
  const problems: SheetProblem[] = []
  const seen = new Set<string>()
  let unchanged = 0
  for (const row of rows) {
    const { line } = row
    const no = (column: string | null, code: string, reason: string) => problems.push({ line, column, code, reason })
    const cell = (column: string) => row.cells.get(column)
    const blank = ['external_id', 'person', 'role', 'applied_on'].filter((column) => cell(column) === undefined)
    for (const column of blank) no(column, 'blank', 'the cell is blank; fill it in')
    if (blank.length > 0) continue
    const [externalId = '', person = '', role = '', appliedOn = ''] = [
      'external_id',
      'person',
      'role',
      'applied_on',
    ].map(cell)
    const [cohort, waitsUntil, withdrawnOn] = ['cohort', 'waits_until', 'withdrawn_on'].map(cell)
    const personId = people.get(person)
    const cohortId = cohort === undefined ? undefined : cohorts.get(cohort)
    const questions = sets.find(({ from }) => from <= appliedOn)
    if (externalId.length > 200) no('external_id', 'too-long', 'an external id has at most 200 characters; shorten it')
    else if (seen.has(externalId)) no('external_id', 'external-id-twice', `"${externalId}" stands twice; keep one row`)
    else if (personId === undefined)
      no(
        'person',
        'unknown-person',
        `no person of your institution has the external id "${person}"; register them first`,
      )
    else if (cohort !== undefined && cohortId === undefined)
      no('cohort', 'unknown-cohort', `the programme has no cohort ${cohort}; give its number, or leave it blank`)
    else if (!isIsoDate(appliedOn))
      no(
        'applied_on',
        'date-not-iso',
        `"${cell('applied_on')?.slice(0, 40)}" is no day of the calendar; write YYYY-MM-DD`,
      )
    else if (appliedOn > today(context))
      no('applied_on', 'day-in-the-future', `${appliedOn} is after today; correct it`)
    else if (questions === undefined)
      no(
        'applied_on',
        'no-questions',
        `the programme asked nothing on ${appliedOn}: define its questions from that day`,
      )
    else {
      const given = answersIn(row, questions)
      problems.push(...given.problems)
      const state = apply(
        {
          id: known.get(externalId)?.id ?? context.newId(),
          programmeId,
          ...(cohortId === undefined ? {} : { cohortId }),
          personId,
          role: role as ParticipantRole,
          appliedOn,
          ...(waitsUntil === undefined ? {} : { waitsUntil }),
          questionsVersion: questions.version,
          answers: given.answers,
        },
        questions,
      )
      const whole =
        'refusal' in state || withdrawnOn === undefined ? state : withdrawApplication(state.value, withdrawnOn)
      const before = known.get(externalId)
      const place = `${personId} ${role}`
      if (given.problems.length > 0) continue
      if ('refusal' in whole)
        no(
          columnOf(
            whole.refusal.path,
            given.answers.map(({ question }) => question),
          ),
          whole.refusal.code,
          whole.refusal.message,
        )
      else if (before !== undefined && sameAs(before, whole.value)) unchanged++
      else if (before !== undefined)
        no(
          'external_id',
          'changed-since',
          `"${externalId}" is known with another content; withdraw it, and give a new id`,
        )
      else if (withdrawnOn === undefined && waits.has(place))
        no('person', 'applied-before', 'an application of this person in this role waits already; leave the row out')
      else {
        if (withdrawnOn === undefined) waits.add(place)
        added.push({ state: whole.value, externalId })
      }
      seen.add(externalId)
    }
  }
  return { added, unchanged, problems }
}

/** The column that a refusal of the package speaks of. */
function columnOf(path: string | undefined, keys: readonly string[]): string | null {
  if (path === undefined) return null
  const index = /^answers\[(\d+)\]/.exec(path)?.[1]
  if (index !== undefined) return `answer:${keys[Number(index)]}`
  const columns: Record<string, string> = {
    role: 'role',
    appliedOn: 'applied_on',
    waitsUntil: 'waits_until',
    on: 'withdrawn_on',
  }
  return columns[path] ?? null
}

/** Whether a row says what is known: also where the application was withdrawn since. */
function sameAs(before: NewApplication['state'], now: NewApplication['state']): boolean {
  const told = ({ withdrawnOn, answers, ...rest }: NewApplication['state']) =>
    JSON.stringify([
      Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
      [...answers].sort((a, b) => (a.question < b.question ? -1 : 1)).map((one) => Object.entries(one).sort()),
    ])
  return told(before) === told(now) && (now.withdrawnOn === undefined || now.withdrawnOn === before.withdrawnOn)
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
