import { figuresCsv, reportJson } from '@mentoring-commons/reporting'
import type { ImpactReport } from './build.ts'
import { reportHtml } from './page.ts'

/** The forms in which a report can be taken away. */
export const reportFormats = ['html', 'csv', 'json'] as const
/** One of those forms. */
export type ReportFormat = (typeof reportFormats)[number]

/** The files of each form. */
export const fileNames: Record<ReportFormat, readonly string[]> = {
  html: ['report.html'],
  csv: ['figures.csv', 'codebook.csv'],
  json: ['report.json'],
}

/** A report's files by name. */
export async function writeReport(
  report: ImpactReport,
  format: ReportFormat,
): Promise<Readonly<Record<string, string>>> {
  if (format === 'html') return { 'report.html': await reportHtml(report) }
  if (format === 'json') {
    const { programme, asOf, policy, figures } = report
    return { 'report.json': reportJson({ programme: programme.key, asOf, policy: policy.name, figures }) }
  }
  const { csv, codebook } = figuresCsv(report.figures)
  return { 'figures.csv': csv, 'codebook.csv': codebook }
}
