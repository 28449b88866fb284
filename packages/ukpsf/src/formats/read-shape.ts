import { isIsoDate } from '../iso-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { NotCarried } from './not-carried.ts'

/**
 * A field's kind, or the name of another shape; `[]` after it makes it a list of those, `!` after that makes it needed.
 * Kinds: `text`, `uuid`, `date`, `time` (a date-time with its offset), `number`, `whole`, `flag`, `free` (an object of any
 * JSON), `id` (a whole number or a text), and every name in the reader's own `kinds`.
 */
export type Field = string

/** Shapes by name, each a field by key. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, Field>>>>

/** What a reading gathers on its way: the first refusal, and whatever had no place. */
export interface Reading {
  readonly shapes: Shapes
  /** Kinds of text of this format's own: a pattern, and what it asks for in words. */
  readonly kinds: Readonly<Record<string, readonly [pattern: RegExp, asks: string]>>
  readonly notCarried: NotCarried[]
  refusal?: Refusal
}

const depthMax = 64

const texts: Reading['kinds'] = {
  text: [/^/, 'a text'],
  uuid: [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a UUID such as 2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  date: [/^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD'],
  time: [
    /^\d{4}-\d{2}-\d{2}t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i,
    'a date and time with its offset, such as 2026-11-24T12:00:00Z',
  ],
}

const plainKinds: Readonly<Record<string, readonly [fits: (value: unknown) => boolean, asks: string]>> = {
  flag: [(value) => typeof value === 'boolean', 'true or false'],
  number: [Number.isFinite, 'a number'],
  whole: [Number.isInteger, 'a whole number'],
  id: [(value) => Number.isInteger(value) || (typeof value === 'string' && value !== ''), 'a whole number or a text'],
}

/**
 * Gives a copy of a value as a shape, keys in the order they came in, or nothing when it does not fit; `reading.refusal` then
 * says why. A key the shape does not have is left out and noted in `reading.notCarried`.
 */
export function readShape(reading: Reading, name: string, value: unknown, path: string): unknown {
  const shape = reading.shapes[name] ?? {}
  if (!isObject(value)) return no(reading, 'wrong-field', `an object was expected, not ${show(value)}`, path)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`
    if (key === '__proto__') return forbid(reading, at)
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (field === undefined) reading.notCarried.push({ path: at, why: 'The format has no such field here.' })
    else copy[key] = readField(reading, field.replace('!', ''), value[key], at)
    if (reading.refusal) return undefined
  }
  const missing = Object.keys(shape).find((key) => shape[key]?.endsWith('!') && !Object.hasOwn(copy, key))
  if (missing === undefined) return copy
  return no(reading, 'missing-field', `'${missing}' is missing. Add it`, path)
}

function readField(reading: Reading, field: Field, value: unknown, path: string): unknown {
  if (field.endsWith('[]')) {
    if (!Array.isArray(value)) return no(reading, 'wrong-field', `a list was expected, not ${show(value)}`, path)
    const items: unknown[] = []
    for (const [index, item] of value.entries()) {
      items.push(readField(reading, field.slice(0, -2), item, `${path}[${index}]`))
      if (reading.refusal) return undefined
    }
    return items
  }
  if (Object.hasOwn(reading.shapes, field)) return readShape(reading, field, value, path)
  if (field === 'free') {
    if (isObject(value)) return copyJson(reading, value, path, 0)
    return no(reading, 'wrong-field', `an object was expected, not ${show(value)}`, path)
  }
  return readSimple(reading, field, value, path)
}

function readSimple(reading: Reading, field: Field, value: unknown, path: string): unknown {
  const plain = Object.hasOwn(plainKinds, field) ? plainKinds[field] : undefined
  if (plain !== undefined) {
    const [fits, words] = plain
    return fits(value) ? value : no(reading, 'wrong-field', `${words} was expected, not ${show(value)}`, path)
  }
  const [pattern, asks] = reading.kinds[field] ?? texts[field] ?? []
  if (pattern === undefined) throw new TypeError(`There is no kind of field '${field}'`)
  const isDay = (field !== 'date' && field !== 'time') || (typeof value === 'string' && isIsoDate(value.slice(0, 10)))
  if (typeof value === 'string' && pattern.test(value) && isDay) return value
  return no(reading, 'wrong-field', `${asks} was expected, not ${show(value)}`, path)
}

/** Gives a copy of any JSON value, at most 64 levels deep, with no key that could reach a prototype. */
function copyJson(reading: Reading, value: unknown, path: string, depth: number): unknown {
  if (reading.refusal) return undefined
  if (depth > depthMax)
    return no(reading, 'too-deep', `more than ${depthMax} levels lie inside each other. Flatten it`, path)
  if (Array.isArray(value)) return value.map((item, index) => copyJson(reading, item, `${path}[${index}]`, depth + 1))
  if (isObject(value)) {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return forbid(reading, `${path}.${key}`)
      copy[key] = copyJson(reading, value[key], `${path}.${key}`, depth + 1)
    }
    return copy
  }
  const isJson = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
  return isJson ? value : no(reading, 'wrong-field', `JSON has no ${typeof value} such as ${show(value)}`, path)
}

/** Says whether a value is an object with keys: no list, and not `null`. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Gives a value in a few words, for a message. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  const text = typeof value === 'string' ? `'${value}'` : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function forbid(reading: Reading, path: string): undefined {
  return no(reading, 'forbidden-key', `a key is called '__proto__', which no honest file needs. Remove it`, path)
}

function no(reading: Reading, code: Refusal['code'], what: string, path: string): undefined {
  const where = path === '' ? 'At the top' : `At ${path}`
  const next = code === 'wrong-field' ? ' Correct it where the file was made.' : ''
  reading.refusal ??= refuse(code, `${where}, ${what}.${next}`, path).refusal
}
