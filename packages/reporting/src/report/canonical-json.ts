/**
 * A value as JSON text that is the same for the same value, whatever order its keys were written in: keys sorted by UTF-16 code units, no
 * spaces. Keys whose value is `undefined` are left out.
 *
 * Throws a TypeError for what JSON cannot hold: NaN, an infinite number, a function, `undefined` in a list. Source: RFC 8785.
 *
 * @example
 * ```ts
 * import { canonicalJson } from '@mentoring-commons/reporting'
 *
 * canonicalJson({ b: [1, null], a: 'x' }) //=> "{\"a\":\"x\",\"b\":[1,null]}"
 * ```
 */
export function canonicalJson(value: unknown): string {
  const parts: string[] = []
  write(value, parts, '$')
  return parts.join('')
}

function write(value: unknown, parts: string[], path: string): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    parts.push(JSON.stringify(value))
    return
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new TypeError(`${path} is ${value}, which JSON cannot hold. Say what is missing.`)
    parts.push(JSON.stringify(value))
    return
  }
  if (Array.isArray(value)) {
    parts.push('[')
    for (const [place, one] of value.entries()) {
      if (place > 0) parts.push(',')
      write(one, parts, `${path}[${place}]`)
    }
    parts.push(']')
    return
  }
  if (typeof value !== 'object') throw new TypeError(`${path} is a ${typeof value}, which JSON cannot hold.`)
  parts.push('{')
  const keys = Object.keys(value)
    .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
    .sort()
  for (const [place, key] of keys.entries()) {
    parts.push(`${place > 0 ? ',' : ''}${JSON.stringify(key)}:`)
    write((value as Record<string, unknown>)[key], parts, `${path}.${key}`)
  }
  parts.push('}')
}
