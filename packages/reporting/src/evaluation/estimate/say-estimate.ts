import type { DisclosurePolicy } from '../../disclosure/policy.ts'
import { reaches, roundCount } from '../../disclosure/round.ts'
import { type SuppressionReason, suppressionReasons } from '../../disclosure/suppressed.ts'
import { exploratoryReasons } from '../plan/standing.ts'
import { isMoreThanOpinion } from '../theory/add-evidence.ts'
import type { ContributionClaim } from '../theory/contribution-claim.ts'
import { comparisonDesigns } from './designs.ts'
import type { Estimate, IntervalEnd, Quantity } from './estimate.ts'
import { holdsReservedWord } from './reserved-word.ts'

const openings: Readonly<Record<Quantity, string>> = {
  level: 'the level is',
  difference: 'the difference is',
  'standardised-difference': 'the standardised difference is',
  ratio: 'the ratio is',
  correlation: 'the correlation is',
}

/** Whether a claim lets the word "impact" be printed of an estimate: credible, of this indicator and subject, with the estimate among its evidence. */
export function licenses(claim: ContributionClaim, estimate: Estimate): boolean {
  return (
    claim.status === 'credible' &&
    claim.indicatorIds.includes(estimate.indicatorId) &&
    claim.subject === estimate.subject &&
    claim.evidence.some(({ kind, reference }) => kind === 'estimate' && reference === estimate.id) &&
    isMoreThanOpinion(claim.evidence) &&
    claim.rivals.length > 0 &&
    claim.rivals.every(({ finding, evidence }) => finding !== 'explains-it' && evidence.length > 0)
  )
}

/** How an estimate is said: as whom, and with which claim behind it. */
export interface Saying {
  readonly policy: DisclosurePolicy
  readonly claim?: ContributionClaim
}

/**
 * An estimate in sentences for a reader: the figure with its interval and n, what goes with what, what the design can say, what was checked, whether
 * it was pre-specified, and how many looks there were. An estimate that rests on too few for the policy is said to be hidden, with the reason.
 *
 * The word "impact" stands in it only when the claim is credible after its rivals were examined, and is of this estimate; without one the subject is
 * "associated with" the outcome, and a description is associated with nothing. Texts of users stand in quotation marks.
 *
 * @example
 * ```ts
 * import { exact } from '@mentoring-commons/reporting'
 * import { defineEstimate, sayEstimate } from '@mentoring-commons/reporting/evaluation'
 *
 * const made = defineEstimate({
 *   id: 'x1',
 *   indicatorId: 'confidence',
 *   subject: 'Mentoring',
 *   outcome: 'confidence in teaching',
 *   quantity: 'difference',
 *   value: 0.5,
 *   interval: { low: 0.2, high: 0.8, level: 0.95 },
 *   n: 41,
 *   of: 'pairs of answers',
 *   unit: 'points of five',
 *   design: { kind: 'pre-post', linkedBy: 'a code that people choose' },
 *   assumptions: ['both answers measure the same thing'],
 *   checks: [],
 *   method: { name: 'paired t', convention: 'two-sided' },
 *   standing: { kind: 'exploratory', because: 'no-plan' },
 *   looks: 1,
 * })
 * if ('refusal' in made) throw new Error(made.refusal.message)
 * sayEstimate(made.value, { policy: exact }).split(' (')[0] //=> "“Mentoring” is associated with “confidence in teaching”: the difference is 0.5 “points of five”"
 * ```
 */
export function sayEstimate(estimate: Estimate, { claim, policy }: Saying): string {
  const { design, standing, looks, method } = estimate
  const facts = comparisonDesigns[design.kind]
  const failed = estimate.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => quoted(name))
  return [
    figure(estimate, claim, policy),
    `Design: ${facts.title}; it can say ${facts.canSay}, and cannot say ${facts.cannotSay}.`,
    `Method: ${quoted(method.name)}, ${quoted(method.convention)}.`,
    ...(failed.length > 0 ? [`A check failed: ${failed.join(', ')}.`] : []),
    standing.kind === 'pre-specified'
      ? `Pre-specified in version ${standing.version} of the plan.`
      : `Exploratory: ${exploratoryReasons[standing.because]}.`,
    looks === 1 ? 'One look at the data.' : `${looks} looks at the data, which raises the chance of a false finding.`,
  ].join(' ')
}

/**
 * Why an estimate is not shown under a policy: it rests on too few, as an average of answers does.
 *
 * @example
 * ```ts
 * import { hesa } from '@mentoring-commons/reporting'
 * import { hiddenBecause } from '@mentoring-commons/reporting/evaluation'
 *
 * [4, 7, 8].map((n) => hiddenBecause({ n }, hesa) ?? 'shown') //=> ["few-responses", "average-of-few", "shown"]
 * ```
 */
export function hiddenBecause({ n }: Pick<Estimate, 'n'>, policy: DisclosurePolicy): SuppressionReason | undefined {
  if (!reaches(n, policy.responsesMin)) return 'few-responses'
  return reaches(n, policy.averageMin) ? undefined : 'average-of-few'
}

function figure(estimate: Estimate, claim: ContributionClaim | undefined, policy: DisclosurePolicy): string {
  const { interval, n, value } = estimate
  const hidden = hiddenBecause(estimate, policy)
  if (hidden !== undefined)
    return `The estimate of ${quoted(estimate.outcome)} is not shown. ${suppressionReasons[hidden]}`
  const level = `${plain(interval.level * 100)} % interval ${range(interval.low, interval.high)}`
  const count = policy.rounded ? `about ${roundCount(n)}` : String(n)
  return `${opening(estimate, claim)}: ${openings[estimate.quantity]} ${plain(value)} ${quoted(estimate.unit)} (${level}, n = ${count} ${estimate.of}).`
}

function opening(estimate: Estimate, claim: ContributionClaim | undefined): string {
  const [subject, outcome] = [quoted(estimate.subject), quoted(estimate.outcome)]
  if (estimate.design.kind === 'description') return `Of ${outcome}, compared with nothing`
  if (claim !== undefined && licenses(claim, estimate))
    return `${subject} has, as one cause among others, an impact on ${outcome}`
  return `${subject} is associated with ${outcome}`
}

/** A user's words, set apart; they were checked when the estimate was made, and a value that went round that check stops here. */
function quoted(text: string): string {
  if (holdsReservedWord(text)) throw new TypeError(`an estimate holds a reserved word: ${JSON.stringify(text)}`)
  return `“${text.replaceAll(/\s+/g, ' ').replaceAll(/[“”]/g, "'").trim()}”`
}

function range(low: IntervalEnd, high: IntervalEnd): string {
  if (low === 'unbounded') return `up to ${high === 'unbounded' ? 'no bound' : plain(high)}`
  return high === 'unbounded' ? `from ${plain(low)} on, without an upper bound` : `${plain(low)} to ${plain(high)}`
}

/** Three significant digits where that is shorter, a true minus, and no exponent. */
function plain(value: number): string {
  const size = Math.abs(value)
  const decimals = size === 0 || size >= 100 ? 0 : Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(size))))
  const digits = size >= 1e15 ? BigInt(Math.round(size)).toString() : size.toFixed(decimals)
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
  return value < 0 && Number(short) !== 0 ? `\u2212${short}` : short
}
