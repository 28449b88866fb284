import { expect, test } from 'vitest'
import { designOf } from '../../../src/statistics/survival/cox/design.ts'
import { walkEvents } from '../../../src/statistics/survival/cox/risk-sums.ts'

test('sums keep their digits when nearly all the risk leaves the set', () => {
  const row = (start: number, stop: number, event: boolean) => ({ start, stop, event, covariates: [stop] })
  const rows = [row(6, 9, true), row(5, 8, true), row(0, 7, false), row(0, 5, true), row(0, 4, true), row(1, 2, true)]
  const [stratum] = designOf(rows, 1).strata
  if (stratum === undefined) throw new Error('There is a stratum.')
  const risks = Float64Array.from([3e13, 7e12, 0.1, 0.2, 0.3, 0.7])
  const seen: number[] = []
  walkEvents(stratum, risks, 1, ({ time, all, deaths }) => {
    const atRisk = rows
      .map((each, index) => ({ ...each, risk: risks[index] ?? 0 }))
      .filter(({ start, stop }) => start < time && time <= stop)
    const sum = atRisk.reduce((total, { risk }) => total + risk, 0)
    expect(all.zeroth / sum).toBeCloseTo(1, 12)
    expect(deaths.length).toBe(1)
    seen.push(time)
  })
  expect(seen).toEqual([9, 8, 5, 4, 2])
})
