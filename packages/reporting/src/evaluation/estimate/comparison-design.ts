import type { Result } from '../../refusal.ts'
import { dayRefusal } from '../day.ts'
import { listedRefusal, refuse, shown, textRefusal, textsRefusal } from '../refuse.ts'
import { comparisonDesigns } from './designs.ts'

/** What an estimate compares with what, and with what care. Each kind carries what it cannot do without. */
export type ComparisonDesign =
  /** A figure that is compared with nothing. */
  | { readonly kind: 'description' }
  /** The same people before and after, linked by a pseudonym. */
  | { readonly kind: 'pre-post'; readonly linkedBy: string }
  /** Two groups as they are. */
  | { readonly kind: 'unmatched'; readonly groups: readonly [string, string] }
  /** Two groups made alike in what is named. */
  | {
      readonly kind: 'matched'
      readonly groups: readonly [string, string]
      readonly on: readonly string[]
      readonly estimand: 'treated' | 'all'
    }
  /** The change of one group beside the change of another. */
  | {
      readonly kind: 'difference-in-differences'
      readonly groups: readonly [string, string]
      /** How many times both were measured before; two at least, or the trends cannot be compared. */
      readonly periodsBefore: number
    }
  /** Who was offered a place by lot, beside who waits. */
  | { readonly kind: 'waiting-list-lottery'; readonly groups: readonly [string, string]; readonly drawnOn: string }
  /** Time until something happens, with mentoring counted from the day it began. */
  | {
      readonly kind: 'survival'
      readonly exposure: 'time-varying' | 'landmark'
      /** What both clocks start from, such as the day of appointment. */
      readonly origin: string
    }

/** The kind of a design. */
export type DesignKind = ComparisonDesign['kind']

/**
 * A comparison design that is complete.
 *
 * Refused: a kind that is not listed, groups that are not two, a matching on nothing, fewer than two periods before in a difference in differences,
 * and an exposure that counts people as mentored before mentoring starts (immortal time).
 *
 * @example
 * ```ts
 * import { defineDesign } from '@mentoring-commons/reporting/evaluation'
 *
 * 'value' in defineDesign({ kind: 'pre-post', linkedBy: 'a code that people choose' }) //=> true
 * const short = defineDesign({ kind: 'difference-in-differences', groups: ['mentees', 'others'], periodsBefore: 1 })
 * 'refusal' in short && short.refusal.code //=> "design-incomplete"
 * ```
 */
export function defineDesign(input: ComparisonDesign): Result<ComparisonDesign> {
  const given: unknown = input
  if (typeof given !== 'object' || given === null)
    return refuse('design-incomplete', `The design is ${shown(given)}. Say what is compared with what.`)
  const refusal =
    listedRefusal(input.kind, Object.keys(comparisonDesigns), ['kind']) ??
    ('groups' in input ? textsRefusal(input.groups, ['groups']) : undefined)
  if (refusal !== undefined) return { refusal }
  const wrong = whatLacks(input)
  if (wrong !== undefined) return wrong
  return { value: input }
}

function whatLacks(design: ComparisonDesign) {
  if (design.kind !== 'description' && design.kind !== 'pre-post' && design.kind !== 'survival') {
    const { groups } = design
    if (groups?.length !== 2 || groups[0] === groups[1])
      return refuse('design-incomplete', `The groups are ${shown(groups)}. Name two groups.`, ['groups'])
  }
  switch (design.kind) {
    case 'description':
    case 'unmatched':
      return undefined
    case 'pre-post':
      return asAnswer(textRefusal(design.linkedBy, ['linkedBy']))
    case 'matched': {
      const refusal =
        textsRefusal(design.on, ['on']) ?? listedRefusal(design.estimand, ['treated', 'all'], ['estimand'])
      if (refusal !== undefined) return { refusal }
      if (design.on.length > 0) return undefined
      return refuse(
        'design-incomplete',
        'The groups are matched on nothing. Name the variables, or call it unmatched.',
        ['on'],
      )
    }
    case 'difference-in-differences':
      if (Number.isSafeInteger(design.periodsBefore) && design.periodsBefore >= 2) return undefined
      return refuse(
        'design-incomplete',
        `There are ${shown(design.periodsBefore)} periods before. With fewer than 2 nobody can see whether both groups were on one path: measure twice, or call it pre-post.`,
        ['periodsBefore'],
      )
    case 'waiting-list-lottery':
      return asAnswer(dayRefusal(design.drawnOn, ['drawnOn']))
    case 'survival': {
      const refusal = textRefusal(design.origin, ['origin'])
      if (refusal !== undefined) return { refusal }
      if (design.exposure === 'time-varying' || design.exposure === 'landmark') return undefined
      return refuse(
        'exposure-immortal',
        `The exposure is ${shown(design.exposure)}. Counted from the start, people would be mentored before mentoring starts: take time-varying or landmark.`,
        ['exposure'],
      )
    }
  }
}

function asAnswer(refusal: ReturnType<typeof textRefusal>) {
  return refusal === undefined ? undefined : { refusal }
}
