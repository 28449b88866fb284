import type { Chart } from '../charts/chart.ts'
import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import type { DisclosurePolicy } from '../disclosure/policy.ts'
import type { Indicator } from '../indicator.ts'
import { compactTable } from '../measures/compact-table.ts'
import type { Refusal, RefusalCode, Result } from '../refusal.ts'
import type { Column, Table } from '../table.ts'
import { canonicalJson } from './canonical-json.ts'
import { type IndicatorVersion, queriesOf } from './indicator-definition.ts'
import type { ReportDefinition } from './report-definition.ts'
import { sha256 } from './sha256.ts'

/** What a report rests on: rows of one kind, where they came from, and the tables of the source that they were read from. */
export interface ReportInput {
  readonly name: string
  readonly table: Table
  /** The query that gave the rows, as SQL, or a sentence on how they came to be. */
  readonly source: string
  readonly tables: readonly string[]
}

/** An input as a snapshot names it: never its rows, and not how many there are. */
export interface SnapshotInput {
  readonly name: string
  readonly source: string
  readonly tables: readonly string[]
  readonly columns: readonly Column[]
  /** SHA-256 over a salt and the rows, in no order. Whoever lacks the salt cannot try out what the rows may have been. */
  readonly hash: string
}

/** A figure of a snapshot, under a key that is the same for the same figure of every report. */
export type SnapshotFigure = DisclosedFigure & {
  readonly key: string
  /** The hash of the version of its indicator. */
  readonly version: string
}

/** A chart of something that is more than figures, with the section it stands in. */
export interface Exhibit extends Chart {
  readonly section: string
}

