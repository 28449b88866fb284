// Tables: flat rows with a codebook
export { type Column, type ColumnType, defineTable, type Row, type Table, type Value } from './table.ts'

// Indicators: what is measured, as data
export { type Condition, meets } from './condition.ts'
export { defineIndicator, type Indicator, type Measure } from './indicator.ts'

// Measures: figures that are not yet fit to be shown
export type { Clause, Count } from './count.ts'
export type { Basis, Figure, FigureSet, Uncertainty } from './figure.ts'
export { notRecorded } from './measures/group-rows.ts'
export { type Mean, meanOf } from './measures/mean.ts'
export { measure } from './measures/measure.ts'
export { sum } from './measures/sum.ts'
export { wilsonInterval } from './measures/wilson-interval.ts'

// Disclosure: always the last step
export { disclose } from './disclosure/disclose.ts'
export type { DisclosedFigure } from './disclosure/disclosed-figure.ts'
export { type DisclosurePolicy, exact, hesa, withResponsesMin } from './disclosure/policy.ts'
export { reaches, roundCount, wholePercent } from './disclosure/round.ts'
export { isSuppressed, type Suppressed, type SuppressionReason, suppressionReasons } from './disclosure/suppressed.ts'

// Refusals: no is a value
export { type Refusal, type RefusalCode, refusalCodes, type Result } from './refusal.ts'
