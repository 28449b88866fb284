import { describe, expect, test } from 'vitest'
import {
  cohenKappa,
  coxRegression,
  cronbachAlpha,
  itemAnalysis,
  kaplanMeier,
  krippendorffAlpha,
  logRank,
  omegaTotal,
  restrictedMean,
  riskTable,
} from '../../src/statistics/index.ts'
import { valued } from '../fixtures.ts'
import { answers, mayLackAnswers, rowsOf } from './reference-answers.ts'

/** Closed forms agree to 1e-8, what is found step by step to 1e-6. */
function near(ours: readonly (number | undefined)[], theirs: readonly number[], bar = 1e-8): void {
  expect(ours.length).toBe(theirs.length)
  for (const [place, value] of ours.entries())
    expect(Math.abs((value ?? Number.NaN) - (theirs[place] ?? Number.NaN))).toBeLessThanOrEqual(bar)
}

/** Answers to five items of agreeableness, the first turned as it is scored the other way round. */
const agreeableness = () =>
  rowsOf('bfi-agreeableness').map((row) =>
    ['A1', 'A2', 'A3', 'A4', 'A5'].map((item) => {
      const answer = row[item]
      if (typeof answer !== 'number') return null
      return item === 'A1' ? 7 - answer : answer
    }),
  )
const lung = () => rowsOf('lung').map((row) => ({ row, time: Number(row.time), event: row.status === 2 }))
const aml = () => rowsOf('aml').map((row) => ({ group: `${row.x}`, time: Number(row.time), event: row.status === 1 }))

