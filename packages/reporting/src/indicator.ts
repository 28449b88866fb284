import type { Condition } from './condition.ts'
import type { Refusal, RefusalCode, Result } from './refusal.ts'

/**
 * What an indicator measures in each group.
 *
 * `distribution` counts the respondents who chose each of the `choices` in the column `of`, which holds one choice a row: with `many`, a
 * respondent may have several rows.
 */
export type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: 'count-distinct'; readonly of: string }
  | { readonly kind: 'rate'; readonly of: Condition }
  | { readonly kind: 'mean'; readonly of: string }
  | {
      readonly kind: 'distribution'
      readonly of: string
      readonly choices: readonly string[]
      readonly respondent: string
      readonly many: boolean
    }

/** An indicator as data: which rows (`where`, all conditions together), split how (`by`), measured how, in which unit, and said in a sentence. */
export interface Indicator {
  readonly id: string
  readonly label: string
  /** A sentence a reader can hold the figure to: who is counted, and among whom. */
  readonly definition: string
  readonly where?: readonly Condition[]
  readonly by?: readonly string[]
  readonly measure: Measure
  /** Whether people can be counted or told apart by it. Only a false here leaves counts unrounded for everyone. */
  readonly people: boolean
  readonly unit: string
}

/**
 * An indicator that is complete and can be asked.
 *
 * Refused: an empty id, label, definition or unit; an `in` without values; a column to split by named twice, or more than three of
 * them; choices that are missing, blank or repeated.
 *
 * @example
 * ```ts
 * import { defineIndicator } from '@mentoring-commons/reporting'
 *
 * const input = { id: 'finished', label: 'Finished', definition: 'Share of places that were completed.', measure: { kind: 'rate', of: { column: 'done', op: 'is-true' } }, people: true, unit: 'percent' } as const
 * 'value' in defineIndicator(input) //=> true
 * const vague = defineIndicator({ ...input, definition: ' ' })
 * 'refusal' in vague && vague.refusal.code //=> "indicator-incomplete"
 * ```
 */
export function defineIndicator(input: Indicator): Result<Indicator> {
  for (const field of ['id', 'label', 'definition', 'unit'] as const)
    if (input[field].trim() === '')
      return no('indicator-incomplete', `Indicator "${input.id}" has no ${field}. Give one.`, [field])
  for (const [index, condition] of (input.where ?? []).entries()) {
    const refusal = wrongCondition(condition, ['where', index])
    if (refusal !== undefined) return { refusal }
  }
  const by = input.by ?? []
  const repeated = by.find((column, index) => by.indexOf(column) !== index)
  if (repeated !== undefined)
    return no('indicator-by-wrong', `Indicator "${input.id}" splits by "${repeated}" twice. Name it once.`, ['by'])
  if (by.length > 3)
    return no(
      'indicator-by-wrong',
      `Indicator "${input.id}" splits by ${by.length} columns. Split by three at most: finer groups hold too few.`,
      ['by'],
    )
  if (input.measure.kind === 'rate') {
    const refusal = wrongCondition(input.measure.of, ['measure', 'of'])
    if (refusal !== undefined) return { refusal }
  }
  if (input.measure.kind === 'distribution') {
    const { of, choices } = input.measure
    if (
      choices.length === 0 ||
      choices.some((choice) => choice.trim() === '') ||
      new Set(choices).size < choices.length
    )
      return no(
        'choices-wrong',
        `Indicator "${input.id}" has the choices ${JSON.stringify(choices)}. Give each choice once, none of them blank.`,
        ['measure', 'choices'],
      )
    if (by.includes(of))
      return no(
        'indicator-by-wrong',
        `Indicator "${input.id}" splits the answers "${of}" by themselves. Take "${of}" out of by.`,
        ['by'],
      )
  }
  return { value: input }
}

function wrongCondition(condition: Condition, path: readonly (string | number)[]): Refusal | undefined {
  if (condition.op === 'in' && condition.value.length === 0)
    return no(
      'indicator-condition-wrong',
      `The condition on "${condition.column}" lists no value. List at least one.`,
      path,
    ).refusal
  return undefined
}

function no(code: RefusalCode, message: string, path: readonly (string | number)[]): { refusal: Refusal } {
  return { refusal: { code, message, path } }
}
