import { expect, test } from 'vitest'
import { editions } from '../../src/editions/catalogue.ts'
import { psf2023 } from '../../src/editions/psf-2023.ts'
import { ukpsf2006 } from '../../src/editions/ukpsf-2006.ts'
import { ukpsf2011 } from '../../src/editions/ukpsf-2011.ts'
import { formatDescriptor } from '../../src/framework/descriptor.ts'
import { formatDimension } from '../../src/framework/dimension.ts'
import type { Edition } from '../../src/framework/edition.ts'
import { withWording } from '../../src/wording/with-wording.ts'
import type { WordedEdition, Wording, WordingEntry } from '../../src/wording/wording.ts'
import { wordingOf } from '../../src/wording/wording-of.ts'

/** Plainly made-up texts, one for each code. */
const made = (word: string, codes: readonly string[]): readonly WordingEntry[] =>
  codes.map((code) => ({ code, text: `${word} ${code}` }))

const criteriaOf = ({ id, descriptors }: Edition) =>
  descriptors.flatMap(({ criteria }) => criteria.map(({ code }) => `${id}:${code}`))

function whole(edition: Edition, language = 'en-GB', word = 'Made-up text of'): Required<Wording> {
  return {
    language,
    source: 'made up for a test',
    rights: 'made up for a test, free for all',
    dimensions: made(word, edition.dimensions.map(formatDimension)),
    descriptors: made(word, edition.descriptors.map(formatDescriptor)),
    criteria: made(word, criteriaOf(edition)),
    families: made(
      word,
      edition.families.value.map((family) => `${edition.id}:${family}`),
    ),
  }
}

function attach(edition: Edition | WordedEdition, wording: Wording): WordedEdition {
  const { value, refusal } = withWording(edition, wording)
  if (value === undefined) throw new Error(refusal?.message)
  return value
}

const dimensionsOnly = (edition: Edition): Wording => {
  const { language, source, rights, dimensions } = whole(edition)
  return { language, source, rights, dimensions }
}
const refusalOf = (change: Partial<Record<keyof Wording, unknown>>, edition: Edition = psf2023) =>
  withWording(edition, { ...dimensionsOnly(edition), ...change } as Wording).refusal

test.each(editions)('$id: gives every text back by its code, part by part', (edition) => {
  const wording = whole(edition)
  const worded = attach(edition, wording)
  expect(worded.edition).toBe(edition)
  expect(worded.wordings[0]?.parts).toEqual(['dimensions', 'descriptors', 'criteria', 'families'])
  for (const part of ['dimensions', 'descriptors', 'criteria', 'families'] as const) {
    for (const { code, text } of wording[part]) {
      expect(wordingOf(worded, code).value).toEqual({ text, language: 'en-GB', rights: wording.rights })
    }
  }
})

test('attaches several languages and never takes one for another', () => {
  const english = attach(ukpsf2011, whole(ukpsf2011))
  const both = attach(english, {
    ...dimensionsOnly(ukpsf2011),
    language: 'cy',
    dimensions: whole(ukpsf2011, 'cy', 'Testun').dimensions,
  })
  expect(english.wordings).toHaveLength(1)
  expect(wordingOf(both, 'ukpsf-2011:K3').value).toMatchObject({ language: 'en-GB' })
  expect(wordingOf(both, 'ukpsf-2011:K3', 'cy').value).toMatchObject({ language: 'cy', text: 'Testun ukpsf-2011:K3' })
  expect(wordingOf(both, ' UKPSF-2011:k3', 'CY-gb').value?.language).toBe('cy')
  expect(wordingOf(both, 'ukpsf-2011:K3', 'en').refusal).toMatchObject({ code: 'unknown-language', path: 'language' })
  expect(wordingOf(both, 'ukpsf-2011:K3', 'de').refusal?.message).toContain("There is 'en-GB', 'cy'.")
  expect(wordingOf(both, 'ukpsf-2011:K3', 'Welsh!').refusal?.code).toBe('malformed-language')
  const noCriteria = wordingOf(both, 'ukpsf-2011:D1.II', 'cy').refusal
  expect(noCriteria).toMatchObject({ code: 'missing-wording', path: 'code' })
  expect(noCriteria?.message).toContain('it covers dimensions')
})

