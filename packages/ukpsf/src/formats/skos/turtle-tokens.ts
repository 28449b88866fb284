import { type Refusal, refuse } from '../../refusal.ts'

/** One token of Turtle, where it begins, and what it means where it is a text or an address. */
export interface Token {
  readonly kind: 'uri' | 'name' | 'text' | 'language' | 'prefix' | 'sign'
  readonly value: string
  readonly at: number
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['uri', /<((?:\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|[^\0-\x20<>"{}|^`\\])*)>/y],
  ['prefix', /@prefix(?![A-Za-z0-9-])/y],
  ['language', /@([A-Za-z]+(?:-[A-Za-z0-9]+)*)/y],
  ['name', /((?:[A-Za-z][\w-]*)?:(?:[A-Za-z_][\w-]*)?)/y],
  ['sign', /(a(?![\w:-])|[;,.])/y],
]

/** What Turtle has and this subset has not, by how it begins. */
const unread: readonly (readonly [RegExp, string])[] = [
  [/\[|\]|_:/y, 'Nodes without an address'],
  [/\(|\)/y, 'Collections'],
  [/"""|'/y, 'Texts in three or in single quotation marks'],
  [/\^\^/y, 'Typed values'],
  [/[+-]?\.?\d|(?:true|false)(?![\w:-])/y, 'Numbers and truth values'],
  [/@base|(?:base|prefix)(?=\s)/iy, '@base and the directives of SPARQL'],
]

/** Gives the tokens of a Turtle text without its comments, or a refusal with line and column. */
export function turtleTokens(text: string): { readonly value: readonly Token[] } | { readonly refusal: Refusal } {
  const tokens: Token[] = []
  const blank = /(?:[ \t\r\n]|#[^\r\n]*)*/y
  let at = skip(0)
  while (at < text.length) {
    const found = unread.find(([pattern]) => matchAt(pattern, text, at))
    if (found) return { refusal: unsupported(text, at, found[1]) }
    const token = readToken(text, at)
    if (token === undefined) {
      const rest = JSON.stringify(text.slice(at, at + 20))
      return refuse(
        'malformed-turtle',
        `Nothing in Turtle begins with ${rest}. Correct it, or export the file again.`,
        placeOf(text, at),
      )
    }
    if (!wellFormed(token.value)) {
      return refuse(
        'malformed-turtle',
        'An escape makes half a character. Write the whole character.',
        placeOf(text, at),
      )
    }
    tokens.push(token)
    at = skip(token.end)
  }
  return { value: tokens }

  function skip(from: number): number {
    return from + (matchAt(blank, text, from)?.[0].length ?? 0)
  }
}

/** Gives the place of an index in words: `line 3, column 5`, both from 1. */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`
}

function unsupported(text: string, at: number, what: string): Refusal {
  return refuse(
    'unsupported-format',
    `${what} are Turtle, and not read here. Write the file with prefixes, addresses and texts in double quotation marks alone.`,
    placeOf(text, at),
  ).refusal
}

function readToken(text: string, at: number): (Token & { readonly end: number }) | undefined {
  if (text[at] === '"') return readText(text, at)
  for (const [kind, pattern] of patterns) {
    const match = matchAt(pattern, text, at)
    if (match) return { kind, value: unescapeText(match[1] ?? ''), at, end: at + match[0].length }
  }
  return undefined
}

/** Goes from escape to escape, so that a long text needs no deep search. */
function readText(text: string, at: number): (Token & { readonly end: number }) | undefined {
  const plain = /[^"\\\n\r]*/y
  const escaped = /\\(?:[tbnrf"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y
  let end = at + 1
  for (;;) {
    end += matchAt(plain, text, end)?.[0].length ?? 0
    const found = matchAt(escaped, text, end)
    if (found === null) break
    end += found[0].length
  }
  if (text[end] !== '"') return undefined
  return { kind: 'text', value: unescapeText(text.slice(at + 1, end)), at, end: end + 1 }
}

const simple: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' }

function unescapeText(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, char) => {
    const code = Number.parseInt(four ?? eight ?? '0', 16)
    if (char !== undefined) return simple[char] ?? char
    return code > 0x10ffff ? '\ud800' : String.fromCodePoint(code)
  })
}

function wellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
