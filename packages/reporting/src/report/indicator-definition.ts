import type { Condition } from '../condition.ts'
import { defineIndicator, type Indicator, type Measure } from '../indicator.ts'
import type { Refusal, RefusalCode, Result } from '../refusal.ts'
import { canonicalJson } from './canonical-json.ts'
import type { FrameTags } from './frame-tags.ts'
import { sha256 } from './sha256.ts'

/** The time that an indicator looks at. Days are `YYYY-MM-DD`, both included. */
export type Window =
  | { readonly kind: 'all-time' }
  | { readonly kind: 'as-of' }
  | { readonly kind: 'wave'; readonly wave: string }
  | { readonly kind: 'period'; readonly from: string; readonly to: string }

/** One way in which an indicator is split, with its own name and sentence; `by` is empty for the whole. */
export interface Disaggregation {
  readonly by: readonly string[]
  readonly label: string
  readonly definition: string
}

/** An indicator defined once: what is counted among whom and when, how, split how, and what it says about whom. */
export interface IndicatorDefinition {
  readonly id: string
  /** The input table that it is measured on. */
  readonly input: string
  /** What is counted above the line, as a sentence. */
  readonly numerator: string
  /** What it is counted among; null for a count, which has no line. */
  readonly denominator: string | null
  /** Whom the figure speaks of. */
  readonly population: string
  readonly window: Window
  readonly where?: readonly Condition[]
  readonly aggregation: Measure
  readonly disaggregations: readonly Disaggregation[]
  readonly tags: FrameTags
  readonly people: boolean
  readonly unit: string
}

/** A definition as it was at one time: the same words and rules give the same hash, on every machine. */
export interface IndicatorVersion {
  readonly definition: IndicatorDefinition
  /** SHA-256 of the definition's canonical JSON. */
  readonly hash: string
}

/**
 * The version of a definition that is complete. It is a value: whoever holds one holds all that was asked then.
 *
 * Refused: what `defineIndicator` refuses of any of its splits; a numerator, population or input that is missing; a denominator that a
 * rate, a mean or a distribution lacks, or that a count has; no split, or one split twice; a window that ends before it begins.
 *
 * @example
 * ```ts
 * import { indicatorVersion } from '@mentoring-commons/reporting'
 *
 * const whole = { by: [], label: 'Mentees', definition: 'Different people who were a mentee.' }
 * const mentees = { id: 'people.mentee', input: 'participations', numerator: 'people who were a mentee', denominator: null, population: 'people of the programme', window: { kind: 'all-time' }, aggregation: { kind: 'count-distinct', of: 'person' }, disaggregations: [whole], tags: { beneficiaries: [] }, people: true, unit: 'people' } as const
 * const version = indicatorVersion(mentees)
 * 'value' in version && version.value.hash.length //=> 64
 * 'refusal' in indicatorVersion({ ...mentees, population: '' }) //=> true
 * ```
 */
export function indicatorVersion(definition: IndicatorDefinition): Result<IndicatorVersion> {
  const { id, denominator, aggregation, disaggregations, window } = definition
  for (const field of ['input', 'numerator', 'population'] as const)
    if (definition[field].trim() === '')
      return no('indicator-incomplete', `Indicator "${id}" has no ${field}. Give one.`, [field])
  const isCount = aggregation.kind === 'count' || aggregation.kind === 'count-distinct'
  if (isCount !== (denominator === null) || denominator?.trim() === '')
    return no(
      'indicator-denominator-wrong',
      isCount
        ? `Indicator "${id}" is a count, which is among nothing. Give null as its denominator.`
        : `Indicator "${id}" is a ${aggregation.kind} among nothing. Say what its denominator is.`,
      ['denominator'],
    )
  if (window.kind === 'period' && window.to < window.from)
    return no(
      'indicator-window-wrong',
      `The window of indicator "${id}" ends on ${window.to}, before it begins on ${window.from}. Turn it round.`,
      ['window'],
    )
  const keys = disaggregations.map(({ by }) => [...by].sort().join('\n'))
  const twice = keys.findIndex((key, place) => keys.indexOf(key) !== place)
  if (disaggregations.length === 0 || twice >= 0)
    return no(
      'indicator-by-wrong',
      twice < 0
        ? `Indicator "${id}" gives no figure. Give it a split; one by nothing is the whole.`
        : `Indicator "${id}" is split by ${disaggregations[twice]?.by.join(' and ') || 'nothing'} twice. Keep one.`,
      ['disaggregations', Math.max(twice, 0)],
    )
  for (const query of queriesOf(definition)) {
    const defined = defineIndicator(query)
    if ('refusal' in defined) return defined
  }
  return { value: { definition, hash: sha256(canonicalJson(definition)) } }
}

/**
 * What a definition asks, as declarative queries: one for each split, in their order.
 *
 * @example
 * ```ts
 * import { queriesOf } from '@mentoring-commons/reporting'
 *
 * const splits = [{ by: [], label: 'Places', definition: 'Places.' }, { by: ['year'], label: 'Places of a year', definition: 'Places of the year.' }]
 * const places = { id: 'places', input: 'places', numerator: 'places', denominator: null, population: 'all', window: { kind: 'all-time' }, aggregation: { kind: 'count' }, disaggregations: splits, tags: { beneficiaries: [] }, people: false, unit: 'places' } as const
 * queriesOf(places).map(({ label, by }) => [label, by]) //=> [["Places", []], ["Places of a year", ["year"]]]
 * ```
 */
export function queriesOf(definition: IndicatorDefinition): readonly Indicator[] {
  const { id, where, aggregation, people, unit } = definition
  return definition.disaggregations.map(({ by, label, definition: sentence }) => ({
    ...{ id, label, definition: sentence, by, measure: aggregation, people, unit },
    ...(where === undefined ? {} : { where }),
  }))
}

function no(code: RefusalCode, message: string, path: readonly (string | number)[]): { refusal: Refusal } {
  return { refusal: { code, message, path } }
}
