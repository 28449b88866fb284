import type { Edition } from '../framework/edition.ts'
import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'
import { codesOfPart, wordedParts } from './codes-of-part.ts'
import { isLanguageTag } from './language-tag.ts'
import { readCode } from './read-code.ts'
import type { AttachedWording, WordedEdition, WordedPart, Wording, WordingEntry } from './wording.ts'

/**
 * Gives an edition together with wording that an institution may use, whole: every dimension has a text, and so has
 * everything of each further part that is given. Attach several languages one after the other. Refuses
 * `malformed-language`, `duplicate-language`, `empty-text` (also where `rights` says nothing), `duplicate-wording`,
 * `missing-wording` with all that is missing in one message, and codes as `parseDimension` does, with the path.
 *
 * @example
 * ```ts
 * import { ukpsf2011, withWording } from '@mentoring-commons/ukpsf'
 * const dimensions = ukpsf2011.dimensions.map(({ edition, code }) => ({ code: `${edition}:${code}`, text: `Testun ${code}` }))
 * const wording = { language: 'cy', source: 'made up', rights: 'made up for this example', dimensions }
 * withWording(ukpsf2011, wording).value?.wordings.map(({ language }) => language) //=> ["cy"]
 * withWording(ukpsf2011, { ...wording, rights: ' ' }).refusal?.path //=> "rights"
 * withWording(ukpsf2011, { ...wording, dimensions: dimensions.slice(1) }).refusal?.code //=> "missing-wording"
 * ```
 */
export function withWording(edition: Edition | WordedEdition, wording: Wording): Result<WordedEdition> {
  const worded: WordedEdition = 'wordings' in edition ? edition : { edition, wordings: [] }
  const { language, source, rights } = wording
  if (!isLanguageTag(language)) {
    return refuse(
      'malformed-language',
      `'${language}' is no BCP 47 tag. Write one such as 'cy' or 'en-GB'.`,
      'language',
    )
  }
  if (worded.wordings.some((one) => one.language.toLowerCase() === language.toLowerCase())) {
    const message = `A wording in '${language}' is attached already. Attach to the edition anew to replace it.`
    return refuse('duplicate-language', message, 'language')
  }
  if (isEmpty(source)) return refuse('empty-text', 'Say which document the texts are taken from.', 'source')
  if (isEmpty(rights)) {
    const message = `Say who allowed the texts to be used, and on what terms; without that they cannot be attached.`
    return refuse('empty-text', message, 'rights')
  }
  const texts: Record<string, string> = {}
  const parts = wordedParts.filter((part) => part === 'dimensions' || wording[part] !== undefined)
  for (const part of parts) {
    const read = readPart(worded.edition, part, wording[part] ?? [])
    if (read.refusal) return read
    Object.assign(texts, read.value)
  }
  const attached: AttachedWording = { language, source, rights, parts, texts }
  return { value: { edition: worded.edition, wordings: [...worded.wordings, attached] } }
}

function readPart(
  edition: Edition,
  part: WordedPart,
  entries: readonly WordingEntry[],
): Result<Readonly<Record<string, string>>> {
  if (!Array.isArray(entries)) throw new TypeError(`${part} must be a list of { code, text }; got ${String(entries)}`)
  const texts = new Map<string, string>()
  for (const [index, { code: written, text }] of entries.entries()) {
    const path = `${part}[${index}]`
    const code = readCode(written, edition, [part])
    if (code.refusal) return { refusal: { ...code.refusal, path: `${path}.code` } }
    if (texts.has(code.value)) {
      return refuse('duplicate-wording', `${code.value} has two texts. Keep one.`, `${path}.code`)
    }
    if (isEmpty(text)) return refuse('empty-text', `The text of ${code.value} is empty. Fill it in.`, `${path}.text`)
    texts.set(code.value, text)
  }
  const missing = codesOfPart(edition, part).filter((code) => !texts.has(code))
  if (missing.length === 0) return { value: Object.fromEntries(texts) }
  const ask = part === 'dimensions' ? 'Add them.' : `Add them, or leave ${part} out.`
  return refuse('missing-wording', `There is no text for ${missing.join(', ')}. ${ask}`, part)
}

function isEmpty(text: unknown): boolean {
  return !isText(text)
}
