import { splitCode } from '../framework/code.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { bitOf, type CodeIndex } from './code-index.ts'

/**
 * Gives the set of dimensions that some texts name in one edition. Refuses `bare-code`, `malformed-code`, `unknown-code`, and
 * `mixed-editions` for a code of any other edition; the path of a refusal is `path[index]`.
 */
export function readCodes(index: CodeIndex, texts: readonly string[], path: string): Result<number> {
  if (!Array.isArray(texts)) throw new TypeError(`${path} must be a list of qualified codes; got ${String(texts)}`)
  let mask = 0
  for (let at = 0; at < texts.length; at += 1) {
    const bit = bitOf(index, texts[at])
    if (bit === 0) return { refusal: { ...refuseCode(index, texts[at]), path: `${path}[${at}]` } }
    mask |= bit
  }
  return { value: mask }
}

/** Gives why a text names no dimension of an edition. */
export function refuseCode(index: CodeIndex, text: string): Refusal {
  const { edition, codes } = index
  const example = codes[0] ?? edition
  if (typeof text !== 'string')
    return refuse('malformed-code', `A code is a text such as '${example}', not ${String(text)}.`).refusal
  const parts = splitCode(text)
  if (parts === undefined) {
    if (!/^[AKVakv][0-9]+$/.test(text.trim())) {
      const form = `Write the edition, a colon and the code without spaces, as in '${example}'.`
      return refuse('malformed-code', `'${text}' is not a qualified code. ${form}`).refusal
    }
    const whole = `${edition}:${text.trim().toUpperCase()}`
    const advice = index.bits.has(whole) ? `Write '${whole}' if that is meant.` : `${edition} has no such code.`
    return refuse(
      'bare-code',
      `'${text}' does not say its edition, and the same code means other things in other editions. ${advice}`,
    ).refusal
  }
  const code = `${parts.edition}:${parts.local}`
  if (parts.edition !== edition) {
    return refuse(
      'mixed-editions',
      `${code} is of another edition than ${edition}, and one claim is read in one edition. Tag it in ${edition}, or leave it out.`,
    ).refusal
  }
  return refuse('unknown-code', `${edition} has no dimension ${parts.local}. It has ${codes.map(localOf).join(', ')}.`)
    .refusal
}

function localOf(code: string): string {
  return code.slice(code.indexOf(':') + 1)
}
