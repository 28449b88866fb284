import type { Result } from '../../refusal.ts'
import { checkScheme } from './check-scheme.ts'
import { schemeStatements } from './scheme-statements.ts'
import type { SkosScheme } from './skos-scheme.ts'
import { prefixes, type Statement, type StatementObject, typeProperty } from './statement.ts'

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * Gives a scheme as Turtle, always the same text for the same scheme, ending in a line break. Refuses what no RDF can say:
 * `malformed-uri`, `malformed-language`, `wrong-field`; and `duplicate-identifier`, `dangling-reference`, `cyclic-framework` and
 * `conflicting-matches`.
 *
 * @example
 * ```ts
 * import { writeTurtle } from '@mentoring-commons/ukpsf/formats'
 * const nothing = { publishers: [], notes: [], licences: [], concepts: [] }
 * const scheme = { uri: 'https://example.ac.uk/s', titles: [{ text: 'A "title"', language: 'en' }], ...nothing }
 * writeTurtle(scheme).value?.includes('dcterms:title "A \\"title\\""@en .') //=> true
 * ```
 */
export function writeTurtle(scheme: SkosScheme): Result<string> {
  const checked = checkScheme(scheme)
  if (checked.refusal) return checked
  const bySubject = groupBy(schemeStatements(scheme), (statement) => statement.subject)
  const heads = Object.entries(prefixes).filter(([name]) => name !== 'rdf')
  const blocks = [...bySubject].map(([subject, statements]) => {
    const said = [...groupBy(statements, (statement) => statement.property)].map(
      ([property, same]) => `  ${shorten(property)} ${same.map((one) => show(one.object)).join(', ')}`,
    )
    return `<${subject}>\n${said.join(' ;\n')} .\n`
  })
  return { value: [`${heads.map(([name, uri]) => `@prefix ${name}: <${uri}> .\n`).join('')}`, ...blocks].join('\n') }
}

function show(object: StatementObject): string {
  if (object.uri !== undefined) return shorten(object.uri)
  const text = object.text.replace(
    /["\\\p{Cc}]/gu,
    (char) => escapes[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return `"${text}"${object.language === undefined ? '' : `@${object.language}`}`
}

function shorten(uri: string): string {
  if (uri === typeProperty) return 'a'
  for (const [name, start] of Object.entries(prefixes)) {
    if (uri.startsWith(start) && /^[A-Za-z]+$/.test(uri.slice(start.length)))
      return `${name}:${uri.slice(start.length)}`
  }
  return `<${uri}>`
}

function groupBy(
  statements: readonly Statement[],
  key: (statement: Statement) => string,
): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const group = groups.get(key(statement)) ?? []
    group.push(statement)
    groups.set(key(statement), group)
  }
  return groups
}
