import {
  type Condition,
  type DisclosedFigure,
  type DisclosurePolicy,
  defineIndicator,
  defineTable,
  disclose,
  measure,
  type Row,
  type SuppressionReason,
} from '@mentoring-commons/reporting'
import { accepted } from '../../../refused.ts'

/** Rows of which each is one person, or one of what is counted, without a name; and what each column holds. */
export interface CountedRows {
  readonly columns: Readonly<Record<string, 'string' | 'boolean' | 'integer'>>
  readonly rows: readonly Row[]
}

/** A count that is to be shown, perhaps for each value of some columns. */
export interface CountWish {
  readonly id: string
  readonly where?: readonly Condition[]
  readonly by?: readonly string[]
}

/** A number after disclosure control: a value, or why there is none. */
export interface ShownNumber {
  readonly value: number | null
  readonly suppressed: SuppressionReason | null
}

/** Counts that passed disclosure control together, so that what one hides no other gives back. */
export interface DisclosedCounts {
  /** The count of an id, of the group with these values where it was asked for by groups; 0 for a group without rows. */
  of(id: string, by?: Readonly<Record<string, string>>): ShownNumber
}

/** Counts rows and discloses all counts together. Rows count as people: one row, one person. */
export function discloseCounts(
  { columns, rows }: CountedRows,
  wishes: readonly CountWish[],
  policy: DisclosurePolicy,
): DisclosedCounts {
  const head = Object.entries(columns).map(([name, type]) => ({ name, type, label: name }))
  const table = accepted(plain(defineTable(head, rows)))
  const sets = wishes.map(({ id, ...rest }) => {
    const said = { id, label: id, definition: id, unit: 'people', people: true }
    const indicator = accepted(plain(defineIndicator({ ...said, ...rest, measure: { kind: 'count' } })))
    return accepted(plain(measure(indicator, table)))
  })
  const shown = new Map(disclose(sets, policy).map((figure) => [keyOf(figure.id, figure.by), shownNumber(figure)]))
  const known = new Set(wishes.map(({ id }) => id))
  return {
    of: (id, by = {}) => {
      if (!known.has(id)) throw new TypeError(`no count "${id}" was asked for`)
      return shown.get(keyOf(id, by)) ?? { value: 0, suppressed: null }
    },
  }
}

/** The number of a figure after disclosure control. */
export function shownNumber(figure: DisclosedFigure): ShownNumber {
  return 'value' in figure ? { value: figure.value, suppressed: null } : { value: null, suppressed: figure.suppressed }
}

/** As many rows alike as a count says. */
export function alike(count: number, row: Row): readonly Row[] {
  return Array.from({ length: count }, () => row)
}

function keyOf(id: string, by: Readonly<Record<string, string>>): string {
  return JSON.stringify([id, Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** The package's refusals carry a path of keys; here they would be a fault of the calling code, so a text will do. */
function plain<T>(answer: { value: T } | { refusal: { code: string; message: string } }) {
  return 'value' in answer ? answer : { refusal: { code: answer.refusal.code, message: answer.refusal.message } }
}
