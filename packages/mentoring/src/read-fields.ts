import { type Refusal, refuse } from './refusal.ts'

/** Gives the refusal of a value that is no object or has a property beyond those named, and nothing for any other. */
export function fieldsRefusal(value: unknown, names: readonly string[], path: string): Refusal | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = `${JSON.stringify(value) ?? 'Nothing'} is no object: give one with ${names.join(', ')}.`
    return refuse('field-not-listed', message, path).refusal
  }
  const other = Object.keys(value).find((name) => !names.includes(name))
  if (other === undefined) return undefined
  const message = `${JSON.stringify(other)} is no property of this: leave it out, and give only ${names.join(', ')}.`
  return refuse('field-not-listed', message, path === '' ? other : `${path}.${other}`).refusal
}

/** Gives the refusal of a value that is none of those listed, and nothing for one that is. */
export function listedRefusal(value: unknown, listed: readonly unknown[], path: string): Refusal | undefined {
  if (listed.includes(value)) return undefined
  const message = `${JSON.stringify(value) ?? 'Nothing'} is not listed: use one of ${listed.join(', ')}.`
  return refuse('value-not-listed', message, path).refusal
}

/** Gives the refusal of a value that is no list, and nothing for one that is. */
export function listRefusal(value: unknown, path: string): Refusal | undefined {
  if (Array.isArray(value)) return undefined
  const message = `${JSON.stringify(value) ?? 'Nothing'} is no list: give a list, which may be empty.`
  return refuse('field-not-listed', message, path).refusal
}