describe.skipIf(mayLackAnswers)(
  `the reference answers of R for scales and survival${mayLackAnswers ? ' (skipped: ../shared/data/statistics is not here)' : ''}`,
  () => {
    test('alpha by pairwise covariances and of complete cases', () => {
      const { alpha_bfi_A, alpha_bfi_A_cc, n_bfi } = answers()
      expect(agreeableness().length).toBe(n_bfi)
      const pairwise = valued(cronbachAlpha(agreeableness(), { missing: 'pairwise' }))
      near([pairwise.alpha], [alpha_bfi_A[0].raw_alpha])
      const complete = valued(cronbachAlpha(agreeableness(), { missing: 'complete' }))
      near([complete.n, complete.alpha], [alpha_bfi_A_cc.n, alpha_bfi_A_cc.raw])
      expect([complete.flags, complete.interval.method]).toEqual([[], 'Feldt'])
      // psych::alpha.ci(0.703755894374836, n.obs = 2709, n.var = 5)
      near([complete.interval.low, complete.interval.high], [0.68574463505, 0.721035962796])
    })

    test('each item keeps all who answered it, or those who answered all', () => {
      const pairwise = valued(itemAnalysis(agreeableness(), { missing: 'pairwise' }))
      const counts = [0, 1, 2, 3, 4].map((item) => agreeableness().filter((row) => row[item] !== null).length)
      expect(pairwise.map(({ n }) => n)).toEqual(counts)
      const complete = valued(itemAnalysis(agreeableness(), { missing: 'complete' }))
      expect(complete.map(({ n }) => n)).toEqual([2709, 2709, 2709, 2709, 2709])
    })

    test('omega by one factor', () => {
      const options = { missing: 'complete', seed: 5, resamples: 100, level: 0.9 } as const
      const answer = valued(omegaTotal(agreeableness(), options))
      near([answer.omega], [answers().omega_tot], 1e-6)
      expect([answer.n, answer.items, answer.flags]).toEqual([2709, 5, []])
      expect(answer.interval.low).toBeGreaterThan(0.69)
      expect(answer.interval.high).toBeLessThan(0.75)
    })

    test('kappa, plain and weighted, with its interval', () => {
      const counts = [
        [20, 10],
        [5, 15],
      ]
      const { k, ci } = answers().kappa
      for (const [place, weights] of (['none', 'quadratic'] as const).entries()) {
        const { kappa, interval } = valued(cohenKappa(counts, { weights }))
        near([kappa, interval?.low, interval?.high], [k, ci[place][0], ci[place][2]])
      }
    })

    test("Krippendorff's own data, missing values and all four metrics", () => {
      const observers = rowsOf('krippendorff-4x12')
      const units = Array.from({ length: 12 }, (_, unit) => observers.map((row) => row[`u${unit + 1}`] ?? null))
      for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
        const answer = valued(krippendorffAlpha(units, { metric, seed: 8, resamples: 1000 }))
        near([answer.alpha], [answers().krippendorff_4x12[metric]])
        expect([answer.n, answer.values]).toEqual([11, 40])
        expect(answer.interval?.method).toBe('bootstrap percentile, units drawn again')
        expect(answer.interval?.low).toBeLessThan(answer.alpha)
      }
    })

    test('survival of lung cancer, on the log-log scale', () => {
      const curve = valued(kaplanMeier(lung(), { interval: 'log-log' }))
      const { surv, se, lo, hi, median } = answers().km_lung
      for (const [place, { step }] of riskTable(curve, [100, 365, 730]).entries())
        near(
          [step?.survival, step?.standardError, step?.interval?.low, step?.interval?.high],
          [surv[place], se[place], lo[place], hi[place]],
        )
      const { low, high } = curve.median.interval
      expect([curve.n, curve.events, curve.median.time, low, high]).toEqual([median[0], median[3], ...median.slice(6)])
      const mean = valued(restrictedMean(lung(), { until: 1022 }))
      near([mean.mean, mean.standardError], median.slice(4, 6))
    })

    test('survival of leukaemia, on the log scale, with a median interval that has no upper end', () => {
      for (const [place, group] of ['Maintained', 'Nonmaintained'].entries()) {
        const own = aml().filter((each) => each.group === group)
        const curve = valued(kaplanMeier(own, { interval: 'log' }))
        const [n, , , events, mean, se, median, low, high] = answers().km_aml[place]
        expect([curve.n, curve.events, curve.median.time]).toEqual([n, events, median])
        expect([curve.median.interval.low, curve.median.interval.high]).toEqual([
          low,
          high === 'NA' ? 'unbounded' : high,
        ])
        const restricted = valued(restrictedMean(own, { until: 161 }))
        near([restricted.mean, restricted.standardError], [mean, se])
      }
    })

    test('log-rank tests', () => {
      const { chisq, obs, exp } = answers().logrank_lung_sex
      const bySex = valued(logRank(lung().map((each) => ({ ...each, group: `${each.row.sex}` }))))
      near([bySex.statistic], [chisq])
      near(
        bySex.groups.map(({ observed }) => observed),
        obs,
      )
      near(
        bySex.groups.map(({ expected }) => expected),
        exp,
      )
      near([valued(logRank(aml())).statistic], [answers().logrank_aml])
    })

    test('Cox regression, with ties by Efron and by Breslow', () => {
      const rows = lung()
        .filter(({ row }) => row['ph.ecog'] !== null)
        .map(({ time, event, row }) => ({
          stop: time,
          event,
          covariates: ['age', 'sex', 'ph.ecog'].map((name) => Number(row[name])),
        }))
      const options = { covariates: ['age', 'sex', 'ph.ecog'], errors: 'model' } as const
      const { coef, se, ll, n } = answers().cox_lung_efron
      const efron = valued(coxRegression(rows, { ...options, ties: 'efron' }))
      near(
        efron.coefficients.map(({ coefficient }) => coefficient),
        coef,
      )
      near(
        efron.coefficients.map(({ standardError }) => standardError),
        se,
      )
      near([efron.logLikelihood.withoutCovariates, efron.logLikelihood.fitted, efron.n], [...ll, n])
      const breslow = valued(coxRegression(rows, { ...options, ties: 'breslow' }))
      near(
        breslow.coefficients.map(({ coefficient }) => coefficient),
        answers().cox_lung_breslow,
      )
    })
  },
)
