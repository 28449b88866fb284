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
  'indicator-denominator-wrong': 'A count is among something, or a rate, a mean or a distribution among nothing.',
  'indicator-window-wrong': 'The window of an indicator ends before it begins.',
  'report-incomplete': 'A report lacks its id, title or sections, or a section its key, heading or words for nothing.',
  'report-section-repeated': 'Two sections of one report have the same key.',
  'report-indicator-unknown': 'A report asks for an indicator that is not defined.',
  'figure-unknown': 'A figure is of no indicator of its report.',
  'choices-wrong': 'The choices of a distribution are missing, blank or repeated.',
  'answer-not-a-choice': 'An answer is none of the declared choices.',
  'answered-twice': 'One respondent has two answers in one group of a single-choice question.',
  'group-name-reserved': 'A value to split by equals the name kept for values that are not recorded.',
  'instrument-incomplete': 'An instrument lacks its title, version, language, licence, or anything to ask.',
  'survey-key-wrong': 'A key of an instrument or a survey is not in kebab-case, or is that of another part.',
  'scale-wrong': 'A response scale or the bounds of a number do not rise, or are not there.',
  'subscale-wrong': 'A subscale lists no item, one twice, or items that are not on one scale.',
  'missing-policy-wrong': 'A subscale asks for a number of answers that cannot be, or adds up what may be missing.',
  'translation-incomplete': 'A translation of an instrument has a gap.',
  'wave-unknown': 'A survey has no wave, or not the one that is named.',
  'wave-days-wrong': 'The days of a wave are none of the calendar, are out of order, or cannot be changed any more.',
  'wave-not-open': 'A wave takes no answers yet.',
  'wave-closed': 'A wave takes no answers any more.',
  'wave-without-rows': 'A comparison names a wave of which there is nothing, such as a baseline that was not held.',
  'survey-launched': 'A survey is launched already: its threshold is frozen.',
  'threshold-too-low': 'A survey threshold is below 3.',
  'item-unknown': 'An answer names an item that the instrument does not have.',
  'answer-kind-wrong': 'An answer is not of the kind of its item: one choice, a list of choices, or a number.',
  'number-out-of-range': 'A number is outside the bounds of its item, or not whole.',
  'answer-required': 'An item that has to be answered was not.',
  'nothing-answered': 'A response answers nothing.',
  'response-withdrawn': 'A response was withdrawn, which is for good.',
  'more-than-invited': 'More people answered or withdrew than were asked.',
  'value-not-finite': 'A value to reckon with is missing, infinite or no number.',
  'too-few-values': 'There are fewer values than the statistic needs.',
  'lengths-differ': 'Two lists that belong together place by place differ in length.',
  'no-variation': 'All values, or all differences, are the same, so that there is nothing to compare them with.',
  'counts-wrong': 'A table of counts has the wrong shape, or a cell that is no whole number from 0 upwards.',
  'too-large-for-exact': 'The data are too many for an exact answer.',
  'too-few-items': 'A scale has fewer items than a reliability takes.',
  'covariances-disagree': 'Covariances of different respondents contradict each other.',
  'statistic-undefined': 'A statistic has no answer for the data, or for too many resamples of them.',
  'too-few-resamples': 'An interval reaches beyond what the resamples drawn can show.',
  'fit-improper': 'A model fits only with a value that cannot be, such as a negative variance.',
  'fit-not-converged': 'A model could not be fitted within the rounds allowed.',
  'hazard-unbounded': 'A covariate parts those with the event from all others, so that its hazard ratio would be 0 or infinite.',
  'covariates-collinear': 'A covariate does not vary, or follows from the others.',
  'no-events': 'Nobody had the event, or nobody who could be compared.',
  'stretch-wrong': 'A stretch of time ends before, or when, it begins.',
  'date-wrong': 'A date is no day of the calendar, written YYYY-MM-DD.',
  'date-after-close': 'Something begins after the data were closed.',
  'spells-overlap': 'Two spells of one person overlap.',
  'category-unknown': 'A rating is none of the declared categories.',
  'group-missing': 'One of the groups to compare has nobody in it.',
  'no-match': 'No case has a comparison that equals it in what is to be matched.',
  'too-few-clusters': 'There are too few clusters for an error that allows for them.',
  'too-few-periods': 'There are fewer periods before the change than a common trend takes to be looked at.',
  'score-out-of-scale': 'A score is none of the levels of its scale.',
} as const

/** A no to data: what is wrong, what to do next, and where. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly path?: readonly (string | number)[]
}

/** A value, or the refusal that stands in its place. */
export type Result<T> = { readonly value: T } | { readonly refusal: Refusal }
