import { type Result, refuse } from '../refusal.ts'
import { fallbackTags, isLanguageTag } from './language-tag.ts'
import { readCode } from './read-code.ts'
import type { AttachedWording, WordedEdition } from './wording.ts'

/** A text and the language it is in. */
export interface WordedText {
  readonly text: string
  readonly language: string
  /** Who allowed it to be used. */
  readonly rights: string
}

/**
 * Gives the text of a dimension, descriptor, criterion or family. Without `language` it is that of the wording attached
 * first; with one, of that language or a more general one (`cy-GB` finds `cy`), and never of another. Refuses
 * `malformed-language`, `unknown-language`, `missing-wording` for a part that was not loaded, and codes as `parseDimension`.
 *
 * @example
 * ```ts
 * import { psf2023, withWording, wordingOf } from '@mentoring-commons/ukpsf'
 * const dimensions = psf2023.dimensions.map(({ edition, code }) => ({ code: `${edition}:${code}`, text: `Testun ${code}` }))
 * const worded = withWording(psf2023, { language: 'cy', source: 'made up', rights: 'made up', dimensions }).value
 * worded && wordingOf(worded, 'psf-2023:K3', 'cy-GB').value?.text //=> "Testun K3"
 * worded && wordingOf(worded, 'K3').refusal?.code //=> "bare-code"
 * ```
 */
export function wordingOf(worded: WordedEdition, code: string, language?: string): Result<WordedText> {
  const read = readCode(code, worded.edition)
  if (read.refusal) return { refusal: { ...read.refusal, path: 'code' } }
  const wording = inLanguage(worded, language)
  if (wording.refusal) return wording
  const { texts, language: found, rights } = wording.value
  const text = Object.hasOwn(texts, read.value) ? texts[read.value] : undefined
  if (text !== undefined) return { value: { text, language: found, rights } }
  const message = `The wording in '${found}' has no text for ${read.value}: it covers ${wording.value.parts.join(', ')}. Load that part too.`
  return refuse('missing-wording', message, 'code')
}

function inLanguage(worded: WordedEdition, language: string | undefined): Result<AttachedWording> {
  const [first] = worded.wordings
  if (first === undefined) throw new RangeError(`${worded.edition.id} has no wording attached`)
  if (language === undefined) return { value: first }
  if (!isLanguageTag(language)) {
    return refuse(
      'malformed-language',
      `'${language}' is no BCP 47 tag. Write one such as 'cy' or 'en-GB'.`,
      'language',
    )
  }
  for (const tag of fallbackTags(language)) {
    const value = worded.wordings.find((wording) => wording.language.toLowerCase() === tag)
    if (value !== undefined) return { value }
  }
  const there = worded.wordings.map((wording) => `'${wording.language}'`).join(', ')
  return refuse('unknown-language', `There is no wording in '${language}'. There is ${there}.`, 'language')
}
