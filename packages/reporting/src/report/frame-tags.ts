/** Levels of Kirkpatrick's evaluation, short: what people thought, learned, do, and what came of it. They do not cause each other. */
export const kirkpatrickLevels = ['reaction', 'learning', 'behaviour', 'results'] as const
/** Kinds of value of a community, after Wenger, Trayner and de Laat (2011). */
export const valueTypes = ['immediate', 'potential', 'applied', 'realised', 'reframing'] as const
/** Cells of Clutterbuck's matrix: of the relationship or the programme, its process or its outcome. */
export const clutterbuckCells = [
  'relationship-process',
  'relationship-outcome',
  'programme-process',
  'programme-outcome',
] as const
/** Whom a benefit is one of. */
export const beneficiaries = ['mentee', 'mentor', 'organisation', 'objective'] as const

/** Where an indicator stands in frames of evaluation: tags on one indicator, not one report for each frame. */
export interface FrameTags {
  readonly kirkpatrick?: (typeof kirkpatrickLevels)[number]
  readonly value?: (typeof valueTypes)[number]
  readonly clutterbuck?: (typeof clutterbuckCells)[number]
  /** In no order; none where it describes and claims no benefit. */
  readonly beneficiaries: readonly (typeof beneficiaries)[number][]
}
