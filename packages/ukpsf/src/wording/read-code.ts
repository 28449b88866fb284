import { editionById, editions } from '../editions/catalogue.ts'
import type { Edition } from '../framework/edition.ts'
import { type Result, refuse } from '../refusal.ts'
import { codesOfPart, wordedParts } from './codes-of-part.ts'
import type { WordedPart } from './wording.ts'

const singular = {
  dimensions: 'dimension',
  descriptors: 'descriptor',
  criteria: 'criterion',
  families: 'family',
} as const satisfies Readonly<Record<WordedPart, string>>

/**
 * Gives a code of an edition in its canonical spelling; white space around it is dropped and case is folded. Only the named
 * parts are looked in. Refuses `malformed-code`, `bare-code`, `unknown-edition`, `mixed-editions` and `unknown-code`.
 */
export function readCode(text: string, edition: Edition, parts: readonly WordedPart[] = wordedParts): Result<string> {
  const codes = parts.flatMap((part) => codesOfPart(edition, part))
  const [example] = codes
  if (typeof text !== 'string') return refuse('malformed-code', `A code is a text such as '${example}', not ${text}.`)
  const written = text.trim().toLowerCase()
  const value = codes.find((code) => code.toLowerCase() === written)
  if (value !== undefined) return { value }
  const bare = everyCode().find((code) => code.toLowerCase().endsWith(`:${written}`))
  if (bare !== undefined) {
    const own = codes.find((code) => code.toLowerCase().endsWith(`:${written}`))
    const hint = own === undefined ? `Write the edition before it, as in '${example}'.` : `Write '${own}'.`
    return refuse('bare-code', `'${text}' does not say its edition. ${hint}`)
  }
  const [, named, local] = /^([a-z][a-z0-9-]*):([a-z0-9.]+)$/.exec(written) ?? []
  if (named === undefined || local === undefined) {
    return refuse('malformed-code', `'${text}' is not a qualified code. Write it as in '${example}'.`)
  }
  const other = editionById(named)
  if (other.refusal) return other
  if (other.value.id !== edition.id) {
    return refuse('mixed-editions', `'${text}' is of ${named}, and this wording is of ${edition.id}. Load it there.`)
  }
  const kinds = parts.map((part) => singular[part]).join(', ')
  return refuse('unknown-code', `${edition.id} has no ${local.toUpperCase()} as ${kinds}. It has ${codes.join(', ')}.`)
}

function everyCode(): readonly string[] {
  return editions.flatMap((edition) => wordedParts.flatMap((part) => codesOfPart(edition, part)))
}
