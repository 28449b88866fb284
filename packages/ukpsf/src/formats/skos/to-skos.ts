import type { Edition } from '../../framework/edition.ts'
import type { Result } from '../../refusal.ts'
import type { WordedEdition } from '../../wording/wording.ts'
import { type CheckedOptions, checkOptions, type ExportOptions } from '../export-options.ts'
import { identifierOf } from '../identifier.ts'
import { matchKindOf, matchKinds, matchRows } from '../match.ts'
import type { NotCarried } from '../not-carried.ts'
import { type OutlineItem, outline } from '../outline.ts'
import { partsOf, textOf } from '../pick-wording.ts'
import { checkScheme } from './check-scheme.ts'
import type { LanguageText, SkosConcept, SkosScheme } from './skos-scheme.ts'

/** A scheme, and what of the edition it has no place for. */
export interface SkosExport {
  readonly scheme: SkosScheme
  readonly notCarried: readonly NotCarried[]
}

/**
 * Gives an edition as a concept scheme: each family, dimension, descriptor and criterion a concept under the same address as
 * its CASE item in English, codes as notations, short titles as labels, every attached wording as a definition in its language,
 * and matches with other editions. A match that is about a part becomes `relatedMatch`. Refuses `malformed-uri`, `empty-text`,
 * `mixed-editions`, and `wrong-field` for a text that is no whole Unicode.
 *
 * @example
 * ```ts
 * import { psf2023 } from '@mentoring-commons/ukpsf'
 * import { toSkos } from '@mentoring-commons/ukpsf/formats'
 * const made = toSkos(psf2023, { baseUri: 'https://standards.example.ac.uk', publisher: 'Example University' })
 * made.value?.scheme.concepts[1]?.notations //=> ["psf-2023:V1"]
 * made.value?.notCarried[0]?.path //=> "published"
 * ```
 */
export function toSkos(edition: Edition | WordedEdition, options: ExportOptions): Result<SkosExport> {
  const worded = partsOf(edition)
  const checked = checkOptions(worded.edition, options)
  if (checked.refusal) return checked
  const { publisher, licence, crosswalks } = checked.value
  const { id, official, officialTitle } = worded.edition
  const rights = worded.wordings.map(
    ({ language, source, rights }) => `${language}: from ${source}, by right of: ${rights}.`,
  )
  const note = `Labels are short titles of this file's maker${rights.length > 0 ? `; definitions are wording (${rights.join(' ')})` : ''}. Authoritative are only the documents of ${official}; this file is not theirs.`
  const scheme = checkScheme({
    uri: addressOf(checked.value, 'CFDocuments', id),
    titles: [english(officialTitle)],
    publishers: [{ text: publisher, language: 'und' }],
    notes: [english(note)],
    licences: licence === undefined ? [] : [licence.uri],
    concepts: outline(worded.edition).map((item) => conceptOf(item, worded, checked.value)),
  })
  if (scheme.refusal) return scheme
  const left = (path: string, why: string) => ({ path, why })
  const notCarried = [
    left('published', 'SKOS describes concepts, not the history of a document.'),
    left('numbering', 'SKOS has no field for how codes are numbered.'),
    left('**.source, certainty, readOn', 'SKOS has no field for where a fact comes from and how sure it is.'),
    left('descriptors[*].postNominal, recency', 'SKOS has no field for awards or conditions.'),
    left('descriptors[*].criteria[*].rules', 'SKOS has no rules.'),
    ...(licence === undefined ? [] : [left('licence.title', 'A licence is named by its address alone.')]),
    ...crosswalks.flatMap((_, index) => [
      left(
        `crosswalks[${index}].rows[*].part, via, note`,
        'A match in SKOS is a bare link; one about a part is only related.',
      ),
      left(`crosswalks[${index}].rows (relation none), open`, 'SKOS cannot say that something has no match.'),
    ]),
  ]
  return { value: { scheme: scheme.value, notCarried } }
}

function conceptOf(item: OutlineItem, { edition, wordings }: WordedEdition, options: CheckedOptions): SkosConcept {
  const rows = matchRows(options.crosswalks).filter((row) => row.from === item.code)
  const matches = matchKinds.map((kind) => [
    kind,
    [...new Set(rows.filter((row) => matchKindOf(row) === kind).map((row) => addressOf(options, 'CFItems', row.to)))],
  ])
  return {
    uri: addressOf(options, 'CFItems', item.code),
    notations: [item.code],
    labels: [english(item.title)],
    definitions: wordings.flatMap((wording) => {
      const text = textOf(wording, item.code)
      return text === undefined ? [] : [{ text, language: wording.language }]
    }),
    notes: item.note === undefined ? [] : [english(item.note)],
    broader: item.parent === edition.id ? [] : [addressOf(options, 'CFItems', item.parent)],
    matches: Object.fromEntries(matches) as SkosConcept['matches'],
  }
}

function english(text: string): LanguageText {
  return { text, language: 'en' }
}

function addressOf({ baseUri }: CheckedOptions, path: string, code: string): string {
  return `${baseUri}/${path}/${identifierOf(code)}`
}
