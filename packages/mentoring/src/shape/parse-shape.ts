import { isIdentifier } from '../identifier.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Refusal, type RefusalCode, type Result, refuse } from '../refusal.ts'
import { forbiddenMeasurementOf } from './forbidden-measurement.ts'
import type { CasesShape, Fields, ObjectShape, Shape } from './shape.ts'

const why = {
  performance: 'how well a mentee does is told to nobody',
  reward: 'what a mentor thinks of a mentee earns nobody anything',
  content: 'what people say to each other stays with them',
} as const

/**
 * Gives a JSON value as what its shape says, or where it differs; it is the value given, not a copy.
 *
 * A field that the shape does not name is refused: with `content-is-never-kept` or `never-measured`, and why, where its
 * name tells that it holds what is never kept, and else like any other difference, with `otherwise`.
 */
export function parseShape<T>(
  value: unknown,
  shape: ObjectShape<T> | CasesShape<T>,
  otherwise: RefusalCode = 'not-the-shape',
): Result<T> {
  const refusal = shapeRefusal(value, shape, otherwise, '')
  return refusal ? { refusal } : { value: value as T }
}

/** Tells whether a value may stand as a code: at most 40 letters, digits and `-`, `.` or `:` between them. */
export function isCode(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 40 && /^[a-z0-9]+([-.:][a-z0-9]+)*$/i.test(value)
}

function shapeRefusal(value: unknown, shape: Shape, otherwise: RefusalCode, path: string): Refusal | undefined {
  const wrong = (asks: string) => differs(otherwise, value, asks, path)
  switch (shape.sort) {
    case 'id':
      return isIdentifier(value) ? undefined : wrong('an id')
    case 'day':
      return isIsoDate(value) ? undefined : wrong('a day YYYY-MM-DD')
    case 'code':
      return isCode(value) ? undefined : wrong('a short code')
    case 'text': {
      const most = shape.most ?? 0
      const fits = typeof value === 'string' && value.trim() !== '' && [...value].length <= most
      return fits ? undefined : wrong(`a text of 1 to ${most} characters`)
    }
    case 'whole': {
      const fits = Number.isSafeInteger(value) && (value as number) >= shape.least && (value as number) <= shape.most
      return fits ? undefined : wrong(`a whole number from ${shape.least} to ${shape.most}`)
    }
    case 'flag':
      if (typeof value !== 'boolean') return wrong('true or false')
      return shape.only === undefined || value === shape.only ? undefined : wrong(String(shape.only))
    case 'listed':
      return shape.values.some((one) => one === value) ? undefined : wrong(`one of ${shape.values.join(', ')}`)
    case 'list': {
      if (!Array.isArray(value)) return wrong('a list')
      if (value.length < shape.least) return wrong(`a list of ${shape.least} or more`)
      return firstOf(value, (item, index) => shapeRefusal(item, shape.each as Shape, otherwise, `${path}[${index}]`))
    }
    case 'object':
      return isObject(value) ? fieldsRefusal(value, shape.fields, otherwise, path) : wrong('an object')
    case 'cases': {
      if (!isObject(value)) return wrong('an object')
      const { [shape.by]: told } = value
      const fields = typeof told === 'string' && Object.hasOwn(shape.cases, told) ? shape.cases[told] : undefined
      const by = `one of ${Object.keys(shape.cases).join(', ')}`
      if (fields === undefined) return differs(otherwise, told, by, join(path, shape.by))
      const all: Fields = { ...fields, [shape.by]: { sort: 'listed', values: Object.keys(shape.cases) } }
      return fieldsRefusal(value, all, otherwise, path)
    }
  }
}

function fieldsRefusal(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  otherwise: RefusalCode,
  path: string,
): Refusal | undefined {
  const extra = Reflect.ownKeys(value).find((key) => typeof key === 'symbol' || !Object.hasOwn(fields, key))
  if (extra !== undefined) return extraRefusal(String(extra), value, otherwise, path)
  return firstOf(Object.entries(fields), ([key, field]) => {
    const found = Object.hasOwn(value, key) ? value[key] : undefined
    if (field.sort !== 'optional') return shapeRefusal(found, field, otherwise, join(path, key))
    return found === undefined ? undefined : shapeRefusal(found, field.shape, otherwise, join(path, key))
  })
}

function extraRefusal(key: string, value: Readonly<Record<string, unknown>>, otherwise: RefusalCode, path: string) {
  const measured = forbiddenMeasurementOf(key)
  if (measured === undefined) return differs(otherwise, value[key], 'absent', join(path, key))
  const refusalCode = measured === 'content' ? 'content-is-never-kept' : 'never-measured'
  return refuse(refusalCode, `"${key}" is not kept, because ${why[measured]}: leave it out.`, join(path, key)).refusal
}

function differs(otherwise: RefusalCode, value: unknown, asks: string, path: string): Refusal {
  const found = value === undefined ? 'nothing' : JSON.stringify(value)
  const at = path === '' ? 'The value' : `"${path}"`
  return refuse(otherwise, `${at} is ${found}: it must be ${asks}.`, path || undefined).refusal
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstOf<T>(items: readonly T[], of: (item: T, index: number) => Refusal | undefined): Refusal | undefined {
  for (const [index, item] of items.entries()) {
    const refusal = of(item, index)
    if (refusal) return refusal
  }
  return undefined
}
