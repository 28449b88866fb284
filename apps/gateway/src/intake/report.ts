import type { Written } from './port.ts'
import { describeProblem, type RowProblem } from './problem.ts'
import type { IntakeKind } from './record.ts'
import type { IntakeCode, IntakeRefusal } from './refusal.ts'
import { describeWarning, type WarningTally } from './warning.ts'

/** The problems of a file's rows: how many of each code, and the first twenty. */
export interface ProblemTally {
  readonly count: number
  readonly byCode: Readonly<Partial<Record<IntakeCode, number>>>
  readonly first: readonly RowProblem[]
}

/** A file all of whose good rows are in the store; `skipped` bad rows are not. */
export interface ImportedFile extends Written {
  readonly outcome: 'imported'
  readonly file: string
  readonly as: IntakeKind
  readonly rows: number
  readonly skipped: number
  readonly problems: ProblemTally
  readonly warnings: readonly WarningTally[]
  /** Columns that the mapping does not name, and that were not imported. */
  readonly ignoredColumns: readonly string[]
  /** Optional columns of the mapping that the file does not have: their questions were not asked. */
  readonly absentColumns: readonly string[]
}

/** A file of which nothing is in the store, for what is wrong with the file as a whole or with its rows. */
export interface RefusedFile {
  readonly outcome: 'refused'
  readonly file: string
  readonly as: IntakeKind
  readonly refusals: readonly IntakeRefusal[]
  readonly problems: ProblemTally
}

/** A file that was not read: a file before it was refused, the import was stopped, or it is optional and not there. */
export interface UnreadFile {
  readonly outcome: 'not-tried' | 'stopped' | 'absent'
  readonly file: string
  readonly as: IntakeKind
}

/** What became of one file. */
export type FileReport = ImportedFile | RefusedFile | UnreadFile

/** What an import did, or in a dry run would do. */
export interface ImportReport {
  readonly dryRun: boolean
  readonly files: readonly FileReport[]
  /** Oddities that only show across files. */
  readonly warnings: readonly WarningTally[]
}

/**
 * Whether every file of the mapping is imported, or is optional and not there.
 *
 * @example
 * ```ts
 * import { isWhole } from './report.ts'
 * isWhole({ dryRun: false, warnings: [], files: [{ outcome: 'not-tried', file: 'a.csv', as: 'people' }] }) //=> false
 * ```
 */
export function isWhole({ files }: ImportReport): boolean {
  return files.every(({ outcome }) => outcome === 'imported' || outcome === 'absent')
}

/**
 * The report as lines for people, the last of which says what to make of it.
 *
 * @example
 * ```ts
 * import { describeReport } from './report.ts'
 * describeReport({ dryRun: false, warnings: [], files: [] }) //=> ["Nothing changed: all of it was there already."]
 * ```
 */
export function describeReport(report: ImportReport): string[] {
  const warnings = report.warnings.map((tally) => `warning: ${describeWarning(tally)}`)
  return [...report.files.flatMap(describeFile), ...warnings, verdict(report)]
}

function describeFile(report: FileReport): string[] {
  const { file } = report
  switch (report.outcome) {
    case 'imported': {
      const { rows, inserted, updated, unchanged, skipped, ignoredColumns, absentColumns } = report
      const counts = `${rows} rows: ${inserted} new, ${updated} changed, ${unchanged} unchanged, ${skipped} skipped`
      const ignored = ignoredColumns.length === 0 ? [] : [`  columns not imported: ${ignoredColumns.join(', ')}`]
      const absent = absentColumns.length === 0 ? [] : [`  columns not there: ${absentColumns.join(', ')}`]
      return [
        `${file}: ${counts}`,
        ...ignored,
        ...absent,
        ...problemLines(report.problems),
        ...report.warnings.map((tally) => `  warning: ${describeWarning(tally)}`),
      ]
    }
    case 'refused':
      return [
        `${file}: refused, nothing of it was imported`,
        ...report.refusals.map(({ message }) => `  ${message}`),
        ...problemLines(report.problems),
      ]
    case 'not-tried':
      return [`${file}: not tried, since a file that it depends on was refused`]
    case 'stopped':
      return [`${file}: stopped, nothing of it was imported`]
    case 'absent':
      return [`${file}: not there, and optional`]
  }
}

function problemLines({ count, first }: ProblemTally): string[] {
  const more = count > first.length ? [`  … and ${count - first.length} more`] : []
  return [...first.map((problem) => `  ${describeProblem(problem)}`), ...more]
}

function verdict(report: ImportReport): string {
  const imported = report.files.filter((file) => file.outcome === 'imported')
  const changes = imported.reduce((sum, { inserted, updated }) => sum + inserted + updated, 0)
  const skipped = imported.reduce((sum, each) => sum + each.skipped, 0)
  if (!isWhole(report)) {
    const names = imported.map(({ file }) => file).join(', ')
    if (report.dryRun)
      return 'Dry run: nothing was written. As it stands the import would not be whole: correct what is named above and run it again.'
    return `The import is not whole. Imported: ${names === '' ? 'nothing' : names}. Correct what is named above and run it again: what is there already stays as it is.`
  }
  const skips = skipped === 0 ? '' : ` ${skipped} bad rows ${report.dryRun ? 'would be' : 'were'} skipped.`
  if (report.dryRun) return `Dry run: nothing was written. ${changes} rows would be new or changed.${skips}`
  return changes === 0
    ? `Nothing changed: all of it was there already.${skips}`
    : `${changes} rows are new or changed.${skips}`
}