/** A report as it was made. Nothing in it changes; its hash is over all the rest. */
export interface Snapshot {
  readonly format: 'mentoring-commons-snapshot-1'
  readonly subject: { readonly key: string; readonly title: string }
  /** A day, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly policy: Pick<DisclosurePolicy, 'name' | 'description'>
  readonly definition: ReportDefinition
  readonly definitionHash: string
  readonly indicators: readonly IndicatorVersion[]
  readonly inputs: readonly SnapshotInput[]
  readonly figures: readonly SnapshotFigure[]
  readonly exhibits: readonly Exhibit[]
  readonly hash: string
}

/** What a snapshot is made of: figures after disclosure control, in the order in which they are listed. */
export interface SnapshotParts extends Omit<Snapshot, 'format' | 'definitionHash' | 'inputs' | 'figures' | 'hash'> {
  readonly inputs: readonly ReportInput[]
  readonly figures: readonly DisclosedFigure[]
  /** A secret of this snapshot, to be kept by whoever may see rows. */
  readonly salt: string
}

/**
 * A snapshot of a report: definition, versions of the indicators, hashes of the inputs, figures, and a hash over all of it.
 *
 * Refused: a figure of an indicator that is not among the versions, or of no split of it.
 *
 * @example
 * ```ts
 * import { hesa, takeSnapshot, verifySnapshot } from '@mentoring-commons/reporting'
 *
 * const definition = { id: 'r', title: 'R', policy: 'reader', sections: [] } as const
 * const taken = takeSnapshot({ subject: { key: 'p', title: 'P' }, asOf: '2026-01-31', policy: hesa, definition, indicators: [], inputs: [], figures: [], exhibits: [], salt: 's' })
 * 'value' in taken && verifySnapshot(taken.value) //=> true
 * ```
 */
export function takeSnapshot(parts: SnapshotParts): Result<Snapshot> {
  const { subject, asOf, policy, definition, indicators, exhibits, salt } = parts
  const figures: SnapshotFigure[] = []
  for (const [place, figure] of parts.figures.entries()) {
    const version = indicators.find((one) => one.definition.id === figure.id)
    if (version === undefined || queryOf(version, figure) === undefined)
      return no(
        'figure-unknown',
        `The figure ${JSON.stringify([figure.id, figure.by])} is of no indicator of this report. Freeze the version that it was measured by.`,
        ['figures', place],
      )
    figures.push({ ...figure, key: figureKey(figure), version: version.hash })
  }
  const body = {
    format: 'mentoring-commons-snapshot-1' as const,
    ...{ subject, asOf, policy: { name: policy.name, description: policy.description }, definition },
    definitionHash: sha256(canonicalJson(definition)),
    ...{ indicators, figures, exhibits },
    inputs: parts.inputs.map(({ name, table, source, tables }) => {
      return { name, source, tables, columns: table.columns, hash: inputHash(table, salt) }
    }),
  }
  return { value: { ...body, hash: sha256(canonicalJson(body)) } }
}

/**
 * Whether a snapshot is still what it was made as: its hash is that of all the rest.
 *
 * @example
 * ```ts
 * import { hesa, takeSnapshot, verifySnapshot } from '@mentoring-commons/reporting'
 *
 * const definition = { id: 'r', title: 'R', policy: 'reader', sections: [] } as const
 * const taken = takeSnapshot({ subject: { key: 'p', title: 'P' }, asOf: '2026-01-31', policy: hesa, definition, indicators: [], inputs: [], figures: [], exhibits: [], salt: 's' })
 * 'value' in taken && verifySnapshot({ ...taken.value, asOf: '2026-02-01' }) //=> false
 * ```
 */
export function verifySnapshot({ hash, ...body }: Snapshot): boolean {
  return sha256(canonicalJson(body)) === hash
}

/** All that a figure of a snapshot opens to: its definition as it was then, what was asked, and what of. */
export interface OpenedFigure {
  readonly figure: SnapshotFigure
  readonly version: IndicatorVersion
  readonly query: Indicator
  readonly input: SnapshotInput | undefined
}

/**
 * Opens a figure of a snapshot; undefined where it has none of that key.
 *
 * @example
 * ```ts
 * import { hesa, openFigure, takeSnapshot } from '@mentoring-commons/reporting'
 *
 * const definition = { id: 'r', title: 'R', policy: 'reader', sections: [] } as const
 * const taken = takeSnapshot({ subject: { key: 'p', title: 'P' }, asOf: '2026-01-31', policy: hesa, definition, indicators: [], inputs: [], figures: [], exhibits: [], salt: 's' })
 * 'value' in taken && openFigure(taken.value, 'nothing') === undefined //=> true
 * ```
 */
export function openFigure(snapshot: Snapshot, key: string): OpenedFigure | undefined {
  const figure = snapshot.figures.find((one) => one.key === key)
  const version = snapshot.indicators.find(({ hash }) => hash === figure?.version)
  const query = figure && version && queryOf(version, figure)
  if (figure === undefined || version === undefined || query === undefined) return undefined
  return { figure, version, query, input: snapshot.inputs.find(({ name }) => name === version.definition.input) }
}

/**
 * The hash of an input's rows, in no order, under the salt of a snapshot: to see whether they are still the same. It is over what figures
 * rest on, so over how many are alike, not over who they are: a table and its compact one have one hash.
 *
 * @example
 * ```ts
 * import { inputHash } from '@mentoring-commons/reporting'
 *
 * const columns = [{ name: 'a', type: 'integer', label: 'A' }] as const
 * inputHash({ columns, rows: [{ a: 1 }, { a: 2 }] }, 's') === inputHash({ columns, rows: [{ a: 2 }, { a: 1 }] }, 's') //=> true
 * ```
 */
export function inputHash(table: Table, salt: string): string {
  const names = table.columns.map(({ name }) => name)
  const { rows: alike, weights = [] } = compactTable(table)
  const rows = alike.map((row, place) => JSON.stringify([weights[place], ...names.map((name) => row[name] ?? null)]))
  return sha256(`${salt}\n${JSON.stringify(names)}\n${rows.join('\n')}`)
}

/** The key of a figure: 16 hexadecimal digits from its indicator and group. */
function figureKey({ id, by }: DisclosedFigure): string {
  return sha256(canonicalJson([id, by])).slice(0, 16)
}

function queryOf({ definition }: IndicatorVersion, { by }: DisclosedFigure): Indicator | undefined {
  const { aggregation } = definition
  const own = aggregation.kind === 'distribution' ? [aggregation.of] : []
  const columns = Object.keys(by).filter((column) => !own.includes(column))
  return queriesOf(definition).find(
    (query) => query.by?.length === columns.length && columns.every((column) => query.by?.includes(column)),
  )
}

function no(code: RefusalCode, message: string, path: readonly (string | number)[]): { refusal: Refusal } {
  return { refusal: { code, message, path } }
}
