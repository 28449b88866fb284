import { type MatchKind, matchKinds } from '../match.ts'
import type { LanguageText, SkosConcept, SkosScheme } from './skos-scheme.ts'
import { prefixes, type Statement, type StatementObject, typeProperty } from './statement.ts'

/** The properties that are written, each by the field it comes from. */
export const properties = {
  titles: `${prefixes.dcterms}title`,
  publishers: `${prefixes.dcterms}publisher`,
  licences: `${prefixes.dcterms}license`,
  notes: `${prefixes.skos}note`,
  notations: `${prefixes.skos}notation`,
  labels: `${prefixes.skos}prefLabel`,
  definitions: `${prefixes.skos}definition`,
  broader: `${prefixes.skos}broader`,
  inScheme: `${prefixes.skos}inScheme`,
  topConceptOf: `${prefixes.skos}topConceptOf`,
} as const

/** The classes that are written. */
export const classes = { scheme: `${prefixes.skos}ConceptScheme`, concept: `${prefixes.skos}Concept` } as const

/** Gives the property of a kind of match, such as `closeMatch`. */
export function matchProperty(kind: MatchKind): string {
  return `${prefixes.skos}${kind}Match`
}

/** Gives everything a scheme says, the scheme first, then its concepts in their order. */
export function schemeStatements(scheme: SkosScheme): readonly Statement[] {
  return [
    ...about(scheme.uri, [
      [typeProperty, [{ uri: classes.scheme }]],
      [properties.titles, scheme.titles],
      [properties.publishers, scheme.publishers],
      [properties.licences, links(scheme.licences)],
      [properties.notes, scheme.notes],
    ]),
    ...scheme.concepts.flatMap((concept) => conceptStatements(scheme, concept)),
  ]
}

function conceptStatements(scheme: SkosScheme, concept: SkosConcept): readonly Statement[] {
  return about(concept.uri, [
    [typeProperty, [{ uri: classes.concept }]],
    [properties.inScheme, links([scheme.uri])],
    [properties.topConceptOf, links(concept.broader.length > 0 ? [] : [scheme.uri])],
    [properties.broader, links(concept.broader)],
    [properties.notations, concept.notations.map((text) => ({ text }))],
    [properties.labels, concept.labels],
    [properties.definitions, concept.definitions],
    [properties.notes, concept.notes],
    ...matchKinds.map((kind) => [matchProperty(kind), links(concept.matches[kind])] as const),
  ])
}

function about(
  subject: string,
  said: readonly (readonly [property: string, objects: readonly (StatementObject | LanguageText)[]])[],
): readonly Statement[] {
  return said.flatMap(([property, objects]) => objects.map((object) => ({ subject, property, object })))
}

function links(uris: readonly string[]): readonly StatementObject[] {
  return uris.map((uri) => ({ uri }))
}
