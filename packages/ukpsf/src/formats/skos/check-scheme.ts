import { type Result, refuse } from '../../refusal.ts'
import { isLanguageTag } from '../../wording/language-tag.ts'
import { isUri } from '../export-options.ts'
import { findCycle } from '../find-cycle.ts'
import { schemeStatements } from './scheme-statements.ts'
import type { SkosConcept, SkosScheme } from './skos-scheme.ts'
import { type StatementObject, statementKey } from './statement.ts'

/**
 * Gives a scheme back when both formats can write it and SKOS allows it: addresses are absolute, language tags are some, texts
 * are whole Unicode, nothing is said twice, labels are one in a language, `broader` stays inside and does not go round, and no
 * exact match is a broad, narrow or related one too.
 */
export function checkScheme(scheme: SkosScheme): Result<SkosScheme> {
  const said = new Set<string>()
  for (const statement of schemeStatements(scheme)) {
    const { subject, object } = statement
    const problem = isUri(subject) ? checkObject(object) : badUri(subject)
    if (problem) return { refusal: { ...problem.refusal, path: subject } }
    const key = statementKey(statement)
    if (said.has(key)) return refuse('duplicate-identifier', `This is said twice: ${key}. Say it once.`, subject)
    said.add(key)
  }
  return checkConcepts(scheme)
}

function checkObject(object: StatementObject) {
  if (object.uri !== undefined) return isUri(object.uri) ? undefined : badUri(object.uri)
  if (/[\0\p{Surrogate}]/u.test(object.text)) {
    return refuse(
      'wrong-field',
      `A text holds half a character or a NUL, which RDF cannot carry: ${JSON.stringify(object.text)}.`,
    )
  }
  if (object.language === undefined || isLanguageTag(object.language)) return undefined
  return refuse('malformed-language', `'${object.language}' is no language tag. Use one such as en or cy.`)
}

function badUri(uri: string) {
  return refuse(
    'malformed-uri',
    `'${uri}' is no absolute address. Give it whole, with its scheme, and encode its blanks.`,
  )
}

function checkConcepts(scheme: SkosScheme): Result<SkosScheme> {
  const uris = new Set(scheme.concepts.map((concept) => concept.uri))
  if (uris.has(scheme.uri) || uris.size < scheme.concepts.length) {
    return refuse('duplicate-identifier', 'Two things of the scheme have the same address. Give each its own.')
  }
  for (const concept of scheme.concepts) {
    const outside = concept.broader.find((uri) => !uris.has(uri))
    if (outside !== undefined) {
      return refuse(
        'dangling-reference',
        `The concept lies under ${outside}, which is not in the file. Add it, or take the statement out.`,
        concept.uri,
      )
    }
    const refused = checkLabels(concept) ?? checkMatches(concept)
    if (refused) return refused
  }
  const cycle = findCycle(new Map(scheme.concepts.map((concept) => [concept.uri, concept.broader])))
  if (cycle === undefined) return { value: scheme }
  return refuse(
    'cyclic-framework',
    `Concepts lie under themselves: ${cycle.slice(0, 12).join(' > ')}. Take one of these out.`,
  )
}

/** SKOS Reference, S14. */
function checkLabels({ uri, labels }: SkosConcept) {
  const languages = labels.map((label) => label.language.toLowerCase())
  const seen = new Set<string>()
  const twice = languages.find((language) => seen.size === seen.add(language).size)
  if (twice === undefined) return undefined
  return refuse(
    'duplicate-identifier',
    `The concept has two labels in '${twice}'. Keep one, and make the other a note.`,
    uri,
  )
}

/** SKOS Reference, S46 for exact against broad and related, S27 for broad against related; narrow is broad turned round. */
function checkMatches({ uri, matches }: SkosConcept) {
  const { exact, broad, narrow, related } = matches
  const pairs = [
    [exact, broad],
    [exact, narrow],
    [exact, related],
    [broad, related],
    [narrow, related],
  ] as const
  const both = pairs.flatMap(([one, other]) => {
    const others = new Set(other)
    return one.filter((match) => others.has(match))
  })
  if (both.length === 0) return undefined
  return refuse(
    'conflicting-matches',
    `${both[0]} is matched in two ways that exclude each other. Keep one of them.`,
    uri,
  )
}
