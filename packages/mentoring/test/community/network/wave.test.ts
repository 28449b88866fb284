import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Network, networkOf, readWave, type Wave } from '../../../src/community/index.ts'
import { anyWave, waveOf } from './wave-of.ts'

const codeOf = (wave: object) => {
  const read = readWave(wave as Wave)
  return 'refusal' in read ? read.refusal.code : 'taken'
}

test('a wave keeps to its boundary, its kind, and one department a person', () => {
  const good = waveOf('a:art b:law', 'a>b b>a a>b', { respondentIds: ['a'], question: 'Whom do you ask?' })
  expect(codeOf(good)).toBe('taken')
  expect(codeOf(waveOf('a:art', 'a>z'))).toBe('person-outside-boundary')
  expect(codeOf(waveOf('a:art', 'z>a'))).toBe('person-outside-boundary')
  expect(codeOf(waveOf('a:art a:law', ''))).toBe('person-twice')
  expect(codeOf(waveOf('a:art', 'a>a'))).toBe('tie-to-oneself')
  expect(codeOf({ ...good, tieKind: 'trusts' })).toBe('tie-kinds-mixed')
  expect(codeOf({ ...good, respondentIds: ['z'] })).toBe('person-outside-boundary')
  expect(codeOf({ ...good, source: 'gossip' })).toBe('value-not-listed')
  expect(codeOf({ ...good, on: '2025' })).toBe('date-not-iso')
  expect(codeOf({ ...good, level: 1 })).toBe('field-not-listed')
  expect(codeOf({ ...good, people: undefined })).toBe('field-not-listed')
})

test('the rule decides which namings are ties', () => {
  const wave = waveOf('b:law a:art c:art', 'b>a a>b c>a c>a', { respondentIds: ['a', 'a', 'b'] })
  expect(networkOf(wave, 'either-named').ties).toEqual([
    ['a', 'b'],
    ['a', 'c'],
  ])
  expect(networkOf(wave, 'both-named').ties).toEqual([['a', 'b']])
  expect(networkOf(wave, 'both-named').named).toHaveLength(3)
  expect(networkOf(wave, 'both-named').responded).toBe(2)
  expect(networkOf(waveOf('', ''), 'either-named').responded).toBeNull()
  expect(() => networkOf(wave, 'any' as 'both-named')).toThrow(TypeError)
})

test('the order of people and ties does not change a network', () => {
  fc.assert(
    fc.property(anyWave, (wave) => {
      const turned = { ...wave, people: wave.people.toReversed(), ties: wave.ties.toReversed() }
      const of = (one: Wave): Network => networkOf(one, 'either-named')
      expect(of(turned)).toEqual(of(wave))
    }),
  )
})
