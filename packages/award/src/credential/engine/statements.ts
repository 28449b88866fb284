import jsonld from 'jsonld'
import { bundledContexts } from './contexts.ts'
import type { JsonObject } from './json.ts'

/** What may stand between < and > of a statement (N-Triples, IRIREF), as an absolute address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const address = /^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/i

interface Term {
  readonly termType: string
  readonly value: string
  readonly datatype?: Term
}

/** Datatypes whose values are numbers. Open Badges names them with https, W3C with http. */
const numeric = /^https?:\/\/www\.w3\.org\/2001\/XMLSchema#(?:integer|decimal|double|float)$/
const truth = /^https?:\/\/www\.w3\.org\/2001\/XMLSchema#boolean$/

/** The one type of JSON in which a value of a datatype is read: `"true"` states the same as `true`, and is not the same to a reader. */
function typeOf(datatype: string): string {
  if (truth.test(datatype)) return 'boolean'
  return numeric.test(datatype) ? 'number' : 'string'
}

function checkTypes(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  const { '@type': datatype, '@value': plain } = value as Readonly<Record<string, unknown>>
  if (
    plain !== undefined &&
    typeof datatype === 'string' &&
    datatype !== '@json' &&
    typeof plain !== typeOf(datatype)
  ) {
    throw new Error(`${JSON.stringify(plain)} is no ${typeOf(datatype)}, as ${datatype} is written`)
  }
  for (const member of Object.values(value)) checkTypes(member)
}

const refuseAll = (url: string): never => {
  throw new Error(`"${url}" is not looked up: only the contexts that are bundled are known`)
}

const options = { safe: true, base: '', documentLoader: refuseAll } as const

/**
 * Gives what a document states, as canonical N-Quads (RDFC-1.0). Contexts are put in from `contexts` and nothing is looked up; an
 * unknown context, a term that no context defines, or a name that is no absolute address throws. Source: https://www.w3.org/TR/rdf-canon/
 */
export async function statementsOf(
  document: JsonObject,
  contexts: ReadonlyMap<string, JsonObject> = bundledContexts,
): Promise<string> {
  const named = [document['@context']].flat()
  const known = named.map(
    (url) => (typeof url === 'string' ? contexts.get(url)?.['@context'] : undefined) ?? refuseAll(String(url)),
  )
  const expanded = await jsonld.expand({ ...document, '@context': known } as object, options)
  checkTypes(expanded)
  const ready = { ...options, skipExpansion: true }
  const quads = (await jsonld.toRDF(expanded as object, ready)) as unknown as readonly Readonly<Record<string, Term>>[]
  for (const { subject, predicate, object } of quads) {
    for (const term of [subject, predicate, object, object?.datatype]) {
      if (term?.termType === 'NamedNode' && !address.test(term.value)) throw new Error(`"${term.value}" is no address`)
    }
  }
  return (await jsonld.canonize(
    expanded as object,
    { ...ready, canonizeOptions: { maxWorkFactor: 1 } } as object,
  )) as string
}
