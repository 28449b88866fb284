// Agreement: whether raters or observers say the same
export { type CohenKappa, cohenKappa, type KappaWeights } from './agreement/cohen-kappa.ts'
export {
  type KrippendorffAlpha,
  type KrippendorffAlphaOptions,
  krippendorffAlpha,
  type UnitValues,
} from './agreement/krippendorff-alpha.ts'
export type { Metric } from './agreement/metric.ts'
export { type Category, type RatingTable, ratingTable } from './agreement/rating-table.ts'
// Comparison: groups that nobody drew by lot
export type { BalanceRow, GroupBalance } from './comparison/balance.ts'
export type { ComparisonEstimate } from './comparison/comparison-estimate.ts'
export {
  type DifferenceInDifferences,
  type DifferenceInDifferencesOptions,
  differenceInDifferences,
} from './comparison/difference-in-differences.ts'
export { type EffectOptions, effectOnTreated } from './comparison/effect-on-treated.ts'
export { type MatchCount, type MatchedGroups, type MatchedUnit, matchGroups } from './comparison/match-groups.ts'
export type { MatchUnit, MatchVariable } from './comparison/match-unit.ts'
export type { PeriodMeans } from './comparison/period-means.ts'
export type { PeriodOutcome } from './comparison/period-outcome.ts'
// Distributions: probabilities and quantiles, right far out in their tails
export {
  type BinomialOptions,
  binomialDensity,
  binomialProbability,
  binomialQuantile,
} from './distributions/binomial.ts'
export { type ChiSquareOptions, chiSquareProbability, chiSquareQuantile } from './distributions/chi-square.ts'
export { type FOptions, fProbability, fQuantile } from './distributions/f.ts'
export {
  type HypergeometricOptions,
  hypergeometricDensity,
  hypergeometricProbability,
  hypergeometricQuantile,
} from './distributions/hypergeometric.ts'
export {
  type NoncentralTOptions,
  noncentralTProbability,
  noncentralTQuantile,
} from './distributions/noncentral-t.ts'
export { normalProbability, normalQuantile } from './distributions/normal.ts'
export {
  type RankSumOptions,
  rankSumProbability,
  rankSumQuantile,
  type SignedRankOptions,
  signedRankProbability,
  signedRankQuantile,
} from './distributions/rank-sums.ts'
export { type StudentOptions, tProbability, tQuantile } from './distributions/student.ts'
// Effect sizes: how large a difference is, in units that can be compared
export { cohensD, hedgesG } from './effects/cohens-d.ts'
export { glassDelta } from './effects/glass-delta.ts'
export type { HedgesCorrection } from './effects/hedges-correction.ts'
export { cohensDav, cohensDz, type PairedDifferenceOptions } from './effects/paired-difference.ts'
export {
  type MatchedRankBiserial,
  type RankBiserial,
  rankBiserial,
  rankBiserialMatched,
  type TwoSampleRankBiserial,
} from './effects/rank-biserial.ts'
export type { StandardisedDifference, TwoSampleDifference } from './effects/standardised-difference.ts'
export type { Alternative, TestOptions } from './estimate/alternative.ts'
export type { FourfoldTable } from './estimate/check-counts.ts'
// Estimates: what every answer is made of
export type { Bound, Interval } from './estimate/interval.ts'
// Goals: how far people got with what they set themselves
export { type GoalAttainment, type GoalScore, goalAttainment } from './goals/goal-attainment.ts'
export { type MeanGoalAttainment, meanGoalAttainment } from './goals/mean-goal-attainment.ts'
export type { RegressionErrors } from './matrix/least-squares.ts'
// Reliability: whether items measure one thing
export type { ReliabilityFlag } from './reliability/check-responses.ts'
export type { MissingAnswers, Responses } from './reliability/covariances.ts'
export { type CronbachAlpha, type CronbachAlphaOptions, cronbachAlpha } from './reliability/cronbach-alpha.ts'
export { type ItemAnalysis, itemAnalysis } from './reliability/item-analysis.ts'
export { type OmegaTotal, type OmegaTotalOptions, omegaTotal } from './reliability/omega-total.ts'
// Resampling: chance that can be repeated
export { type BootstrapEstimate, type BootstrapOptions, bootstrap } from './resampling/bootstrap.ts'
export { type Random, seededRandom } from './resampling/random.ts'
export type { TailOptions } from './special/tails.ts'
// Survival: how long until an event, and what goes with it
export {
  type CoxCoefficient,
  type CoxOptions,
  type CoxRegression,
  coxRegression,
} from './survival/cox/cox-regression.ts'
export type { CoxRow } from './survival/cox/cox-row.ts'
export type { CoxTies } from './survival/cox/partial-likelihood.ts'
export type { CurveScale } from './survival/curve-interval.ts'
export {
  type ExposureOptions,
  type ExposureRow,
  type ExposureRows,
  exposureRows,
} from './survival/exposure/exposure-rows.ts'
export type { ExposureSpell, ServiceSpell } from './survival/exposure/service-spell.ts'
export { kaplanMeier, type SurvivalCurve, type SurvivalStep } from './survival/kaplan-meier.ts'
export { type GroupedObservation, type LogRank, logRank } from './survival/log-rank.ts'
export type { Observation } from './survival/observation.ts'
export { type RestrictedMean, restrictedMean } from './survival/restricted-mean.ts'
export type { RiskSet } from './survival/risk-sets.ts'
export { type RiskTableRow, riskTable } from './survival/risk-table.ts'
// Tests: whether a difference could be chance
export { type ChiSquareTest, chiSquareGoodnessOfFit, chiSquareIndependence } from './tests/chi-square-test.ts'
export { type FisherOptions, type FisherTest, fisherExact } from './tests/fisher.ts'
export { type MannWhitneyTest, mannWhitneyExact, mannWhitneyNormal } from './tests/mann-whitney.ts'
export {
  type McNemarChiSquareTest,
  type McNemarExactTest,
  type McNemarTest,
  mcNemarChiSquare,
  mcNemarExact,
} from './tests/mcnemar.ts'
export { type NormalRankOptions, type SignedRankTest, signedRankExact, signedRankNormal } from './tests/signed-rank.ts'
export { pairedTTest, type TTest, type TwoSampleTTest, welchTTest } from './tests/t-test.ts'
