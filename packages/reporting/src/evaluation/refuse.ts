import type { Refusal, RefusalCode } from '../refusal.ts'

/** A refusal as an answer. */
export function refuse(
  code: RefusalCode,
  message: string,
  path: readonly (string | number)[] = [],
): { readonly refusal: Refusal } {
  return { refusal: { code, message, path } }
}

/** Why a field is not a text with something in it, or nothing. */
export function textRefusal(value: unknown, path: readonly (string | number)[]): Refusal | undefined {
  if (typeof value === 'string' && value.trim() !== '') return undefined
  return refuse('text-missing', `${path.join('.')} is ${shown(value)}. Give a text that is not blank.`, path).refusal
}

/** Why a value is none of a list, or nothing. */
export function listedRefusal(
  value: unknown,
  listed: readonly string[],
  path: readonly (string | number)[],
): Refusal | undefined {
  if (typeof value === 'string' && listed.includes(value)) return undefined
  return refuse('not-a-choice', `${path.join('.')} is ${shown(value)}. Give one of ${listed.join(', ')}.`, path).refusal
}

/** Why a value is no list of texts, or nothing. */
export function textsRefusal(value: unknown, path: readonly (string | number)[]): Refusal | undefined {
  if (!Array.isArray(value))
    return refuse('text-missing', `${path.join('.')} is ${shown(value)}. Give a list.`, path).refusal
  for (const [index, one] of value.entries()) {
    const refusal = textRefusal(one, [...path, index])
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** The first id that two of a list share, or nothing. */
export function repeatedIn(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return undefined
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : JSON.stringify(value)
  return (text ?? typeof value).slice(0, 80)
}
