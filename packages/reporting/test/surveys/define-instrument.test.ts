import { expect, test } from 'vitest'
import { defineInstrument } from '../../src/surveys/define-instrument.ts'
import { choicesOf, type Instrument } from '../../src/surveys/instrument.ts'
import { experienceOfMentoring as own } from '../../src/surveys/own-instruments.ts'
import { textPlaces, wordingOf } from '../../src/surveys/wording.ts'
import { codeIn, valueIn } from './fixtures.ts'

const [scale] = own.scales
if (scale === undefined) throw new Error('the example has no scale')
const [belonging] = own.subscales
if (belonging === undefined) throw new Error('the example has no subscale')
const plain: Instrument = { ...own, translations: [] }

test('the example is an instrument, says whose it is, and is whole in Welsh', () => {
  expect(valueIn(defineInstrument(own))).toBe(own)
  expect(own.licence.kind).toBe('own')
  const welsh = wordingOf(own, 'cy')
  expect(welsh.language).toBe('cy')
  expect(welsh.items.map(({ key }) => key)).toEqual(own.items.map(({ key }) => key))
  expect(welsh.items[3]?.choices[4]).toEqual({ code: 'strongly-agree', label: "Cytuno'n gryf" })
  expect(welsh.items.flatMap(({ label, choices }) => [label, ...choices.map((one) => one.label)])).not.toContain('')
})

test('a language that is not there comes out in the instrument’s own, and says so', () => {
  expect(wordingOf(own, 'fr')).toEqual(wordingOf(own, 'en'))
  expect(wordingOf(own, 'fr').language).toBe('en')
})

test.each<[string, string, Partial<Instrument>]>([
  ['no title', 'instrument-incomplete', { title: ' ' }],
  ['no holder of the licence', 'instrument-incomplete', { licence: { ...own.licence, holder: '' } }],
  ['no source of the licence', 'instrument-incomplete', { licence: { ...own.licence, source: '' } }],
  ['nothing to ask', 'instrument-incomplete', { items: [] }],
  ['an item without words', 'instrument-incomplete', { items: [{ key: 'a', label: '', kind: 'one', choices: [] }] }],
  ['a key with a capital', 'survey-key-wrong', { key: 'Mine' }],
  ['a key twice', 'survey-key-wrong', { items: [...own.items, ...own.items.slice(0, 1)] }],
  ['a scale of one point', 'scale-wrong', { scales: [{ key: 'agreement', points: scale.points.slice(0, 1) }] }],
  ['a scale that falls', 'scale-wrong', { scales: [{ key: 'agreement', points: scale.points.toReversed() }] }],
  [
    'a scale that is no number',
    'scale-wrong',
    { scales: [{ key: 'agreement', points: scale.points.map((point) => ({ ...point, value: Number.NaN })) }] },
  ],
  ['a scale that is not there', 'scale-wrong', { scales: [] }],
  [
    'bounds the wrong way round',
    'scale-wrong',
    { items: [...own.items, { key: 'n', label: 'n', kind: 'number', min: 3, max: 3, whole: true }] },
  ],
  ['no choice', 'choices-wrong', { items: [...own.items, { key: 'c', label: 'c', kind: 'many', choices: [] }] }],
  [
    'two choices that read alike',
    'choices-wrong',
    {
      items: [
        ...own.items,
        {
          key: 'c',
          label: 'c',
          kind: 'one',
          choices: [
            { code: 'a', label: 'Same' },
            { code: 'b', label: 'Same' },
          ],
        },
      ],
    },
  ],
  ['a subscale of nothing', 'subscale-wrong', { subscales: [{ ...belonging, items: [] }] }],
  ['a subscale of an item twice', 'subscale-wrong', { subscales: [{ ...belonging, items: ['settled', 'settled'] }] }],
  ['a subscale of a choice', 'subscale-wrong', { subscales: [{ ...belonging, items: ['been-mentored'] }] }],
  ['a subscale of an unknown item', 'subscale-wrong', { subscales: [{ ...belonging, items: ['nowhere'] }] }],
  [
    'more answers than items',
    'missing-policy-wrong',
    { subscales: [{ ...belonging, missing: { kind: 'prorated', atLeast: 5 } }] },
  ],
  [
    'no answer asked for',
    'missing-policy-wrong',
    { subscales: [{ ...belonging, missing: { kind: 'prorated', atLeast: 0 } }] },
  ],
  [
    'a sum of whatever was answered',
    'missing-policy-wrong',
    { subscales: [{ ...belonging, rule: 'sum', missing: { kind: 'none' } }] },
  ],
  ['a translation with a gap', 'translation-incomplete', { translations: [{ language: 'cy', labels: {} }] }],
])('%s is refused as %s', (_what, code, change) => {
  expect(codeIn(defineInstrument({ ...plain, ...change }))).toBe(code)
})

test('two scales in one subscale are refused: their values do not mean the same', () => {
  const two = {
    ...plain,
    scales: [...own.scales, { ...scale, key: 'other' }],
    items: [...own.items, { key: 'x', label: 'x', kind: 'scale' as const, scale: 'other' }],
    subscales: [{ ...belonging, items: ['settled', 'x'] }],
  }
  expect(codeIn(defineInstrument(two))).toBe('subscale-wrong')
})

test('a gap in a translation is named with its text', () => {
  const labels = Object.fromEntries(textPlaces(own).map(({ place, text }) => [place, text]))
  delete labels['item.settled']
  const refused = defineInstrument({ ...own, translations: [{ language: 'cy', labels }] })
  expect(refused).toMatchObject({ refusal: { path: ['translations', 0, 'labels', 'item.settled'] } })
})

test('the choices of an item that is not there are a mistake of the caller', () => {
  expect(() => choicesOf(own, 'nowhere')).toThrow(RangeError)
  expect(choicesOf(own, 'hours-a-month')).toEqual([])
})

test('there is no kind for free text', () => {
  // @ts-expect-error: an item asks for a choice or a number
  const item: Instrument['items'][number] = { key: 't', label: 'Anything else?', kind: 'text' }
  expect(item.kind).toBe('text')
})
