import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kaplanMeier } from '../../../src/statistics/survival/kaplan-meier.ts'
import type { Observation } from '../../../src/statistics/survival/observation.ts'
import { restrictedMean } from '../../../src/statistics/survival/restricted-mean.ts'
import { riskTable } from '../../../src/statistics/survival/risk-table.ts'
import { codeOf, valued } from '../../fixtures.ts'

const stay = fc.record({ time: fc.integer({ min: 1, max: 12 }), event: fc.boolean() })

/** Efron's way: each censored case hands its mass on to all who are later, event before censoring at a tie. */
function redistributed(observations: readonly Observation[]): (time: number) => number {
  const ordered = observations.toSorted((a, b) => a.time - b.time || Number(b.event) - Number(a.event))
  const masses = ordered.map(() => 1 / ordered.length)
  for (const [index, { event }] of ordered.entries()) {
    const later = ordered.length - index - 1
    if (event || later === 0) continue
    const share = (masses[index] ?? 0) / later
    masses[index] = 0
    for (let next = index + 1; next < ordered.length; next++) masses[next] = (masses[next] ?? 0) + share
  }
  return (time) =>
    ordered.reduce((left, each, index) => left - (each.event && each.time <= time ? (masses[index] ?? 0) : 0), 1)
}

test('the curve is that of redistribution to the right, and every figure is finite and in its place', () => {
  fc.assert(
    fc.property(
      fc.array(stay, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('log', 'log-log'),
      (stays, interval) => {
        const curve = valued(kaplanMeier(stays, { interval: interval as 'log' }))
        const expected = redistributed(stays)
        let before = 1
        for (const step of curve.steps) {
          expect(step.survival).toBeCloseTo(expected(step.time), 10)
          expect(step.survival).toBeLessThanOrEqual(before)
          before = step.survival
          expect(step.atRisk).toBe(stays.filter(({ time }) => time >= step.time).length)
          expect('interval' in step).toBe(step.survival > 0 && step.survival < 1)
          if (step.interval === undefined) continue
          expect(step.interval.low).toBeGreaterThan(-1e-12)
          expect(step.interval.low).toBeLessThanOrEqual(step.survival)
          expect(step.interval.high).toBeGreaterThanOrEqual(step.survival)
          expect(step.interval.high).toBeLessThanOrEqual(1)
        }
      },
    ),
    { seed: 61, numRuns: 300 },
  )
})

test('who enters late counts from entry on', () => {
  const stays = [
    { time: 5, event: true },
    { time: 6, event: true, entry: 5 },
    { time: 8, event: false, entry: 2 },
  ]
  const curve = valued(kaplanMeier(stays, { interval: 'log' }))
  expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual([2, 2, 1])
  expect(curve.steps.map(({ survival }) => survival)).toEqual([0.5, 0.25, 0.25])
})

test('a curve that could only stay at nought is refused', () => {
  const stays = [
    { time: 1, event: true },
    { time: 6, event: true, entry: 2 },
  ]
  expect(codeOf(kaplanMeier(stays, { interval: 'log' }))).toBe('statistic-undefined')
})

test('bad input is refused', () => {
  const code = (observation: Observation) => codeOf(kaplanMeier([observation], { interval: 'log' }))
  expect(codeOf(kaplanMeier([], { interval: 'log' }))).toBe('too-few-values')
  expect(code({ time: 0, event: true })).toBe('stretch-wrong')
  expect(code({ time: -3, event: true })).toBe('stretch-wrong')
  expect(code({ time: 3, event: true, entry: 3 })).toBe('stretch-wrong')
  expect(code({ time: Number.NaN, event: true })).toBe('value-not-finite')
  expect(code({ time: 1e200, event: true })).toBe('value-not-finite')
  expect(() => kaplanMeier([], { interval: 'log', level: 1 })).toThrow(RangeError)
})

test('one person, and nobody who left', () => {
  const one = valued(kaplanMeier([{ time: 4, event: true }], { interval: 'log' }))
  expect(one.steps).toEqual([{ time: 4, atRisk: 1, events: 1, censored: 0, survival: 0 }])
  expect(one.median.time).toBe(4)
  const stayed = valued(kaplanMeier([{ time: 4, event: false }], { interval: 'log-log' }))
  expect(stayed.median.time).toBe('not-reached')
  expect(stayed.median.interval).toMatchObject({ low: 'unbounded', high: 'unbounded' })
  expect(stayed.steps).toEqual([{ time: 4, atRisk: 1, events: 0, censored: 1, survival: 1, standardError: 0 }])
})

test('a curve at exactly a half has its median midway to its next fall', () => {
  const stays = [2, 4, 7, 9].map((time) => ({ time, event: true }))
  expect(valued(kaplanMeier(stays, { interval: 'log' })).median.time).toBe(5.5)
})

test('the table below the curve says who is left and what is known', () => {
  const stays = [
    { time: 2, event: true },
    { time: 3, event: false },
    { time: 4, event: true },
  ]
  const rows = riskTable(valued(kaplanMeier(stays, { interval: 'log' })), [0, 2, 3, 5])
  expect(rows.map(({ atRisk, events, censored }) => [atRisk, events, censored])).toEqual([
    [3, 0, 0],
    [3, 1, 0],
    [2, 1, 1],
    [0, 2, 1],
  ])
  expect(rows.map(({ step }) => step?.time)).toEqual([undefined, 2, 3, undefined])
})

test('a mean beyond what was watched is refused, one after all have left is not', () => {
  const left = [{ time: 3, event: true }]
  const stayed = [{ time: 3, event: false }]
  expect(codeOf(restrictedMean(stayed, { until: 4 }))).toBe('statistic-undefined')
  expect(valued(restrictedMean(stayed, { until: 2 }))).toMatchObject({ mean: 2, standardError: 0 })
  expect(valued(restrictedMean(left, { until: 4 })).mean).toBe(3)
  expect(() => restrictedMean(left, { until: 0 })).toThrow(RangeError)
})
