import { expect, test } from 'vitest'
import {
  defineValueIndicator,
  defineValueStory,
  type ValueIndicator,
  type ValueStory,
  valueFrameworks,
  valueMatrix,
  visibleStories,
} from '../../src/index.ts'

const [early, , late] = valueFrameworks
const window = { from: '2025-01-01', to: '2025-12-31' }
const indicator: ValueIndicator = {
  id: 'i1',
  communityId: 'k1',
  type: 'realised',
  measure: 'Pass rate',
  window,
  value: -2,
  sign: 'negative',
}
const step = { type: 'realised', text: 'It got worse.', sign: 'negative' as const, evidenceIds: ['v1'] }
const story: ValueStory = {
  id: 's1',
  communityId: 'k1',
  authorId: 'ada',
  consent: { circle: 'institution', givenOn: '2025-03-01' },
  activityIds: ['e1'],
  steps: [step],
}
const codeOf = (made: object) => ('refusal' in made ? (made.refusal as { code: string }).code : 'taken')

test('the frameworks are three lists that are kept apart', () => {
  expect(valueFrameworks.map(({ types }) => types.length)).toEqual([5, 7, 8])
  expect(codeOf(defineValueIndicator({ ...indicator, type: 'transformative' }, early))).toBe(
    'value-type-not-in-framework',
  )
  expect(codeOf(defineValueIndicator({ ...indicator, type: 'transformative' }, late))).toBe('taken')
  expect(codeOf(defineValueIndicator({ ...indicator, type: 'reframing' }, late))).toBe('value-type-not-in-framework')
  expect(() => valueMatrix('k1', { indicators: [{ ...indicator, type: 'reframing' }], stories: [] }, late)).toThrow(
    TypeError,
  )
})

test('an indicator may be negative, nothing, or not measured, which is not nothing', () => {
  const of = (change: Partial<ValueIndicator>) => codeOf(defineValueIndicator({ ...indicator, ...change }, early))
  expect([of({}), of({ value: 0, sign: 'null' }), of({ value: null, sign: null })]).toEqual(['taken', 'taken', 'taken'])
  expect([of({ sign: null }), of({ value: null })]).toEqual(['reading-without-sign', 'reading-without-sign'])
  expect([of({ value: Number.NaN }), of({ sign: 'good' as 'null' }), of({ measure: '' })]).toEqual([
    'reading-out-of-range',
    'value-not-listed',
    'text-missing',
  ])
})

test('a story has steps that name type and sign, in any order', () => {
  const of = (change: object) => codeOf(defineValueStory({ ...story, ...change } as ValueStory, early))
  expect(
    of({
      steps: [
        { ...step, type: 'applied' },
        { ...step, type: 'immediate', sign: 'null' },
      ],
    }),
  ).toBe('taken')
  expect(of({ steps: [] })).toBe('story-without-step')
  expect(of({ steps: [{ ...step, type: 'wealth' }] })).toBe('value-type-not-in-framework')
  expect(of({ steps: [{ ...step, sign: undefined }] })).toBe('value-not-listed')
  expect(of({ steps: [{ ...step, evidenceIds: ['a b'] }] })).toBe('id-not-usable')
  expect(of({ consent: { circle: 'everybody', givenOn: '2025-03-01' } })).toBe('value-not-listed')
  expect(of({ consent: { ...story.consent, withdrawnOn: '2025-02-28' } })).toBe('window-not-usable')
  expect(of({ consent: undefined })).toBe('field-not-listed')
})

test('the standing of a realised claim needs an indicator and a story that goes back to an activity', () => {
  const standing = (indicators: readonly ValueIndicator[], stories: readonly ValueStory[]) =>
    valueMatrix('k1', { indicators, stories }, early).find(({ type }) => type === 'realised')?.standing
  const unlinked = { ...story, activityIds: [] }
  const missing = { ...indicator, value: null, sign: null }
  expect(standing([], [])).toBe('nothing-known')
  expect(standing([indicator], [])).toBe('effect-only')
  expect(standing([indicator], [unlinked])).toBe('effect-only')
  expect(standing([indicator], [story])).toBe('plausible-contribution')
  expect(standing([], [story])).toBe('account-only')
  expect(standing([missing], [story])).toBe('account-only')
  expect(standing([missing], [])).toBe('nothing-known')
  expect(standing([{ ...indicator, communityId: 'k2' }], [])).toBe('nothing-known')
  const applied = valueMatrix(
    'k1',
    {
      indicators: [{ ...indicator, type: 'applied' }],
      stories: [{ ...unlinked, steps: [{ ...step, type: 'applied' }] }],
    },
    early,
  )
  expect(applied.find(({ type }) => type === 'applied')?.standing).toBe('plausible-contribution')
})

test('harm is counted beside good, and a cell holds neither text nor author', () => {
  const cells = valueMatrix('k1', { indicators: [indicator], stories: [story] }, early)
  expect(cells.map(({ type }) => type)).toEqual([...early.types])
  expect(cells[3]).toMatchObject({
    signs: { positive: { indicators: 0, steps: 0 }, negative: { indicators: 1, steps: 1 } },
    storyIds: ['s1'],
  })
  expect(JSON.stringify(cells)).not.toMatch(/ada|got worse/)
})

test('a story is read as far as its author allows, on that day', () => {
  const read = (
    circle: 'community' | 'institution' | 'public',
    on: string,
    personId?: string,
    consent = story.consent,
  ) => visibleStories([{ ...story, consent }], personId === undefined ? { circle } : { circle, personId }, on).length
  expect([read('community', '2025-03-01'), read('institution', '2025-03-01'), read('public', '2025-03-01')]).toEqual([
    1, 1, 0,
  ])
  expect(read('community', '2025-02-28')).toBe(0)
  const withdrawn = { ...story.consent, withdrawnOn: '2025-06-01' }
  expect([
    read('community', '2025-05-31', 'ben', withdrawn),
    read('community', '2025-06-01', 'ben', withdrawn),
  ]).toEqual([1, 0])
  expect(read('public', '2025-06-01', 'ada', withdrawn)).toBe(1)
  expect(read('community', '2025-06-01', undefined, { circle: 'author', givenOn: '2025-01-01' })).toBe(0)
  expect(() => visibleStories([], { circle: 'author' as 'public' }, '2025-01-01')).toThrow(TypeError)
})
