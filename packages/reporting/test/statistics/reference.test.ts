import { describe, expect, test } from 'vitest'
import {
  chiSquareIndependence,
  cohensD,
  cohensDz,
  fisherExact,
  hedgesG,
  type Interval,
  mannWhitneyExact,
  mannWhitneyNormal,
  mcNemarChiSquare,
  pairedTTest,
  signedRankExact,
  signedRankNormal,
  welchTTest,
} from '../../src/statistics/index.ts'
import { valued } from '../fixtures.ts'
import { answers, mayLackAnswers, sleep } from './reference-answers.ts'

/** Closed forms agree to 1e-8, what is found step by step to 1e-6. */
function near(ours: readonly unknown[], theirs: readonly number[], bar = 1e-8): void {
  expect(ours.length).toBe(theirs.length)
  for (const [place, value] of ours.entries()) {
    expect(typeof value).toBe('number')
    expect(Math.abs(Number(value) - (theirs[place] ?? Number.NaN))).toBeLessThanOrEqual(bar)
  }
}

const ends = (interval: Interval<number | 'unbounded'>) => [interval.low, interval.high]

describe.skipIf(mayLackAnswers)(
  `the reference answers of R${mayLackAnswers ? ' (skipped: ../shared/data/statistics is not here)' : ''}`,
  () => {
    test('t tests', () => {
      const { first, second } = sleep()
      expect([first.length, second.length]).toEqual([10, 10])
      const paired = valued(pairedTTest(first, second))
      near([paired.statistic, paired.p, ...ends(paired.interval)], answers().paired_t)
      const welch = valued(welchTTest(first, second))
      near([welch.statistic, welch.df, welch.p, ...ends(welch.interval)], answers().welch)
    })

    test('rank tests', () => {
      const { first, second } = sleep()
      const darwin = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]
      const none = darwin.map(() => 0)
      const { wsr_asym, wsr_exact_ties, wsr_exact_noties, mwu, mwu_exact } = answers()
      for (const [test, answer] of [
        [signedRankNormal(first, second, { continuity: true }), wsr_asym],
        [signedRankExact(first, second), wsr_exact_ties],
        [signedRankExact(darwin, none), wsr_exact_noties],
        [mannWhitneyNormal(first, second, { continuity: true }), mwu],
        [mannWhitneyExact(first, second), mwu_exact],
      ] as const) {
        const { statistic, p } = valued<{ readonly statistic: number; readonly p: number }>(test)
        near([statistic, p], [answer.statistic, answer['p.value']])
      }
    })

    test('tests of counts', () => {
      const { mcnemar, mcnemar_nc, chi2, chi2y, fisher_tea } = answers()
      const changes = [
        [794, 150],
        [86, 570],
      ] as const
      const table = [
        [12, 7],
        [5, 14],
      ]
      for (const [test, answer] of [
        [mcNemarChiSquare(changes, { continuity: true }), mcnemar],
        [mcNemarChiSquare(changes, { continuity: false }), mcnemar_nc],
        [chiSquareIndependence(table, { correction: 'none' }), chi2],
        [chiSquareIndependence(table, { correction: 'yates' }), chi2y],
      ] as const) {
        const { statistic, p } = valued<{ readonly statistic: number; readonly p: number }>(test)
        near([statistic, p], [answer.statistic, answer['p.value']])
      }
      const cups = [
        [3, 1],
        [1, 3],
      ] as const
      const asR = valued(fisherExact(cups, { precision: 'as-r' }))
      near([asR.p, asR.estimate, ...ends(asR.interval)], [fisher_tea.p, fisher_tea.or, ...fisher_tea.ci], 1e-6)
      // Solved fully: R's own stop short, the upper end by 4.3.
      const full = valued(fisherExact(cups))
      near([full.estimate, ...ends(full.interval)], [6.40831965819967, 0.211735595446579, 626.243530588813], 1e-9)
    })

    test('effect sizes', () => {
      const { first, second } = sleep()
      const { es_cohens_d, es_hedges, es_paired } = answers()
      for (const [effect, answer, name] of [
        [cohensD(first, second), es_cohens_d, 'Cohens_d'],
        [hedgesG(first, second, { correction: 'exact' }), es_hedges, 'Hedges_g'],
        [cohensDz(first, second), es_paired, 'Cohens_d'],
      ] as const) {
        const { estimate, interval } = valued<{ readonly estimate: number; readonly interval: Interval }>(effect)
        near([estimate], [answer[name]])
        near(ends(interval), [answer.CI_low, answer.CI_high], 1e-6)
      }
    })
  },
)
