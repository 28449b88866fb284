/** The thing a statement ends in: something with an address, or a text. */
export type StatementObject =
  | { readonly uri: string; readonly text?: never }
  | { readonly text: string; readonly language?: string; readonly uri?: never }

/** One statement of RDF: a subject by its address, a property by its address, and an object. */
export interface Statement {
  readonly subject: string
  readonly property: string
  readonly object: StatementObject
  /** Gives where it stands, such as `line 3, column 5`; a statement that was not read has no place. */
  readonly place?: () => string
}

/** The prefixes that are written. */
export const prefixes = {
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
} as const

/** The property that says of what class something is. */
export const typeProperty = `${prefixes.rdf}type`

/** Gives one text for one statement, so that two are the same when they say the same; language tags ignore case. */
export function statementKey({ subject, property, object }: Statement): string {
  const end = object.uri === undefined ? [object.text, (object.language ?? '').toLowerCase()] : [object.uri]
  return JSON.stringify([subject, property, ...end])
}
