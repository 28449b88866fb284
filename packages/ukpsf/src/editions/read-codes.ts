import { splitCode } from '../framework/code.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { bitOf, type CodeIndex } from './code-index.ts'

/**
 * Gives the set of dimensions that some texts name in one edition. Refuses `bare-code`, `malformed-code`, `unknown-code`, and
 * `mixed-editions` for a code of any other edition; the path of a refusal is `path[index]`.
 */
export function readCodes(index: CodeIndex, texts: readonly string[], path: string): Result<number> {
  const value = maskOfTexts(index, texts)
  return value < 0 ? { refusal: refuseCodes(index, texts, path) } : { value }
}

/** Gives the set of dimensions that some texts name in one edition; -1 when one of them names none. */
export function maskOfTexts(index: CodeIndex, texts: readonly string[]): number {
  if (!Array.isArray(texts)) throw new TypeError(`tags and codes are lists of qualified codes; got ${String(texts)}`)
  let mask = 0
  for (let at = 0; at < texts.length; at += 1) {
    const bit = bitOf(index, texts[at])
    if (bit === 0) return -1
    mask |= bit
  }
  return mask
}

/** Gives why the first text that names no dimension of an edition names none. */
export function refuseCodes(index: CodeIndex, texts: readonly string[], path: string): Refusal {
  const at = texts.findIndex((text) => bitOf(index, text) === 0)
  return { ...refuseCode(index, texts[at] as string), path: `${path}[${at}]` }
}

/** Gives why a text names none of the codes of an index. */
export function refuseCode({ edition, codes, bits }: CodeIndex<string>, text: string): Refusal {
  const list = `${edition} has ${codes.map((code) => code.slice(edition.length + 1)).join(', ')}, written as '${codes[0]}'.`
  const parts = typeof text === 'string' ? splitCode(text) : undefined
  if (parts === undefined) {
    const whole = `${edition}:${String(text).trim().toUpperCase()}`
    const letters = whole.replace(/[0-9]+$/, '')
    if (letters === whole || !codes.some((code) => code.replace(/[0-9]+$/, '') === letters))
      return refuse('malformed-code', `'${String(text)}' is not a qualified code. ${list}`).refusal
    const advice = bits.has(whole) ? `Write '${whole}' if that is meant.` : list
    return refuse('bare-code', `'${text}' does not say its edition, and other editions mean other things. ${advice}`)
      .refusal
  }
  const code = `${parts.edition}:${parts.local}`
  if (parts.edition === edition) return refuse('unknown-code', `There is no ${code} here. ${list}`).refusal
  const message = `${code} is of another edition than ${edition}, and one claim is read in one edition. Use a code of ${edition}, or leave it out.`
  return refuse('mixed-editions', message).refusal
}