test('names all that is missing, in the order of the edition', () => {
  const { dimensions } = dimensionsOnly(psf2023)
  const refusal = refusalOf({ dimensions: dimensions.filter(({ code }) => !/[VA]3|K5/.test(code)) })
  expect(refusal).toEqual({
    code: 'missing-wording',
    message: 'There is no text for psf-2023:V3, psf-2023:K5, psf-2023:A3. Add them.',
    path: 'dimensions',
  })
  expect(refusalOf({ dimensions: [] })?.message.match(/psf-2023:/g)).toHaveLength(15)
  expect(refusalOf({ criteria: [] })).toMatchObject({ code: 'missing-wording', path: 'criteria' })
  expect(refusalOf({ descriptors: made('x', ['psf-2023:D1']) })?.message).toContain('psf-2023:D2, psf-2023:D3')
  expect(refusalOf({ families: made('x', ['psf-2023:V']) })?.message).toContain('or leave families out')
})

test.each(psf2023.dimensions.map((_, index) => index))('misses dimension %i alone', (index) => {
  const { dimensions } = dimensionsOnly(psf2023)
  const refusal = refusalOf({ dimensions: dimensions.toSpliced(index, 1) })
  expect(refusal?.message).toBe(`There is no text for ${dimensions[index]?.code}. Add them.`)
})

test.each([
  ['K3', 'bare-code', "Write 'psf-2023:K3'"],
  [' k3 ', 'bare-code', "Write 'psf-2023:K3'"],
  ['A6', 'bare-code', "as in 'psf-2023:V1'"],
  ['ukpsf-2011:K3', 'mixed-editions', 'this wording is of psf-2023'],
  ['ukpsf-2011:K9', 'mixed-editions', 'this wording is of psf-2023'],
  ['psf-2023:K6', 'unknown-code', 'psf-2023 has no K6 as dimension. It has psf-2023:V1'],
  ['psf-2023:D1', 'unknown-code', 'psf-2023 has no D1 as dimension'],
  ['psf-1999:K1', 'unknown-edition', 'psf-1999'],
  ['psf-2023:K3:K4', 'malformed-code', 'not a qualified code'],
  ['', 'malformed-code', 'not a qualified code'],
  [7, 'malformed-code', 'not 7'],
])('refuses the code %s as %s', (code, expected, message) => {
  const { dimensions } = dimensionsOnly(psf2023)
  const refusal = refusalOf({ dimensions: dimensions.with(7, { code: code as string, text: 'made up' }) })
  expect(refusal).toMatchObject({ code: expected, path: 'dimensions[7].code' })
  expect(refusal?.message).toContain(message)
})

test('refuses two texts for one code, in whatever spelling, and a text that is empty', () => {
  const { dimensions } = dimensionsOnly(psf2023)
  const twice = [...dimensions, { code: ' PSF-2023:v1', text: 'another' }]
  expect(refusalOf({ dimensions: twice })).toMatchObject({ code: 'duplicate-wording', path: 'dimensions[15].code' })
  for (const text of ['', ' \n', undefined, 4]) {
    const changed = dimensions.with(2, { code: 'psf-2023:V3', text: text as string })
    expect(refusalOf({ dimensions: changed })).toMatchObject({ code: 'empty-text', path: 'dimensions[2].text' })
  }
})

test('asks for the rights, the source and a language', () => {
  for (const field of ['rights', 'source'] as const) {
    for (const text of ['', '  ', undefined, null]) {
      expect(refusalOf({ [field]: text })).toMatchObject({ code: 'empty-text', path: field })
    }
  }
  for (const language of ['', 'e', 'en_GB', 'Welsh language', undefined]) {
    expect(refusalOf({ language })).toMatchObject({ code: 'malformed-language', path: 'language' })
  }
  const once = attach(psf2023, dimensionsOnly(psf2023))
  const again = withWording(once, { ...dimensionsOnly(psf2023), language: 'EN-gb' }).refusal
  expect(again).toMatchObject({ code: 'duplicate-language', path: 'language' })
})

test('throws where a part is no list, and where nothing is attached', () => {
  expect(() => refusalOf({ dimensions: { 'psf-2023:V1': 'made up' } })).toThrow(TypeError)
  expect(() => wordingOf({ edition: psf2023, wordings: [] }, 'psf-2023:V1')).toThrow(RangeError)
})

test('survives JSON, and looks up nothing that is inherited', () => {
  const worded = JSON.parse(JSON.stringify(attach(ukpsf2006, whole(ukpsf2006)))) as WordedEdition
  expect(wordingOf(worded, 'ukpsf-2006:SD1.2').value?.text).toBe('Made-up text of ukpsf-2006:SD1.2')
  expect(wordingOf(worded, 'constructor').refusal?.code).toBe('malformed-code')
  expect(wordingOf(worded, '__proto__').refusal?.code).toBe('malformed-code')
})
