import { parseDescriptor } from '../editions/parse-descriptor.ts'
import type { DescriptorCode } from '../framework/code.ts'
import { formatDescriptor } from '../framework/descriptor.ts'
import { isText } from '../is-text.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Result, refuse } from '../refusal.ts'
import { type Category, categories, categoryOf } from './category.ts'

/**
 * A fellowship that was awarded. It has no end: no page of the awarding body was found that names an expiry, hours or a
 * form, and the intervals in use are each institution's own (see `goodStandingDue`).
 */
export interface Fellowship {
  readonly id: string
  readonly personId: string
  /** Carries the edition. The day of the award does not determine it: editions were awarded side by side for years. */
  readonly descriptor: DescriptorCode
  readonly category: Category
  readonly postNominal: string
  /** `YYYY-MM-DD`. */
  readonly awardedOn: string
}

/** What is needed to write a fellowship down; the category follows from the descriptor. */
export interface FellowshipInput {
  readonly id: string
  readonly personId: string
  /** Qualified, such as `psf-2023:D3`. */
  readonly descriptor: string
  readonly awardedOn: string
}

/**
 * Gives a fellowship with its category and post-nominal. A fellowship of 2006 keeps that edition's own: its first category
 * is Associate, AHEA. Refuses `empty-text`, `malformed-date`, and what `parseDescriptor` refuses; no day is refused for its
 * edition.
 *
 * @example
 * ```ts
 * import { defineFellowship } from '@mentoring-commons/ukpsf'
 * const senior = defineFellowship({ id: 'f1', personId: 'ada', descriptor: 'psf-2023:D3', awardedOn: '2026-05-04' })
 * senior.value?.postNominal //=> "SFHEA"
 * const early = defineFellowship({ id: 'f2', personId: 'ada', descriptor: 'ukpsf-2006:SD1', awardedOn: '2008-01-07' })
 * early.value?.postNominal //=> "AHEA"
 * ```
 */
export function defineFellowship(input: FellowshipInput): Result<Fellowship> {
  for (const field of ['id', 'personId'] as const) {
    if (isText(input[field])) continue
    return refuse(
      'empty-text',
      `A fellowship needs a ${field} that is not empty; got '${String(input[field])}'.`,
      field,
    )
  }
  if (!isIsoDate(input.awardedOn)) {
    const text = `'${input.awardedOn}' is not a day of the calendar. Write the day of the award as YYYY-MM-DD.`
    return refuse('malformed-date', text, 'awardedOn')
  }
  const parsed = parseDescriptor(input.descriptor)
  if (parsed.refusal) return { refusal: { ...parsed.refusal, path: 'descriptor' } }
  const { id, personId, awardedOn } = input
  const { postNominal } = parsed.value
  const descriptor = formatDescriptor(parsed.value)
  return { value: { id, personId, descriptor, category: categoryOf(parsed.value), postNominal, awardedOn } }
}

/**
 * Gives the fellowship that a person holds on a day: the latest one awarded by then, and of several awarded on one day the
 * highest. Throws a `RangeError` for what is no day, and a `TypeError` where fellowships of several people are given.
 *
 * @example
 * ```ts
 * import { currentFellowship, defineFellowship } from '@mentoring-commons/ukpsf'
 * const inputs = [
 *   { id: 'f1', personId: 'ada', descriptor: 'ukpsf-2011:D2', awardedOn: '2015-07-01' },
 *   { id: 'f2', personId: 'ada', descriptor: 'psf-2023:D3', awardedOn: '2026-05-04' },
 * ]
 * const held = inputs.flatMap((input) => defineFellowship(input).value ?? [])
 * currentFellowship(held, '2026-05-03')?.postNominal //=> "FHEA"
 * currentFellowship(held, '2026-05-04')?.postNominal //=> "SFHEA"
 * ```
 */
export function currentFellowship(fellowships: readonly Fellowship[], on: string): Fellowship | undefined {
  if (!isIsoDate(on)) throw new RangeError(`'${on}' is not a day of the calendar.`)
  const people = new Set(fellowships.map((each) => each.personId))
  if (people.size > 1) throw new TypeError(`Fellowships of several people were given: ${[...people].join(', ')}.`)
  const rank = (each: Fellowship) => `${each.awardedOn} ${categories.indexOf(each.category)} ${each.id}`
  return fellowships
    .filter((each) => each.awardedOn <= on)
    .reduce<Fellowship | undefined>((last, each) => (last && rank(last) > rank(each) ? last : each), undefined)
}
