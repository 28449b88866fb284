import type { Refusal, RefusalCode } from '../refusal.ts'

/** A refusal of the answer of a verb, with the place that is wrong. */
export function no(
  code: RefusalCode,
  message: string,
  path: readonly (string | number)[],
): { readonly refusal: Refusal } {
  return { refusal: { code, message, path } }
}
