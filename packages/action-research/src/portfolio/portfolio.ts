import { completeness } from '../completeness.ts'
import { type Audience, audiences } from '../consent.ts'
import type { Inquiry, InquiryUnderway } from '../inquiry.ts'
import { isIsoDate } from '../iso-date.ts'
import type { Criterion } from '../quality/criterion.ts'
import { quality } from '../quality/quality.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { cycleTree, flat } from '../views/cycle-tree.ts'
import { countLeftOut, type LeftOut, type Shown } from '../views/shown.ts'
import { shownTo } from '../views/shown-to.ts'
import { spiral } from '../views/spiral.ts'
import { aboutSections } from './about-sections.ts'
import { itemsOf } from './items.ts'
import { knowledgeSections } from './knowledge-sections.ts'
import type { Material, Tag } from './material.ts'
import { withNotes } from './notes.ts'
import {
  type Portfolio,
  type PortfolioCriterion,
  type PortfolioSection,
  portfolioSections,
  type SectionId,
} from './portfolio-shape.ts'
import { tooLong } from './text-limit.ts'
import { workSections } from './work-sections.ts'

/**
 * For whom, of which version of the stream and on which day a portfolio is frozen, and what the inquiry does not hold:
 * the authors' own text of a section, the tags that map items to outcomes or dimensions, and what authors are called where
 * their ids are no names.
 */
export interface PortfolioOptions {
  readonly audience: Audience
  readonly version: number
  readonly frozenOn: string
  readonly texts?: Readonly<Partial<Record<SectionId, string>>>
  readonly tags?: readonly Tag[]
  readonly called?: Readonly<Record<string, string>>
}

/**
 * The portfolio of an inquiry for an audience, deeply frozen. What consent does not cover for that audience, or no
 * longer covers, is not in it; `leftOut` counts it. The same state and options give an equal value. Refuses an inquiry
 * that has not begun, an unknown audience or section, a day that is none, a tag on what is not there, and a text beyond
 * `textLengthMax`. Throws a RangeError for a version that is not a whole number from 0.
 * @example
 * ```ts
 * import { portfolio } from '@mentoring-commons/action-research'
 * const answer = portfolio({ status: 'not-begun' }, { audience: 'internal', version: 0, frozenOn: '2026-06-30' })
 * 'refusal' in answer && answer.refusal.code //=> "not-begun"
 * ```
 */
export function portfolio(inquiry: Inquiry, options: PortfolioOptions): Result<Portfolio> {
  const { audience, version, frozenOn, texts = {}, tags = [], called = {} } = options
  if (!Number.isInteger(version) || version < 0) {
    throw new RangeError(`version ${version} is none of a stream; give the whole number that reading it gave`)
  }
  if (inquiry.status === 'not-begun') return refuse('not-begun', 'the inquiry has not begun; begin it first')
  const shown = shownTo(inquiry, audience, called)
  const refusal = faultIn(options) ?? faultInTags(tags, inquiry)
  if (refusal !== undefined) return { refusal }
  const items = itemsOf(inquiry, shown)
  const has = ({ item }: Tag) => items.some(({ kind, id }) => kind === item.kind && id === item.id)
  const labels = new Map(flat(cycleTree(inquiry.cycles)).map(({ cycle, label }) => [cycle.id, label]))
  const sections = sectionsOf({ inquiry, shown, labels, texts, tags: tags.filter(has) })
  const long = sections.map(longText).find((one) => one !== undefined)
  if (long !== undefined) return { refusal: long }
  const value: Portfolio = {
    format: 'action-research-portfolio',
    formatVersion: 1,
    inquiry: inquiry.id,
    version,
    frozenOn,
    audience,
    authors: inquiry.authors.map((id) => (Object.hasOwn(called, id) ? (called[id] ?? id) : id)),
    begunOn: inquiry.begunOn,
    model: inquiry.model,
    label: completeness(inquiry).label,
    sections,
    quality: quality(inquiry).map(criterionOf),
    spiral: spiral(inquiry, frozenOn),
    items,
    leftOut: withTags(shown, tags.filter((tag) => !has(tag)).length),
  }
  return { value: deepFreeze(structuredCopy(value)) }
}

function faultIn({ audience, frozenOn, texts = {} }: PortfolioOptions): Refusal | undefined {
  if (!audiences.includes(audience)) {
    return refuse(
      'unknown-value',
      `audience is ${JSON.stringify(audience)}; use one of ${audiences.join(', ')}`,
      'audience',
    ).refusal
  }
  if (!isIsoDate(frozenOn)) {
    return refuse(
      'invalid-date',
      `frozenOn is ${JSON.stringify(frozenOn)}; give a calendar day as YYYY-MM-DD`,
      'frozenOn',
    ).refusal
  }
  const odd = Object.keys(texts).find((id) => !Object.hasOwn(portfolioSections, id))
  if (odd === undefined) return undefined
  const known = Object.keys(portfolioSections).join(', ')
  return refuse('unknown-value', `texts names the section "${odd}"; use one of ${known}`, `texts.${odd}`).refusal
}

function faultInTags(tags: readonly Tag[], inquiry: InquiryUnderway): Refusal | undefined {
  const all = itemsOf(inquiry)
  const index = tags.findIndex(({ item }) => !all.some(({ kind, id }) => kind === item.kind && id === item.id))
  const tag = tags[index]
  if (tag === undefined) return undefined
  const { kind, id } = tag.item
  return refuse(
    'not-found',
    `tags[${index}] names ${kind} "${id}", which is not there; leave it out`,
    `tags[${index}].item`,
  ).refusal
}

function sectionsOf(material: Material): readonly PortfolioSection[] {
  const made = [...aboutSections(material), ...workSections(material), ...knowledgeSections(material)]
  const order = Object.keys(portfolioSections)
  return withNotes(
    made.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id)),
    material.shown.annotations,
  )
}

/** A criterion without what to do about it, which may name things that are not shown. */
function criterionOf({ title, source, certainty, checks }: Criterion): PortfolioCriterion {
  const named = (wanted: 'present' | 'missing') => checks.filter(({ status }) => status === wanted).map(({ id }) => id)
  return { title, source, certainty, present: named('present'), missing: named('missing') }
}

function longText({ id, entries }: PortfolioSection): Refusal | undefined {
  const texts = entries.flatMap(({ text, heading, details }) => [text, heading, ...details.map((one) => one.text)])
  return texts.map((text) => tooLong(text, `sections.${id}`)).find((refusal) => refusal !== undefined)
}

function withTags({ leftOut }: Shown, n: number): readonly LeftOut[] {
  const tags = Array.from({ length: n }, () => ['tag', 'rests-on-withheld'] as const)
  return [...leftOut, ...countLeftOut(tags)]
}

function structuredCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(Object.freeze(value))) deepFreeze(part)
  return value
}
