import { editionById } from '../src/editions/catalogue.ts'
import type { Evidence } from '../src/evidence/evidence.ts'

/** Gives qualified codes for the words of a conformance line: `all -K3`, `V1 V3`, `none`. */
export function expand(edition: string, words: string): readonly string[] {
  const codes = new Set<string>()
  for (const word of words.split(' ')) {
    if (word === 'all') for (const { code } of editionById(edition).value?.dimensions ?? []) codes.add(code)
    else if (word.startsWith('-')) codes.delete(word.slice(1))
    else if (word !== 'none') codes.add(word)
  }
  return [...codes].map((code) => `${edition}:${code}`)
}

/** Gives one recent piece of evidence for each code. */
export function evidenceFor(codes: readonly string[]): readonly Evidence[] {
  return codes.map((code) => ({ id: `for ${code}`, on: '2026-05-04', tags: [code] }))
}
