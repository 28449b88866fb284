import { type Result, refuse } from '../../refusal.ts'
import { matchKinds } from '../match.ts'
import { checkScheme } from './check-scheme.ts'
import { classes, matchProperty, properties, schemeStatements } from './scheme-statements.ts'
import type { LanguageText, SkosConcept, SkosScheme } from './skos-scheme.ts'
import { type Statement, statementKey, typeProperty } from './statement.ts'

/**
 * Gives the scheme that statements make. A statement that would not be written again is refused as `unsupported-format` with
 * its place, so that nothing is lost in silence; what follows from the rest (`inScheme`, `topConceptOf`) may be missing.
 */
export function schemeFromStatements(statements: readonly Statement[]): Result<SkosScheme> {
  const uris = (type: string) => [
    ...new Set(statements.filter((s) => s.property === typeProperty && s.object.uri === type).map((s) => s.subject)),
  ]
  const [uri, second] = uris(classes.scheme)
  if (uri === undefined)
    return refuse('missing-field', 'There is no skos:ConceptScheme here. Give a file that has one.')
  if (second !== undefined) {
    return refuse('unsupported-format', `There are two schemes, ${uri} and ${second}. Give each its own file.`)
  }
  const bySubject = new Map<string, Map<string, Statement[]>>()
  for (const statement of statements) {
    const about = bySubject.get(statement.subject) ?? new Map<string, Statement[]>()
    const said = about.get(statement.property) ?? []
    said.push(statement)
    bySubject.set(statement.subject, about.set(statement.property, said))
  }
  const of =
    (subject: string): Of =>
    (property) =>
      bySubject.get(subject)?.get(property) ?? []
  const scheme: SkosScheme = {
    uri,
    titles: texts(of(uri)(properties.titles)),
    publishers: texts(of(uri)(properties.publishers)),
    notes: texts(of(uri)(properties.notes)),
    licences: links(of(uri)(properties.licences)),
    concepts: uris(classes.concept).map((subject) => conceptOf(subject, of(subject))),
  }
  const carried = new Set(schemeStatements(scheme).map(statementKey))
  const lost = statements.find((statement) => !carried.has(statementKey(statement)))
  if (lost === undefined) return checkScheme(scheme)
  return refuse(
    'unsupported-format',
    `What is said of ${lost.subject} with ${lost.property} is not carried here: ${statementKey(lost)}. Take it out, or keep the file as it is.`,
    lost.place?.(),
  )
}

type Of = (property: string) => readonly Statement[]

function conceptOf(uri: string, of: Of): SkosConcept {
  const matches = matchKinds.map((kind) => [kind, links(of(matchProperty(kind)))])
  return {
    uri,
    notations: of(properties.notations).flatMap(({ object }) =>
      object.uri === undefined && object.language === undefined ? [object.text] : [],
    ),
    labels: texts(of(properties.labels)),
    definitions: texts(of(properties.definitions)),
    notes: texts(of(properties.notes)),
    broader: links(of(properties.broader)),
    matches: Object.fromEntries(matches) as SkosConcept['matches'],
  }
}

function texts(statements: readonly Statement[]): readonly LanguageText[] {
  return statements.flatMap(({ object }) =>
    object.uri === undefined && object.language !== undefined ? [{ text: object.text, language: object.language }] : [],
  )
}

function links(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ object }) => (object.uri === undefined ? [] : [object.uri]))
}
