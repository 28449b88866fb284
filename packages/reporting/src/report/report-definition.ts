import type { Refusal, RefusalCode, Result } from '../refusal.ts'

/**
 * A chart that a section asks for, drawn from its figures. `indicators` are ids, or `prefix.*`; a dimension is a column that figures are
 * split by, or `indicator` for their labels.
 */
export type ChartWish =
  /** A bar for each figure; of the largest ones alone with `most`. */
  | { readonly kind: 'bars'; readonly title: string; readonly indicators: readonly string[]; readonly most?: number }
  /** Bars side by side. */
  | {
      readonly kind: 'grouped'
      readonly title: string
      readonly indicators: readonly string[]
      readonly rows: string
      readonly series: string
    }
  /** How answers spread over the choices of each indicator. */
  | { readonly kind: 'distribution'; readonly title: string; readonly indicators: readonly string[] }
  /** Who of each `from` came to each `to`. */
  | {
      readonly kind: 'flow'
      readonly title: string
      readonly indicators: readonly string[]
      readonly from: string
      readonly to: string
    }
  /** How far something has spread over places, one tile each, in the order of the places' names: no map, as nothing is known of where they lie. */
  | {
      readonly kind: 'spread'
      readonly title: string
      readonly indicators: readonly string[]
      readonly place: string
      readonly over?: string
    }
  /** How many were reached along something ordered, such as cohorts. */
  | { readonly kind: 'reach'; readonly title: string; readonly indicators: readonly string[]; readonly along: string }

/** A named part of a report: which indicators it shows, split by what, drawn how, and what it says where nothing is recorded. */
export interface ReportSection {
  readonly key: string
  readonly heading: string
  readonly text?: string
  /** Ids of indicators, or `prefix.*` for all whose id begins so. */
  readonly indicators: readonly string[]
  /** Splits by other columns are left out; all are shown when this is. */
  readonly dimensions?: readonly string[]
  readonly charts?: readonly ChartWish[]
  /** What a reader is told where there is nothing to show. */
  readonly absent: string
}

/** A report as data: what it shows, in which order, under which policy. */
export interface ReportDefinition {
  readonly id: string
  readonly title: string
  readonly intro?: string
  /** `reader` follows the role of whoever asks; `hesa` is the strict policy for everybody. */
  readonly policy: 'reader' | 'hesa'
  readonly sections: readonly ReportSection[]
  /** What readers call the columns that figures are split by. */
  readonly dimensionLabels?: Readonly<Record<string, string>>
}

/**
 * A report definition that can be run, given the ids of the indicators that there are.
 *
 * Refused: an id, title, key or heading that is blank, a key that comes twice, no section, an indicator that is not there (`prefix.*`
 * may match nothing), and a section that asks for nothing and has no words for it.
 *
 * @example
 * ```ts
 * import { defineReport } from '@mentoring-commons/reporting'
 *
 * const section = { key: 'people', heading: 'Who took part', indicators: ['people.*'], absent: 'Not recorded.' }
 * const report = { id: 'year', title: 'Year', policy: 'reader', sections: [section] } as const
 * 'value' in defineReport(report, ['people.mentee']) //=> true
 * const wrong = defineReport({ ...report, sections: [{ ...section, indicators: ['pets'] }] }, ['people.mentee'])
 * 'refusal' in wrong && wrong.refusal.code //=> "report-indicator-unknown"
 * ```
 */
export function defineReport(report: ReportDefinition, known: readonly string[]): Result<ReportDefinition> {
  for (const field of ['id', 'title'] as const)
    if (report[field].trim() === '') return no('report-incomplete', `The report has no ${field}. Give one.`, [field])
  if (report.sections.length === 0)
    return no('report-incomplete', `Report "${report.id}" has no section. Give it one.`, ['sections'])
  const keys = new Set<string>()
  for (const [place, section] of report.sections.entries()) {
    const path = ['sections', place] as const
    for (const field of ['key', 'heading', 'absent'] as const)
      if (section[field].trim() === '')
        return no('report-incomplete', `Section ${place + 1} of report "${report.id}" has no ${field}. Give one.`, [
          ...path,
          field,
        ])
    if (keys.has(section.key))
      return no('report-section-repeated', `Two sections have the key "${section.key}". Rename one.`, [...path, 'key'])
    keys.add(section.key)
    const asked = [...section.indicators, ...(section.charts ?? []).flatMap(({ indicators }) => indicators)]
    const unknown = asked.find((pattern) => !pattern.endsWith('.*') && !known.includes(pattern))
    if (unknown !== undefined)
      return no(
        'report-indicator-unknown',
        `Section "${section.key}" asks for the indicator "${unknown}", which is not defined. Take one of ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`,
        [...path, 'indicators'],
      )
  }
  return { value: report }
}

/**
 * Whether the id of an indicator is one of those that a section or a chart asks for.
 *
 * @example
 * ```ts
 * import { isAsked } from '@mentoring-commons/reporting'
 *
 * isAsked(['people.*'], 'people.mentee') //=> true
 * isAsked(['people'], 'people.mentee') //=> false
 * ```
 */
export function isAsked(patterns: readonly string[], id: string): boolean {
  return patterns.some((pattern) => (pattern.endsWith('.*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern))
}

function no(code: RefusalCode, message: string, path: readonly (string | number)[]): { refusal: Refusal } {
  return { refusal: { code, message, path } }
}
