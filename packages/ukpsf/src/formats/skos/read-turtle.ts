import { type Refusal, type Result, refuse } from '../../refusal.ts'
import { boundText, type ReadOptions } from '../parse-json.ts'
import { schemeFromStatements } from './scheme-from-statements.ts'
import type { SkosScheme } from './skos-scheme.ts'
import { type Statement, type StatementObject, typeProperty } from './statement.ts'
import { placeOf, type Token, turtleTokens } from './turtle-tokens.ts'

/**
 * Gives the scheme in a Turtle text. It reads the part of Turtle that `writeTurtle` writes, in any order and layout: `@prefix`,
 * addresses, prefixed names, texts in double quotation marks with or without a language, `;`, `,` and comments. Everything
 * else is refused with its line and column: `unsupported-format` for other Turtle and for statements that a scheme does not
 * carry, `malformed-turtle` for what is no Turtle. Also refuses `too-large`, `missing-field` and whatever `writeTurtle` refuses.
 *
 * @example
 * ```ts
 * import { readTurtle } from '@mentoring-commons/ukpsf/formats'
 * const text = '@prefix s: <http://www.w3.org/2004/02/skos/core#> . <https://example.ac.uk/s> a s:ConceptScheme .'
 * readTurtle(text).value?.uri //=> "https://example.ac.uk/s"
 * readTurtle('<https://example.ac.uk/s> a [] .').refusal?.path //=> "line 1, column 29"
 * ```
 */
export function readTurtle(text: string, options: ReadOptions = {}): Result<SkosScheme> {
  if (typeof text !== 'string') throw new TypeError(`Turtle is a text; got ${typeof text}`)
  const bound = boundText(text, options)
  if (bound.refusal) return bound
  const whole = bound.value.replace(/^\uFEFF/, '')
  const tokens = turtleTokens(whole)
  if ('refusal' in tokens) return tokens
  const read = readStatements(whole, tokens.value)
  return 'refusal' in read ? read : schemeFromStatements(read.value)
}

function readStatements(
  text: string,
  tokens: readonly Token[],
): { readonly value: readonly Statement[] } | { readonly refusal: Refusal } {
  const statements: Statement[] = []
  const prefixes = new Map<string, string>()
  let next = 0
  let refusal: Refusal | undefined

  while (next < tokens.length && !refusal) {
    if (tokens[next]?.kind === 'prefix') readPrefix()
    else readSubject()
  }
  return refusal ? { refusal } : { value: statements }

  function readPrefix(): void {
    next++
    const name = take('name', 'a prefix and a colon')
    const uri = take('uri', 'an address')
    if (name && uri) prefixes.set(name.value, uri.value)
    sign('.')
  }

  function readSubject(): void {
    const subject = readUri('a subject')
    let first = true
    do {
      if (!first && tokens[next]?.kind === 'sign' && tokens[next]?.value === '.') break
      first = false
      const property = readUri('a property')
      do {
        const { at = 0 } = tokens[next] ?? {}
        const object = readObject()
        statements.push({ subject, property, object, place: () => placeOf(text, at) })
      } while (!refusal && skip(','))
    } while (!refusal && skip(';'))
    sign('.')
  }

  function readObject(): StatementObject {
    const token = tokens[next]
    if (token?.kind !== 'text') return { uri: readUri('an address or a text') }
    next++
    const language = tokens[next]
    if (language?.kind !== 'language') return { text: token.value }
    next++
    return { text: token.value, language: language.value }
  }

  function readUri(what: string): string {
    const token = tokens[next]
    if (token?.kind === 'uri') next++
    if (token?.kind === 'uri') return token.value
    if (what === 'a property' && skip('a')) return typeProperty
    const name = take('name', what)
    const [prefix = '', local = ''] = name?.value.split(/(?<=:)/) ?? []
    const start = prefixes.get(prefix)
    if (name && start === undefined) no(`The prefix '${prefix}' is not declared. Declare it above.`, name.at)
    return `${start}${local}`
  }

  function take(kind: Token['kind'], what: string): Token | undefined {
    const token = tokens[next]
    next++
    if (token?.kind === kind) return token
    const found = token === undefined ? 'the text ends' : `there is ${JSON.stringify(token.value)}`
    no(`Where ${what} should stand, ${found}. Correct it, or export the file again.`, token?.at ?? text.length)
    return undefined
  }

  function sign(value: string): void {
    if (refusal || skip(value)) return
    const token = tokens[next]
    const found = token === undefined ? 'the text ends' : `there is ${JSON.stringify(token.value)}`
    no(`Where '${value}' should stand, ${found}. Correct it, or export the file again.`, token?.at ?? text.length)
  }

  function skip(value: string): boolean {
    const token = tokens[next]
    const found = token?.kind === 'sign' && token.value === value
    if (found) next++
    return found
  }

  function no(message: string, at: number): void {
    refusal ??= refuse('malformed-turtle', message, placeOf(text, at)).refusal
  }
}
