/** Why reporting said no to data, by name. */
export type RefusalCode = keyof typeof refusalCodes

/** Every refusal code of this package, each with a sentence that says what it means. */
export const refusalCodes = {
  'column-name-missing': 'A column has no name.',
  'column-name-repeated': 'Two columns of one table have the same name.',
  'column-unknown': 'A row or an indicator names a column that the table does not have.',
  'column-type-unfit': 'An indicator asks of a column what its type cannot give, such as the mean of a text.',
  'value-type-wrong': 'A value is not of the type that its column declares.',
  'value-not-listed': 'A value is not among those that its column lists.',
  'indicator-incomplete': 'An indicator lacks its id, label, definition or unit.',
  'indicator-condition-wrong': 'A condition of an indicator is not one that can be asked.',
  'indicator-by-wrong': 'An indicator splits by the same column twice, or by more than three columns.',
  'choices-wrong': 'The choices of a distribution are missing, blank or repeated.',
  'answer-not-a-choice': 'An answer is none of the declared choices.',
  'answered-twice': 'One respondent has two answers in one group of a single-choice question.',
  'group-name-reserved': 'A value to split by equals the name kept for values that are not recorded.',
  'value-not-finite': 'A value to reckon with is missing, infinite or no number.',
  'too-few-values': 'There are fewer values than the statistic needs.',
  'lengths-differ': 'Two lists that belong together place by place differ in length.',
  'no-variation': 'All values, or all differences, are the same, so that there is nothing to compare them with.',
  'counts-wrong': 'A table of counts has the wrong shape, or a cell that is no whole number from 0 upwards.',
  'too-large-for-exact': 'The data are too many for an exact answer.',
} as const

/** A no to data: what is wrong, what to do next, and where. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly path?: readonly (string | number)[]
}

/** A value, or the refusal that stands in its place. */
export type Result<T> = { readonly value: T } | { readonly refusal: Refusal }
