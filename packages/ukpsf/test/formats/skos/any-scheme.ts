import fc from 'fast-check'
import { matchKinds } from '../../../src/formats/match.ts'
import type { LanguageText, SkosConcept, SkosScheme } from '../../../src/formats/skos/skos-scheme.ts'
import { anyText } from '../nasty-texts.ts'

const base = 'https://schemes.example.org/'
const anyLanguageTexts: fc.Arbitrary<readonly LanguageText[]> = fc.uniqueArray(
  fc.record({ text: anyText, language: fc.constantFrom('en', 'en-GB', 'cy', 'zh-Hant-TW', 'und') }),
  { maxLength: 3, selector: (one) => one.language },
)
const anyUris = (start: string) =>
  fc.uniqueArray(fc.nat({ max: 50 }), { maxLength: 2 }).map((list) => list.map((n) => `${start}${n}`))

/** A scheme with concepts that lie only under earlier ones, and matches of each kind with others. */
export const anyScheme: fc.Arbitrary<SkosScheme> = fc.nat({ max: 6 }).chain((size) =>
  fc.record({
    uri: fc.constantFrom(`${base}scheme`, `${base}ŷ?q=1#a(b)'c`, 'urn:example:scheme'),
    titles: anyLanguageTexts,
    publishers: anyLanguageTexts,
    notes: anyLanguageTexts,
    licences: anyUris('https://licences.example.org/'),
    concepts: fc.tuple(...Array.from({ length: size }, (_, n) => anyConcept(n))) as fc.Arbitrary<SkosConcept[]>,
  }),
)

function anyConcept(n: number): fc.Arbitrary<SkosConcept> {
  const earlier = Array.from({ length: n }, (_, index) => `${base}c${index}`)
  return fc.record({
    uri: fc.constant(`${base}c${n}`),
    notations: fc.uniqueArray(anyText, { maxLength: 2 }),
    labels: anyLanguageTexts,
    definitions: anyLanguageTexts,
    notes: anyLanguageTexts,
    broader: fc.subarray(earlier, { maxLength: Math.min(2, n) }),
    matches: fc
      .tuple(...matchKinds.map((kind) => anyUris(`https://other.example.org/${kind}/`)))
      .map((lists): unknown =>
        Object.fromEntries(matchKinds.map((kind, index) => [kind, lists[index] ?? []])),
      ) as fc.Arbitrary<SkosConcept['matches']>,
  })
}
