import { identifierRefusal, textRefusal } from '../identifier.ts'
import { fieldsRefusal, listedRefusal } from '../read-fields.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { type ValueFramework, type ValueSign, valueSigns } from './value-framework.ts'
import { type Window, windowRefusal } from './window.ts'

/** Data on an effect: something measured over a window, or known not to have been. */
export interface ValueIndicator {
  readonly id: string
  readonly communityId: string
  /** One of the types of the framework in use. */
  readonly type: string
  /** What is measured, in words, with its unit. */
  readonly measure: string
  readonly window: Window
  /** `null` where it was not measured, which is not 0. */
  readonly value: number | null
  /** What the value means; `null` where nothing was measured. */
  readonly sign: ValueSign | null
}

/**
 * Gives an indicator of value. Value and sign stand or lack together: a zero may be good, and no answer is none.
 *
 * @example
 * ```ts
 * import { defineValueIndicator, valueFrameworks } from '@mentoring-commons/mentoring'
 *
 * const window = { from: '2025-01-01', to: '2025-12-31' }
 * const shape = { id: 'i1', communityId: 'k1', type: 'applied', measure: 'Modules changed', window }
 * 'value' in defineValueIndicator({ ...shape, value: 0, sign: 'null' }, valueFrameworks[0]) //=> true
 * 'value' in defineValueIndicator({ ...shape, value: null, sign: null }, valueFrameworks[0]) //=> true
 * ```
 */
export function defineValueIndicator(input: ValueIndicator, framework: ValueFramework): Result<ValueIndicator> {
  const refusal =
    fieldsRefusal(input, ['id', 'communityId', 'type', 'measure', 'window', 'value', 'sign'], '') ??
    identifierRefusal(input.id, 'id') ??
    identifierRefusal(input.communityId, 'communityId') ??
    valueTypeRefusal(input.type, framework, 'type') ??
    textRefusal(input.measure, 'measure') ??
    windowRefusal(input.window) ??
    (input.sign === null ? undefined : listedRefusal(input.sign, valueSigns, 'sign'))
  if (refusal) return { refusal }
  if (input.value !== null && !Number.isFinite(input.value)) {
    return refuse('reading-out-of-range', `${input.value} is no number: give one, or null if nothing was measured.`)
  }
  if ((input.value === null) !== (input.sign === null)) {
    const message = `The value is ${input.value} and the sign ${input.sign}: give both, or null for both.`
    return refuse('reading-without-sign', message, 'sign')
  }
  return { value: input }
}

/** Gives the refusal of a type that the framework does not have, and nothing for one that it has. */
export function valueTypeRefusal(type: unknown, framework: ValueFramework, path: string): Refusal | undefined {
  if (framework.types.some((one) => one === type)) return undefined
  const message = `${JSON.stringify(type)} is no type of value in ${framework.key}: use one of ${framework.types.join(', ')}.`
  return refuse('value-type-not-in-framework', message, path).refusal
}
