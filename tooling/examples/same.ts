import { deepStrictEqual } from 'node:assert'

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

/** Compares what an example gives with what it says it gives; throws with both when they differ. */
export function same(actual: unknown, expected: unknown, place: string): void {
  try {
    deepStrictEqual(plain(actual), plain(expected))
  } catch (error) {
    throw new Error(
      `${place} gives something else (+ given, - said)\n${error instanceof Error ? error.message : error}`,
    )
  }
}
