import type { Result } from '../../refusal.ts'
import { checkScheme } from './check-scheme.ts'
import { schemeStatements } from './scheme-statements.ts'
import type { SkosScheme } from './skos-scheme.ts'
import { prefixes, type StatementObject, typeProperty } from './statement.ts'

/** The context of every document that is written. */
export const jsonLdContext = { dcterms: prefixes.dcterms, skos: prefixes.skos } as const

/** A value in the documents that are written: something with an address, or a text. */
export type JsonLdValue = { readonly '@id': string } | { readonly '@value': string; readonly '@language'?: string }

/** One thing of a document: its address, its class, and lists of values by prefixed property. */
export type JsonLdNode = { readonly '@id': string; readonly '@type': readonly string[] } & {
  readonly [property: `dcterms:${string}` | `skos:${string}`]: readonly JsonLdValue[]
}

/** A scheme as JSON-LD 1.1: a context of prefixes, and the scheme and its concepts as a flat list. */
export interface JsonLdDocument {
  readonly '@context': typeof jsonLdContext
  readonly '@graph': readonly JsonLdNode[]
}

/**
 * Gives a scheme as a JSON-LD document, which says the same statements as `writeTurtle`. Refuses what `writeTurtle` refuses.
 *
 * @example
 * ```ts
 * import { writeJsonLd } from '@mentoring-commons/ukpsf/formats'
 * const nothing = { publishers: [], notes: [], licences: [], concepts: [] }
 * const scheme = { uri: 'https://example.ac.uk/s', titles: [{ text: 'A title', language: 'en' }], ...nothing }
 * writeJsonLd(scheme).value?.['@graph'][0]?.['@type'] //=> ["skos:ConceptScheme"]
 * ```
 */
export function writeJsonLd(scheme: SkosScheme): Result<JsonLdDocument> {
  const checked = checkScheme(scheme)
  if (checked.refusal) return checked
  const nodes = new Map<string, Record<string, unknown[]>>()
  for (const { subject, property, object } of schemeStatements(scheme)) {
    const node = nodes.get(subject) ?? {}
    nodes.set(subject, node)
    const [key, value] =
      property === typeProperty ? ['@type', shorten(object.uri ?? '')] : [shorten(property), writeObject(object)]
    node[key] ??= []
    node[key].push(value)
  }
  const graph = [...nodes].map(([subject, node]) => ({ '@id': subject, ...node }))
  return { value: { '@context': jsonLdContext, '@graph': graph as unknown as readonly JsonLdNode[] } }
}

function writeObject(object: StatementObject): JsonLdValue {
  if (object.uri !== undefined) return { '@id': object.uri }
  return object.language === undefined
    ? { '@value': object.text }
    : { '@value': object.text, '@language': object.language }
}

function shorten(uri: string): string {
  for (const [name, start] of Object.entries(jsonLdContext)) {
    if (uri.startsWith(start)) return `${name}:${uri.slice(start.length)}`
  }
  return uri
}
