/** Any value of JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** Whether a value is an object of JSON, and neither an array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Gives a value as a list: itself when it is one, and nothing when it is not there. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value as JsonValue]
}
