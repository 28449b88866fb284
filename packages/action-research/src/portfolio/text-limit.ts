import { type Refusal, refuse } from '../refusal.ts'

/**
 * The most UTF-16 units that one text may have in a portfolio or an export: about 150,000 words. A longer one is refused
 * and never cut; keep it where it lies and refer to it.
 */
export const textLengthMax = 1_000_000

/** Refuses a text that is longer than `textLengthMax`. */
export function tooLong(text: string, path: string): Refusal | undefined {
  if (text.length <= textLengthMax) return undefined
  const says = `${path} has ${text.length} units, beyond ${textLengthMax}; shorten it, or refer to where it lies`
  return refuse('text-too-long', says, path).refusal
}
