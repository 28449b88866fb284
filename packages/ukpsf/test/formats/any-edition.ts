import fc from 'fast-check'
import { type Crosswalk, crosswalk } from '../../src/crosswalk/crosswalk.ts'
import { editions } from '../../src/editions/catalogue.ts'
import { outline } from '../../src/formats/outline.ts'
import type { Edition } from '../../src/framework/edition.ts'
import type { AttachedWording, WordedEdition } from '../../src/wording/wording.ts'
import { anyText } from './nasty-texts.ts'

const parts = ['dimensions', 'descriptors', 'criteria', 'families'] as const

const wordingOf = (edition: Edition, language: string): fc.Arbitrary<AttachedWording> => {
  const codes = outline(edition).map((item) => item.code)
  return fc.record({
    language: fc.constant(language),
    source: anyText,
    rights: anyText,
    parts: fc.constant(parts),
    texts: fc
      .array(anyText, { minLength: codes.length, maxLength: codes.length })
      .map((texts) => Object.fromEntries(codes.map((code, index) => [code, texts[index] ?? ''])))
      .chain((texts) => fc.subarray(Object.entries(texts)).map((some) => Object.fromEntries(some))),
  })
}

/** An edition with wordings made of any texts in some languages, none to three. */
export const anyWorded: fc.Arbitrary<WordedEdition> = fc
  .tuple(fc.constantFrom(...editions), fc.subarray(['cy', 'en-GB', 'gd']))
  .chain(([edition, languages]) =>
    fc
      .tuple(...languages.map((language) => wordingOf(edition, language)))
      .map((wordings) => ({ edition, wordings: wordings as readonly AttachedWording[] })),
  )

/** Every crosswalk that starts at an edition. */
export function crosswalksFrom(edition: Edition): readonly Crosswalk[] {
  return editions
    .filter((other) => other !== edition)
    .map((other) => crosswalk(edition.id, other.id).value)
    .filter((value) => value !== undefined)
}

/** Options that nothing is wrong with. */
export const options = {
  baseUri: 'https://standards.example.ac.uk/ims/case/v1p1',
  publisher: 'Example University',
  licence: { title: 'An example licence', uri: 'https://licences.example.org/one' },
  lastChangeDateTime: '2026-11-24T12:00:00Z',
} as const
