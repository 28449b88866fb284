import type { Refusal, Result } from '../../refusal.ts'
import { exploratoryReasons } from '../plan/standing.ts'
import { listedRefusal, refuse, shown, textRefusal, textsRefusal } from '../refuse.ts'
import { defineDesign } from './comparison-design.ts'
import { type Estimate, type EstimateInput, quantities, sampleUnits } from './estimate.ts'
import { reservedIn } from './reserved-word.ts'

const fields = [
  ...['id', 'indicatorId', 'subject', 'outcome', 'quantity', 'value', 'interval', 'n', 'of', 'unit', 'design'],
  ...['assumptions', 'checks', 'method', 'standing', 'looks'],
]

/**
 * An estimate that may be said.
 *
 * Refused: a missing n, interval or design; numbers that are none; an interval the wrong way round, open on both sides or away from its value; a
 * standing or a check that is not one; and the word "impact" in any of its texts: a credible claim prints that word, a label never does.
 *
 * @example
 * ```ts
 * import { defineEstimate } from '@mentoring-commons/reporting/evaluation'
 *
 * const input = {
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
 *   checks: [{ name: 'missing answers by wave', outcome: 'held' }],
 *   method: { name: 'paired t', convention: 'two-sided' },
 *   standing: { kind: 'exploratory', because: 'no-plan' },
 *   looks: 1,
 * } as const
 * 'value' in defineEstimate(input) //=> true
 * const bold = defineEstimate({ ...input, outcome: 'impact on teaching' })
 * 'refusal' in bold && bold.refusal.code //=> "word-reserved"
 * ```
 */
export function defineEstimate(input: EstimateInput): Result<Estimate> {
  return parseEstimate(input)
}

/**
 * An estimate out of data that came from elsewhere, such as a stored or sent JSON value; refused as `defineEstimate` does.
 *
 * @example
 * ```ts
 * import { parseEstimate } from '@mentoring-commons/reporting/evaluation'
 *
 * const bare = parseEstimate({ id: 'x1', value: 0.5 })
 * 'refusal' in bare && bare.refusal.code //=> "estimate-incomplete"
 * ```
 */
export function parseEstimate(input: unknown): Result<Estimate> {
  if (typeof input !== 'object' || input === null)
    return refuse('estimate-incomplete', `The estimate is ${shown(input)}. Give it with n, interval and design.`)
  const given = input as EstimateInput
  for (const field of fields)
    if (!Object.hasOwn(input, field))
      return refuse('estimate-incomplete', `The estimate has no ${field}. It does not travel without: give it.`, [
        field,
      ])
  const stray = Object.keys(input).find((key) => !fields.includes(key))
  if (stray !== undefined)
    return refuse('estimate-incomplete', `The estimate has "${stray}", which is no part of one. Leave it out.`, [stray])
  const refusal =
    textRefusal(given.id, ['id']) ??
    textRefusal(given.indicatorId, ['indicatorId']) ??
    textRefusal(given.subject, ['subject']) ??
    textRefusal(given.outcome, ['outcome']) ??
    textRefusal(given.unit, ['unit']) ??
    listedRefusal(given.quantity, quantities, ['quantity']) ??
    listedRefusal(given.of, sampleUnits, ['of']) ??
    countRefusal(given.n, 'n') ??
    countRefusal(given.looks, 'looks') ??
    intervalRefusal(given) ??
    designRefusal(given) ??
    textsRefusal(given.assumptions, ['assumptions']) ??
    checksRefusal(given.checks) ??
    textRefusal(given.method?.name, ['method', 'name']) ??
    textRefusal(given.method?.convention, ['method', 'convention']) ??
    standingRefusal(given)
  if (refusal !== undefined) return { refusal }
  const at = reservedIn({ ...given, id: '', indicatorId: '', standing: null })
  if (at !== undefined)
    return refuse(
      'word-reserved',
      `${at.join('.')} holds the word "impact". Say what was measured: the word is printed by a claim that has examined its rivals.`,
      at,
    )
  return { value: given as Estimate }
}

function countRefusal(value: unknown, name: string): Refusal | undefined {
  if (Number.isSafeInteger(value) && (value as number) >= 1) return undefined
  return refuse('number-wrong', `${name} is ${shown(value)}. Give a whole number from 1.`, [name]).refusal
}

function intervalRefusal({ value, interval }: EstimateInput): Refusal | undefined {
  if (!Number.isFinite(value))
    return refuse('number-wrong', `The value is ${shown(value)}. Give a finite number, or do not estimate.`, ['value'])
      .refusal
  if (typeof interval !== 'object' || interval === null)
    return refuse('interval-wrong', `The interval is ${shown(interval)}. Give low, high and level.`, ['interval'])
      .refusal
  const { low, high, level } = interval
  if (!(level > 0.5 && level < 1))
    return refuse('interval-wrong', `The level is ${shown(level)}. Give a number between 0.5 and 1, such as 0.95.`, [
      'interval',
      'level',
    ]).refusal
  const isEnd = (end: unknown) => end === 'unbounded' || Number.isFinite(end)
  if (!isEnd(low) || !isEnd(high) || (low === 'unbounded' && high === 'unbounded'))
    return refuse(
      'interval-wrong',
      `The interval goes from ${shown(low)} to ${shown(high)}. Give finite numbers, or "unbounded" on one side.`,
      ['interval'],
    ).refusal
  if ((low !== 'unbounded' && low > value) || (high !== 'unbounded' && high < value))
    return refuse(
      'interval-wrong',
      `The interval from ${shown(low)} to ${shown(high)} does not hold the value ${value}. Check which is which.`,
      ['interval'],
    ).refusal
  return undefined
}

function designRefusal({ design }: EstimateInput): Refusal | undefined {
  const answer = defineDesign(design)
  if ('value' in answer) return undefined
  return { ...answer.refusal, path: ['design', ...(answer.refusal.path ?? [])] }
}

function checksRefusal(checks: EstimateInput['checks']): Refusal | undefined {
  if (!Array.isArray(checks))
    return refuse('text-missing', `checks is ${shown(checks)}. Give a list.`, ['checks']).refusal
  for (const [index, one] of checks.entries()) {
    const refusal =
      textRefusal(one?.name, ['checks', index, 'name']) ??
      listedRefusal(one?.outcome, ['held', 'failed', 'not-made'], ['checks', index, 'outcome'])
    if (refusal !== undefined) return refusal
  }
  return undefined
}

function standingRefusal({ standing }: EstimateInput): Refusal | undefined {
  const refusal = listedRefusal(standing?.kind, ['pre-specified', 'exploratory'], ['standing', 'kind'])
  if (refusal !== undefined) return refusal
  if (standing.kind === 'exploratory')
    return listedRefusal(standing.because, Object.keys(exploratoryReasons), ['standing', 'because'])
  return (
    textRefusal(standing.planId, ['standing', 'planId']) ??
    textRefusal(standing.analysisId, ['standing', 'analysisId']) ??
    (Number.isSafeInteger(standing.version) && standing.version >= 1
      ? undefined
      : refuse('number-wrong', `standing.version is ${shown(standing.version)}. Give a whole number from 1.`, [
          'standing',
          'version',
        ]).refusal)
  )
}
