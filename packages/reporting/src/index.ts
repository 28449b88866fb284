// Tables: flat rows with a codebook

// Charts: disclosed figures to a Vega-Lite specification, which ./svg draws
export { barChart, type ChartOptions } from './charts/bar-chart.ts'
export { type Change, type ChangeOptions, changeChart } from './charts/change-chart.ts'
export type { Chart, ChartTable, Shown } from './charts/chart.ts'
export { type ChartSpec, palette } from './charts/chart-spec.ts'
export { type Answer, distributionChart } from './charts/distribution-chart.ts'
export { type FlowCell, type FlowOptions, flowChart } from './charts/flow-chart.ts'
export { type GroupedOptions, groupedBars } from './charts/grouped-bars.ts'
export { type ReachOptions, type ReachPoint, reachChart } from './charts/reach-chart.ts'
export { type SpreadCell, type SpreadOptions, spreadChart } from './charts/spread-chart.ts'
export { type SurvivalCurve, type SurvivalOptions, survivalChart } from './charts/survival-chart.ts'
// Indicators: what is measured, as data
export { type Condition, meets } from './condition.ts'
// Measures: figures that are not yet fit to be shown
export type { Contributions } from './contributions.ts'
export type { Clause, Count } from './count.ts'
// Disclosure: always the last step
export { type CommentGroup, type DisclosedComments, discloseComments } from './disclosure/comments.ts'
export { disclose } from './disclosure/disclose.ts'
export type { DisclosedFigure } from './disclosure/disclosed-figure.ts'
export { type Dominance, isDominated } from './disclosure/dominance.ts'
export { type DisclosurePolicy, exact, hesa, keepingPromise, withResponsesMin } from './disclosure/policy.ts'
export { reaches, roundCount, wholePercent } from './disclosure/round.ts'
export { isSuppressed, type Suppressed, type SuppressionReason, suppressionReasons } from './disclosure/suppressed.ts'
export type { Basis, Figure, FigureSet, Uncertainty } from './figure.ts'
// Formats: the same figures for a spreadsheet, a program and a reader
export { type CodebookEntry, type CsvWithCodebook, codebook } from './formats/codebook.ts'
export { type Cell, csv, unguarded } from './formats/csv.ts'
export { figuresCsv } from './formats/figures-csv.ts'
export { type Report, reportJson } from './formats/report-json.ts'
export { type Page, type PageSection, reportPage } from './formats/report-page.ts'
export { tableCsv } from './formats/table-csv.ts'
export { defineIndicator, type Indicator, type Measure } from './indicator.ts'
// Ledger: figures of one dataset guarded over all reports, filters and days
export type { Seed } from './ledger/chance.ts'
export { discloseThrough } from './ledger/disclose-through.ts'
export { type Frozen, isOutdated, type Ledger, type LedgerOptions, openLedger, renewLedger } from './ledger/ledger.ts'
export { type AlikeRows, compactTable, tableOfAlike } from './measures/compact-table.ts'
export { notRecorded } from './measures/group-rows.ts'
export { type Mean, meanOf } from './measures/mean.ts'
export { measure } from './measures/measure.ts'
export { sum } from './measures/sum.ts'
export { wilsonInterval } from './measures/wilson-interval.ts'
// Refusals: no is a value
export { type Refusal, type RefusalCode, type Result, refusalCodes } from './refusal.ts'
// Reports: a definition, a snapshot, and figures that open to what they rest on
export { canonicalJson } from './report/canonical-json.ts'
export {
  beneficiaries,
  clutterbuckCells,
  type FrameTags,
  kirkpatrickLevels,
  valueTypes,
} from './report/frame-tags.ts'
export {
  type Disaggregation,
  type IndicatorDefinition,
  type IndicatorVersion,
  indicatorVersion,
  queriesOf,
  type Window,
} from './report/indicator-definition.ts'
export { measureReport } from './report/measure-report.ts'
export {
  type ChartWish,
  defineReport,
  isAsked,
  type ReportDefinition,
  type ReportSection,
} from './report/report-definition.ts'
export { type RowBehind, rowsBehind } from './report/rows-behind.ts'
export { sha256 } from './report/sha256.ts'
export {
  type Exhibit,
  inputHash,
  type OpenedFigure,
  openFigure,
  type ReportInput,
  type Snapshot,
  type SnapshotFigure,
  type SnapshotInput,
  type SnapshotParts,
  takeSnapshot,
  verifySnapshot,
} from './report/snapshot.ts'
export { type SnapshotPageOptions, snapshotPage } from './report/snapshot-page.ts'
export { type Column, type ColumnType, defineTable, type Row, type Table, type Value } from './table.ts'
export type { Thresholds } from './thresholds.ts'
