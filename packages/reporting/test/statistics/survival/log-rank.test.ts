import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GroupedObservation, logRank } from '../../../src/statistics/survival/log-rank.ts'
import { codeOf, valued } from '../../fixtures.ts'

/** For two groups, the squared difference of observed and expected over the sum of hypergeometric variances, by the book. */
function byHand(observations: readonly GroupedObservation[]): number {
  let [difference, variance] = [0, 0]
  for (const stratum of new Set(observations.map((each) => each.stratum)))
    for (const time of new Set(observations.filter(({ event }) => event).map((each) => each.time))) {
      const own = observations.filter((each) => each.stratum === stratum && each.time >= time)
      const ofA = own.filter(({ group }) => group === 'a')
      const dying = own.filter((each) => each.event && each.time === time)
      if (dying.length === 0) continue
      const [n, m, d] = [own.length, ofA.length, dying.length]
      difference += dying.filter(({ group }) => group === 'a').length - (d * m) / n
      if (n > 1) variance += (d * (m / n) * (1 - m / n) * (n - d)) / (n - 1)
    }
  return (difference * difference) / variance
}

test('two groups by hand, with strata, and groups named the other way round give the same', () => {
  const stay = fc.record({
    time: fc.integer({ min: 1, max: 9 }),
    event: fc.boolean(),
    group: fc.constantFrom('a', 'b'),
    stratum: fc.constantFrom('x', 'y'),
  })
  fc.assert(
    fc.property(fc.array(stay, { minLength: 2, maxLength: 30 }), (stays) => {
      const answer = logRank(stays)
      if ('refusal' in answer) return
      expect(answer.value.statistic).toBeCloseTo(byHand(stays), 8)
      const turned = valued(logRank(stays.toReversed()))
      expect(turned.statistic).toBeCloseTo(answer.value.statistic, 8)
      const [first, second] = answer.value.groups
      expect((first?.expected ?? 0) + (second?.expected ?? 0)).toBeCloseTo(answer.value.events, 8)
    }),
    { seed: 62, numRuns: 300 },
  )
})

test('what cannot be compared is refused', () => {
  const stay = (group: string, time: number, event: boolean) => ({ group, time, event })
  expect(codeOf(logRank([]))).toBe('too-few-values')
  expect(codeOf(logRank([stay('a', 1, true)]))).toBe('group-missing')
  expect(codeOf(logRank([stay('a', 1, false), stay('b', 2, false)]))).toBe('no-events')
  // All of b are gone before the first event.
  expect(codeOf(logRank([stay('a', 5, true), stay('a', 6, true), stay('b', 2, false)]))).toBe('no-events')
  // Everybody at risk has the event at once: groups cannot be told apart.
  expect(codeOf(logRank([stay('a', 5, true), stay('b', 5, true)]))).toBe('no-events')
  const many = Array.from({ length: 10_000 }, (_, index) => stay(`g${index}`, index + 1, true))
  expect(codeOf(logRank(many))).toBe('too-large-for-exact')
})
