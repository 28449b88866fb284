import { type Result, refuse } from '../../refusal.ts'
import { parseJson, type ReadOptions } from '../parse-json.ts'
import { isObject, show } from '../read-shape.ts'
import { schemeFromStatements } from './scheme-from-statements.ts'
import type { SkosScheme } from './skos-scheme.ts'
import { type Statement, type StatementObject, typeProperty } from './statement.ts'
import { jsonLdContext } from './write-json-ld.ts'

/**
 * Gives the scheme in a JSON-LD document of the form that `writeJsonLd` writes, from its text or from parsed JSON. JSON-LD can
 * say one thing in many forms: a document with another context or shape is refused as `unsupported-format` with its path, and
 * has to be brought into this form by a JSON-LD processor first. Also refuses `too-large`, `not-json`, `missing-field` and
 * whatever `writeTurtle` refuses.
 *
 * @example
 * ```ts
 * import { readJsonLd } from '@mentoring-commons/ukpsf/formats'
 * readJsonLd({ '@context': 'https://example.ac.uk/context', '@graph': [] }).refusal?.code //=> "unsupported-format"
 * ```
 */
export function readJsonLd(input: unknown, options: ReadOptions = {}): Result<SkosScheme> {
  const json = parseJson(input, options)
  if (json.refusal) return json
  const { value } = json
  const other = isObject(value) && otherKey(value, ['@context', '@graph'])
  if (!isObject(value) || other) return no(`the keys '@context' and '@graph' alone`, value, other || '')
  const { '@context': context, '@graph': graph } = value
  const known = Object.entries(jsonLdContext)
  const same = isObject(context) && Object.keys(context).length === known.length
  if (!same || known.some(([key, uri]) => context[key] !== uri)) {
    return no(`the context ${JSON.stringify(jsonLdContext)}`, context, '@context')
  }
  if (!Array.isArray(graph)) return no('a list', graph, '@graph')
  const statements: Statement[] = []
  for (const [index, node] of graph.entries()) {
    const refused = readNode(node, `@graph[${index}]`, statements)
    if (refused) return refused
  }
  return schemeFromStatements(statements)
}

function readNode(node: unknown, path: string, statements: Statement[]) {
  if (!isObject(node)) return no('an object', node, path)
  const { '@id': subject } = node
  if (typeof subject !== 'string') return no("an address in '@id'", subject, `${path}.@id`)
  for (const [key, values] of Object.entries(node)) {
    if (key === '@id') continue
    const property = key === '@type' ? typeProperty : lengthen(key)
    if (property === undefined) return no('a property of dcterms or skos', key, `${path}.${key}`)
    if (!Array.isArray(values)) return no('a list', values, `${path}.${key}`)
    for (const [index, value] of values.entries()) {
      const place = `${path}.${key}[${index}]`
      const object = key === '@type' ? typeOf(value) : objectOf(value)
      if (object === undefined) return no("an address in '@id', or a text in '@value'", value, place)
      statements.push({ subject, property, object, place: () => place })
    }
  }
  return undefined
}

function typeOf(value: unknown): StatementObject | undefined {
  const uri = typeof value === 'string' ? lengthen(value) : undefined
  return uri === undefined ? undefined : { uri }
}

function objectOf(value: unknown): StatementObject | undefined {
  if (!isObject(value)) return undefined
  const { '@id': uri, '@value': text, '@language': language } = value
  if (typeof uri === 'string') return otherKey(value, ['@id']) === undefined ? { uri } : undefined
  if (typeof text !== 'string' || otherKey(value, ['@value', '@language']) !== undefined) return undefined
  if (language === undefined) return { text }
  return typeof language === 'string' ? { text, language } : undefined
}

function lengthen(short: string): string | undefined {
  for (const [name, uri] of Object.entries(jsonLdContext)) {
    if (short.startsWith(`${name}:`)) return `${uri}${short.slice(name.length + 1)}`
  }
  return undefined
}

/** Gives a key that is none of these, if there is one. */
function otherKey(value: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  return Object.keys(value).find((key) => !keys.includes(key))
}

function no(asked: string, found: unknown, path: string) {
  return refuse(
    'unsupported-format',
    `This form of JSON-LD has ${asked} here, not ${show(found)}. Bring the document into the form of writeJsonLd first.`,
    path,
  )
}
