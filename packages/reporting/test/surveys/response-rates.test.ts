import fc from 'fast-check'
import { expect, test } from 'vitest'
import { responseRates, type WaveReturns } from '../../src/surveys/response-rates.ts'
import { codeIn, valueIn } from './fixtures.ts'

const people = ['a', 'b', 'c', 'd', 'e', 'f']
const wave = (key: string, names: readonly string[], more: Partial<WaveReturns> = {}): WaveReturns => ({
  wave: key,
  invited: people.length,
  withdrawn: 0,
  returns: names.map((pseudonym) => ({ pseudonym, answered: 2 })),
  ...more,
})

test('every figure is what counting one by one gives, and the parts make up the whole', () => {
  const names = fc.subarray(people)
  fc.assert(
    fc.property(names, names, names, fc.nat(3), (one, two, three, more) => {
      const waves = [
        wave('1', one),
        wave('2', two),
        wave('3', three, { withdrawn: more, invited: three.length + more }),
      ]
      const { waves: rates, pairs, patterns } = valueIn(responseRates(2, waves))
      for (const { invited, answered, withdrawn, outstanding, complete, rate } of rates) {
        expect(answered + withdrawn + outstanding).toBe(invited)
        expect(complete).toBe(answered)
        expect(rate).toEqual(invited === 0 ? { none: 'nobody-invited' } : { share: answered / invited, of: invited })
      }
      const by = new Map([one, two, three].map((list, at) => [String(at + 1), list]))
      expect(pairs.map(({ from, to }) => from + to)).toEqual(['12', '13', '23'])
      for (const pair of pairs) {
        const [from, to] = [by.get(pair.from) ?? [], by.get(pair.to) ?? []]
        expect(pair.paired).toBe(people.filter((name) => from.includes(name) && to.includes(name)).length)
        expect(pair.lost).toBe(people.filter((name) => from.includes(name) && !to.includes(name)).length)
        expect(pair.joined).toBe(people.filter((name) => !from.includes(name) && to.includes(name)).length)
        expect('none' in pair.attrition).toBe(from.length === 0)
      }
      for (const { answered, respondents } of patterns)
        expect(respondents).toBe(
          people.filter((name) => [...by].every(([key, list]) => list.includes(name) === answered.includes(key)))
            .length,
        )
      const once = new Set([...one, ...two, ...three])
      expect(patterns.reduce((sum, { respondents }) => sum + respondents, 0)).toBe(once.size)
    }),
    { seed: 20_260_302 },
  )
})

test('nobody was asked: a reason, and no division', () => {
  const rates = valueIn(responseRates(2, [wave('1', [], { invited: 0 }), wave('2', [], { invited: 0 })]))
  expect(rates.waves[0]?.rate).toEqual({ none: 'nobody-invited' })
  expect(rates.pairs[0]?.attrition).toEqual({ none: 'nobody-answered' })
  expect(rates.patterns).toEqual([])
  expect(JSON.stringify(rates)).not.toContain('null')
})

test('patterns come most complete first', () => {
  const { patterns } = valueIn(responseRates(2, [wave('1', ['a', 'b']), wave('2', ['b', 'c']), wave('3', ['b'])]))
  expect(patterns).toEqual([
    { answered: ['1', '2', '3'], respondents: 1 },
    { answered: ['1'], respondents: 1 },
    { answered: ['2'], respondents: 1 },
  ])
})

test('complete is every item', () => {
  const returns = [
    { pseudonym: 'a', answered: 1 },
    { pseudonym: 'b', answered: 2 },
  ]
  expect(valueIn(responseRates(2, [wave('1', [], { returns })])).waves[0]).toMatchObject({ answered: 2, complete: 1 })
})

test.each<[string, string, readonly WaveReturns[]]>([
  ['a respondent twice', 'answered-twice', [wave('1', ['a', 'a'])]],
  ['more answers than people', 'more-than-invited', [wave('1', ['a', 'b'], { invited: 1 })]],
  ['more withdrawn than people', 'more-than-invited', [wave('1', ['a'], { invited: 2, withdrawn: 2 })]],
  ['fewer than nobody', 'more-than-invited', [wave('1', [], { withdrawn: -1 })]],
  ['no number', 'more-than-invited', [wave('1', [], { invited: Number.NaN })]],
  ['a wave twice', 'survey-key-wrong', [wave('1', []), wave('1', [])]],
])('%s is refused as %s', (_what, code, waves) => {
  expect(codeIn(responseRates(2, waves))).toBe(code)
})
