import type { JsonValue } from './engine/json.ts'

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

// Readers of the draft of RDFC-1.0 (URDNA2015) write these as they are, and those of the standard as escapes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds
const controlLetter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

/** A value that a signature would not cover, or would cover in two readings; `path` is where it stands. */
export interface UnsignableValue {
  readonly path: string
  readonly says: string
}

const at = (path: string, key: string | number): string =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`

function* keyFaults(key: string, path: string): Generator<UnsignableValue> {
  const inner = path !== ''
  if (key.startsWith('@') && (inner || key !== '@context')) {
    yield { path: at(path, key), says: `"${key}" is a keyword of JSON-LD: say it with the terms of the contexts` }
  } else if (key === '' || key === '__proto__' || /[:\s]/.test(key) || loneSurrogate.test(key)) {
    yield { path: at(path, key), says: `"${key}" is no term of a context` }
  }
}

function* leafFaults(value: string | number | boolean | null, path: string): Generator<UnsignableValue> {
  if (value === null) yield { path, says: 'null states nothing: leave the key out' }
  if (typeof value === 'string' && loneSurrogate.test(value)) {
    yield { path, says: 'the text holds half of a letter (a lone surrogate)' }
  }
  if (typeof value === 'string' && controlLetter.test(value)) {
    yield { path, says: 'the text holds a control letter, which is signed in two ways' }
  }
  if (typeof value === 'string' && value.startsWith('_:')) {
    yield { path, says: `"${value}" names a thing for one document alone: leave it out` }
  }
  // Numbers are signed with sixteen digits (JSON-LD 1.1, 8.6); a longer one would not be signed whole.
  if (typeof value === 'number' && Number(value.toExponential(15)) !== value) {
    yield { path, says: `the number ${value} has more digits than are signed` }
  }
}

/**
 * Gives each value of a document that JSON-LD would drop, rename or read in two ways: null, empty lists, members that stand twice,
 * keywords, keys and types that are no terms, halves of letters, numbers too long. Without them, what is signed is what is read.
 */
export function* unsignableIn(value: JsonValue, path = ''): Generator<UnsignableValue> {
  if (Array.isArray(value)) {
    if (value.length === 0) yield { path, says: 'an empty list states nothing: leave the key out' }
    if (new Set(value.map((member) => JSON.stringify(member))).size < value.length) {
      yield { path, says: 'a member of the list stands there twice: leave one out' }
    }
    for (const [index, member] of value.entries()) {
      if (Array.isArray(member)) yield { path: at(path, index), says: 'a list in a list states nothing' }
      yield* unsignableIn(member, at(path, index))
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      yield* keyFaults(key, path)
      if (key === 'type' && [member].flat().some((type) => String(type).includes(':'))) {
        yield { path: at(path, key), says: 'a type is written as an address: write it as the term of its context' }
      }
      yield* unsignableIn(member, at(path, key))
    }
    if (Object.keys(value).length === 0) yield { path, says: 'an empty object states nothing: leave it out' }
  } else yield* leafFaults(value as string | number | boolean | null, path)
}
