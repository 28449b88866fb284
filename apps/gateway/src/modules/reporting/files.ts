import { figuresCsv, reportJson, type Snapshot, snapshotPage } from '@mentoring-commons/reporting'
import { findChromium } from '../../pdf/find-chromium.ts'
import { noChromium, printPdf } from '../../pdf/print-pdf.ts'
import { packageOf, parquetOf, workbookOf } from './take-away.ts'

/** The content of a file: whole, or a piece at a time. */
export type FileBody = string | Uint8Array | AsyncIterable<Uint8Array>

/** A form in which a snapshot can be taken away: the names of its files, and how each is written from the snapshot and nothing else. */
export interface SnapshotFormat {
  /** By name, in the order in which they are listed; the same snapshot gives the same bytes. */
  readonly files: Readonly<Record<string, (snapshot: Snapshot) => FileBody | Promise<FileBody>>>
}

/** Every form, by its name. A new one is added here, and its media types in `mediaTypes`. */
export const snapshotFormats = {
  html: { files: { 'report.html': (snapshot) => pageOf(snapshot) } },
  csv: {
    files: {
      'figures.csv': ({ figures }) => figuresCsv(figures).csv,
      'codebook.csv': ({ figures }) => figuresCsv(figures).codebook,
    },
  },
  json: {
    files: {
      'report.json': ({ subject, asOf, policy, figures }) =>
        reportJson({ programme: subject.key, asOf, policy: policy.name, figures }),
    },
  },
  parquet: { files: { 'figures.parquet': (snapshot) => parquetOf(snapshot) } },
  xlsx: { files: { 'report.xlsx': (snapshot) => workbookOf(snapshot) } },
  package: { files: { 'report.zip': async (snapshot) => packageOf(snapshot, await pageOf(snapshot)) } },
  pdf: { files: { 'report.pdf': async (snapshot) => printPdf(await pageOf(snapshot)) } },
  snapshot: { files: { 'snapshot.json': (snapshot) => `${JSON.stringify(snapshot, undefined, 1)}\n` } },
} as const satisfies Readonly<Record<string, SnapshotFormat>>

/** One of the forms. */
export type ReportFormat = keyof typeof snapshotFormats

/** The forms in which a report can be taken away. */
export const reportFormats = Object.keys(snapshotFormats) as readonly ReportFormat[]

/** Whether a form is one that this gateway writes. */
export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(snapshotFormats, name)
}

/** The media types of files by the ending of their names. */
export const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** Refuses a form that this gateway cannot write where it runs: a PDF without Chromium. */
export function requireFormat(format: ReportFormat): void {
  if (format === 'pdf' && findChromium() === undefined) throw noChromium()
}

/** The names of a form's files. */
export function fileNames(format: ReportFormat): readonly string[] {
  return Object.keys(snapshotFormats[format].files)
}

/** A snapshot's files of a form, written, by name. */
export async function snapshotFiles(
  snapshot: Snapshot,
  format: ReportFormat,
): Promise<Readonly<Record<string, FileBody>>> {
  const written = Object.entries<SnapshotFormat['files'][string]>(snapshotFormats[format].files).map(
    async ([name, write]) => [name, await write(snapshot)] as const,
  )
  return Object.fromEntries(await Promise.all(written))
}

/** One file of a snapshot by its name, whatever form it is of; undefined where no form has it. */
export async function snapshotFile(snapshot: Snapshot, name: string): Promise<FileBody | undefined> {
  for (const { files } of Object.values<SnapshotFormat>(snapshotFormats))
    if (Object.hasOwn(files, name)) return files[name]?.(snapshot)
  return undefined
}

/** A snapshot as a page, with its charts drawn. */
export async function pageOf(snapshot: Snapshot, withdrawn?: string): Promise<string> {
  const { renderSvg } = await import('@mentoring-commons/reporting/svg')
  return snapshotPage(snapshot, { renderSvg, ...(withdrawn === undefined ? {} : { withdrawn }) })
}
