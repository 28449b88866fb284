import { identifierRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { fieldsRefusal, listedRefusal } from '../read-fields.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'

/** The eight hallmarks of a mentoring culture, by short titles; the published audit's items are not held here. */
export const hallmarks = [
  { key: 'accountability', title: 'Accountability' },
  { key: 'alignment', title: 'Alignment' },
  { key: 'communication', title: 'Communication' },
  { key: 'value-visibility', title: 'Value and visibility' },
  { key: 'demand', title: 'Demand' },
  { key: 'multiple-opportunities', title: 'Several kinds of mentoring' },
  { key: 'education-training', title: 'Education and training' },
  { key: 'safety-nets', title: 'Safety nets' },
] as const

/** Which hallmark is read. */
export type HallmarkKey = (typeof hallmarks)[number]['key']

/** Where the list of hallmarks comes from, and how sure it is. */
export const hallmarksSource = {
  source: 'Zachary 2005, Creating a mentoring culture: the list of eight, without the items of its audit.',
  certainty: '2+',
} as const

/** Every reading of how far a hallmark is there: not at all, in a few places, in most, or as a matter of course. */
export const hallmarkPresences = ['absent', 'in-places', 'in-most', 'usual'] as const

/** How far a hallmark is there. */
export type HallmarkPresence = (typeof hallmarkPresences)[number]

/** One reading of one hallmark by one group, on what it rests; not an average, and no verdict on anybody. */
export interface HallmarkReading {
  readonly id: string
  readonly hallmark: HallmarkKey
  /** Of which part of the institution; absent for all of it. */
  readonly departmentId?: string
  readonly presence: HallmarkPresence
  /** Whether those who read think it matters here; `null` where they did not say. */
  readonly important: boolean | null
  readonly on: string
  /** May be empty: then the reading rests on opinion alone. */
  readonly evidenceIds: readonly string[]
}

/** What was read of one hallmark: how many readings of each kind. There is no sum over hallmarks. */
export interface HallmarkRow {
  readonly hallmark: HallmarkKey
  readonly readings: number
  /** Readings of each presence, from `absent` to `usual`. */
  readonly presence: readonly [number, number, number, number]
  /** Readings that find it important, of those that said. */
  readonly important: { readonly readings: number; readonly of: number }
  /** Readings that find it important and absent: where to begin. */
  readonly importantButAbsent: number
  /** Readings with evidence. */
  readonly evidenced: number
  /** Departments with a reading of their own. */
  readonly departments: number
}

const fields = ['id', 'hallmark', 'departmentId', 'presence', 'important', 'on', 'evidenceIds']

/**
 * Gives a reading of one hallmark.
 *
 * @example
 * ```ts
 * import { readHallmark } from '@mentoring-commons/mentoring'
 *
 * const reading = { id: 'h1', hallmark: 'demand' as const, presence: 'in-places' as const, important: true, on: '2025-03-01', evidenceIds: [] }
 * 'value' in readHallmark(reading) //=> true
 * ```
 */
export function readHallmark(input: HallmarkReading): Result<HallmarkReading> {
  const refusal =
    fieldsRefusal(input, fields, '') ??
    identifierRefusal(input.id, 'id') ??
    listedRefusal(
      input.hallmark,
      hallmarks.map(({ key }) => key),
      'hallmark',
    ) ??
    (input.departmentId === undefined ? undefined : identifierRefusal(input.departmentId, 'departmentId')) ??
    listedRefusal(input.presence, hallmarkPresences, 'presence') ??
    listedRefusal(input.important, [true, false, null], 'important') ??
    dateRefusal(input.on, 'on') ??
    evidenceRefusal(input.evidenceIds)
  return refusal ? { refusal } : { value: input }
}

function evidenceRefusal(ids: unknown): Refusal | undefined {
  if (!Array.isArray(ids)) {
    const message = `${JSON.stringify(ids) ?? 'Nothing'} is no list: give the ids of evidence, or an empty list.`
    return refuse('field-not-listed', message, 'evidenceIds').refusal
  }
  return ids.map((id, index) => identifierRefusal(id, `evidenceIds[${index}]`)).find(Boolean)
}

/**
 * Gives one row for each hallmark, in their order, from the latest reading of each department (and of the whole) up to a day.
 *
 * @example
 * ```ts
 * import { hallmarkProfile } from '@mentoring-commons/mentoring'
 *
 * const reading = { id: 'h1', hallmark: 'demand' as const, presence: 'absent' as const, important: true, on: '2025-03-01', evidenceIds: [] }
 * const rows = hallmarkProfile([reading], '2025-12-31')
 * rows.length //=> 8
 * rows.find((row) => row.hallmark === 'demand')?.importantButAbsent //=> 1
 * ```
 */
export function hallmarkProfile(readings: readonly HallmarkReading[], on: string): readonly HallmarkRow[] {
  const latest = new Map<string, HallmarkReading>()
  for (const one of readings) {
    const key = `${one.hallmark} ${one.departmentId ?? ''}`
    const known = latest.get(key)
    if (one.on <= on && (known === undefined || one.on >= known.on)) latest.set(key, one)
  }
  return hallmarks.map(({ key }) => {
    const own = [...latest.values()].filter(({ hallmark }) => hallmark === key)
    const at = (presence: HallmarkPresence) => own.filter((one) => one.presence === presence).length
    return {
      hallmark: key,
      readings: own.length,
      presence: [at('absent'), at('in-places'), at('in-most'), at('usual')],
      important: {
        readings: own.filter(({ important }) => important === true).length,
        of: own.filter(({ important }) => important !== null).length,
      },
      importantButAbsent: own.filter(({ important, presence }) => important === true && presence === 'absent').length,
      evidenced: own.filter(({ evidenceIds }) => evidenceIds.length > 0).length,
      departments: own.filter(({ departmentId }) => departmentId !== undefined).length,
    }
  })
}
