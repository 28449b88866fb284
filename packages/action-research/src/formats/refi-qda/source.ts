import type { Evidence } from '../../evidence.ts'
import type { InquiryUnderway } from '../../inquiry.ts'
import { type Refusal, type Result, refuse } from '../../refusal.ts'

/** What can be a source: evidence of which the text is given, and reflections. */
export interface SourceRef {
  readonly kind: 'evidence' | 'reflection'
  readonly id: string
}

/** A text that belongs to evidence, kept by whoever asks for the export. */
export interface SourceText {
  readonly evidence: string
  readonly text: string
}

/** A code put on a part of a source, from one UTF-16 index of its text to another, the second not included. */
export interface Coding {
  readonly source: SourceRef
  readonly code: string
  readonly from: number
  readonly to: number
}

/** A source as it is exported: `text` has line feeds alone for line ends and no character that XML cannot hold. */
export interface Source {
  readonly ref: SourceRef
  readonly name: string
  readonly given: string
  readonly text: string
  readonly on: string
  readonly cycle: string
  readonly codes: readonly string[]
  readonly participants: readonly string[]
  readonly author?: string
  readonly evidence?: Evidence
}

/** A text as exports have it: line ends are line feeds, and what XML cannot hold is U+FFFD, one for one. */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (found) => (/[\t\n\u007F-\u009F]/.test(found) ? found : '\uFFFD'))
}

/**
 * A place of a given text as the place in its exported form, counted in characters (code points); a refusal when it does
 * not lie in it or would cut a character in two.
 */
export function place(given: string, index: number, path: string): Result<number> {
  const isInside = Number.isInteger(index) && index >= 0 && index <= given.length
  const cuts = isInside && /^[\uDC00-\uDFFF]/.test(given.slice(index)) && /[\uD800-\uDBFF]$/.test(given.slice(0, index))
  const splits = isInside && given[index] === '\n' && given[index - 1] === '\r'
  if (isInside && !cuts && !splits) return { value: [...plain(given.slice(0, index))].length }
  const says = `${path} is ${index}, in a text of ${given.length} units; give an index in it that cuts no character`
  return refuse('range-outside-text', says, path)
}

/** Why texts are not those of evidence, if so: one names no evidence, or there are two of one. */
export function faultInTexts(texts: readonly SourceText[], { evidence }: InquiryUnderway): Refusal | undefined {
  for (const [index, { evidence: id }] of texts.entries()) {
    const path = `texts[${index}].evidence`
    if (!evidence.some((item) => item.id === id)) {
      return refuse('not-found', `${path} "${id}" names no evidence; leave it out`, path).refusal
    }
    if (texts.findIndex((one) => one.evidence === id) < index) {
      return refuse('duplicate-id', `${path} "${id}" repeats; give one text for it`, path).refusal
    }
  }
  return undefined
}
