import { createHash } from 'node:crypto'
import { type EmploymentSpell, overlapsIn, spellRefusal } from '@mentoring-commons/reporting/evaluation'
import type { Transaction } from '../../../db/database.ts'
import { Refused } from '../../../refused.ts'
import { type ContractProblem, type ContractRow, columnOfField, readContracts } from './contracts.ts'
import {
  awaitImports,
  employmentKnownUntil,
  insertImport,
  keepSpells,
  peopleOf,
  type SpellRow,
  spellRows,
} from './store.ts'

/** A file of contracts, and the day up to which it is known. */
export interface ContractFile {
  readonly csv: string
  readonly asOf: string
  readonly dryRun: boolean
}

/** Whose file it is, and how new rows are named. */
export interface TakingIn {
  readonly institutionId: string
  readonly newId: () => string
  readonly now: string
  /** The account; null where the operator does it. */
  readonly by: string | null
}

/** What an import did, or would do: all of it, or nothing where there is a problem. */
export interface EmploymentOutcome {
  readonly asOf: string
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly problems: readonly ContractProblem[]
}

/**
 * Takes in a file of contracts, all rows or none. A contract whose id is known is brought up to date, so that a file may be sent again; contracts that
 * the file does not name stay as they are. Refused: a day after today, and one before what is known already.
 */
export async function takeInContracts(
  tx: Transaction,
  { csv, asOf, dryRun }: ContractFile,
  { institutionId, newId, now, by }: TakingIn,
): Promise<EmploymentOutcome> {
  const today = now.slice(0, 10)
  if (asOf > today)
    throw no('day-in-future', `${asOf} is after today, ${today}; give the day up to which HR's file goes`)
  await awaitImports(tx, institutionId)
  const known = await employmentKnownUntil(tx, institutionId)
  if (known !== undefined && asOf < known)
    throw no('older-than-known', `employment is known until ${known}, and this file goes to ${asOf}; send a later one`)
  const file = await readContracts(csv)
  const kept = await spellRows(tx, institutionId)
  const people = await peopleOf(
    tx,
    institutionId,
    file.rows.map(({ person }) => person),
  )
  const { sound, problems } = checkRows(file.rows, people, asOf)
  const before = new Map(kept.map((row) => [row.externalId, row]))
  const importId = newId()
  const rows = sound.map(({ spell }) =>
    rowOf(spell, before.get(spell.externalId)?.id ?? newId(), institutionId, importId),
  )
  const changed = rows.filter((row) => isOther(row, before.get(row.externalId)))
  const all = [...file.problems, ...problems, ...overlaps(sound, kept)].sort((a, b) => a.line - b.line)
  const fresh = changed.filter(({ externalId }) => !before.has(externalId)).length
  if (all.length === 0 && !dryRun && file.total > 0) {
    const fileHash = createHash('sha256').update(csv).digest('hex')
    await insertImport(tx, {
      institutionId,
      id: importId,
      asOf,
      fileHash,
      spells: rows.length,
      importedBy: by,
      importedAt: now,
    })
    await keepSpells(tx, changed)
  }
  const counts =
    all.length > 0
      ? { added: 0, changed: 0, unchanged: 0 }
      : { added: fresh, changed: changed.length - fresh, unchanged: rows.length - changed.length }
  return { asOf, rows: file.total, ...counts, problems: all }
}

interface SoundRow {
  readonly line: number
  readonly spell: EmploymentSpell
}

function checkRows(rows: readonly ContractRow[], people: ReadonlyMap<string, string>, asOf: string) {
  const sound: SoundRow[] = []
  const problems: ContractProblem[] = []
  const seen = new Map<string, number>()
  for (const { line, person, ...fields } of rows) {
    const personId = people.get(person)
    const first = seen.get(fields.externalId)
    const spell = { ...fields, personId: personId ?? 'unknown' }
    const refusal = spellRefusal(spell, asOf)
    if (first !== undefined)
      problems.push({
        ...{ line, column: 'contract_id', code: 'contract-twice' },
        reason: `"${fields.externalId}" stands on line ${first} already; give each contract once`,
      })
    else if (refusal !== undefined) {
      const column = columnOfField[String(refusal.path?.[0])] ?? null
      problems.push({ line, column, code: refusal.code, reason: refusal.message })
    } else if (personId === undefined)
      problems.push({
        ...{ line, column: 'person', code: 'person-unknown' },
        reason: `nobody has the external id "${person}"; import people first, or leave the row out`,
      })
    else sound.push({ line, spell })
    seen.set(fields.externalId, first ?? line)
  }
  return { sound, problems }
}

/** Contracts of one person that share a day, told on the line of the later one, or of the one that the file has. */
function overlaps(sound: readonly SoundRow[], kept: readonly SpellRow[]): readonly ContractProblem[] {
  const renewed = new Set(sound.map(({ spell }) => spell.externalId))
  const others = kept
    .filter(({ externalId }) => !renewed.has(externalId))
    .map(({ externalId, personId, startsOn, endsOn }) => ({
      line: undefined,
      spell: { externalId, personId, start: startsOn, ...(endsOn === null ? {} : { end: endsOn }) },
    }))
  const all = [...sound, ...others]
  return overlapsIn(all.map(({ spell }) => spell)).flatMap(({ earlier, later }) => {
    const [one, other] = [all[earlier], all[later]]
    const line = other?.line ?? one?.line
    if (one === undefined || other === undefined || line === undefined) return []
    const [told, against] = other.line === undefined ? [one, other] : [other, one]
    const where = against.line === undefined ? 'is kept already' : `stands on line ${against.line}`
    const until = against.spell.end === undefined ? 'on' : `to ${against.spell.end}`
    return [
      {
        ...{ line, column: 'starts_on', code: 'spells-overlap' },
        reason: `"${told.spell.externalId}" shares days with "${against.spell.externalId}" (${against.spell.start} ${until}), which ${where}; end one the day before the other begins, or leave one out`,
      },
    ]
  })
}

function rowOf(spell: EmploymentSpell, id: string, institutionId: string, importId: string): SpellRow {
  const { externalId, personId, start, end, reason, terms, grade, unit } = spell
  return {
    ...{ institutionId, id, externalId, personId, startsOn: start, endsOn: end ?? null, reason: reason ?? null, terms },
    ...{ grade: grade ?? null, unit: unit ?? null, importId },
  }
}

function isOther(row: SpellRow, kept: SpellRow | undefined): boolean {
  if (kept === undefined) return true
  const fields = ['personId', 'startsOn', 'endsOn', 'reason', 'terms', 'grade', 'unit'] as const
  return fields.some((field) => row[field] !== kept[field])
}

function no(code: string, message: string): Refused {
  return new Refused({ code, message, path: 'asOf' })
}
