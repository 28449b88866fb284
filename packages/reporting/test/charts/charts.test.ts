import { describe, expect, test } from 'vitest'
import { renderSvg } from '../../src/formats/svg.ts'
import {
  type Chart,
  changeChart,
  distributionChart,
  flowChart,
  reachChart,
  spreadChart,
  survivalChart,
} from '../../src/index.ts'

const hidden = { suppressed: 'few-responses' } as const

const charts: Readonly<Record<string, Chart>> = {
  distribution: distributionChart(
    [
      { group: 'Cohort 1', choice: 'Agree', value: 15, n: 20 },
      { group: 'Cohort 1', choice: 'Disagree', value: 5, n: 20 },
      { group: 'Cohort 2', choice: 'Agree', value: hidden, n: hidden },
      { group: 'Cohort 2', choice: 'Disagree', value: hidden, n: hidden },
    ],
    { title: 'Useful?' },
  ),
  change: changeChart(
    [
      { label: 'Confidence', n: 32, change: { mean: 0.4, low: -0.1, high: 0.9 } },
      { label: 'Belonging', n: hidden, change: hidden },
    ],
    { title: 'Change', between: 'from baseline to end', unit: 'points' },
  ),
  survival: survivalChart(
    [
      {
        label: 'Mentored',
        steps: [
          { time: 0, share: 100 },
          { time: 12, share: 90, low: 80, high: 95 },
          { time: 24, share: 85, low: 72, high: 92 },
        ],
        risk: [
          { time: 0, atRisk: 40 },
          { time: 12, atRisk: 30 },
          { time: 24, atRisk: hidden },
        ],
      },
      { label: 'Not mentored', steps: [{ time: 0, share: 100 }], risk: [] },
    ],
    { title: 'Retention', time: 'months' },
  ),
  reach: reachChart(
    [
      { at: '1', value: 20 },
      { at: '2', value: hidden },
      { at: '3', value: 45 },
    ],
    { title: 'Reach', along: 'Cohort', unit: 'people' },
  ),
  flow: flowChart(
    [
      { from: '1', to: '2', value: 15 },
      { from: '1', to: 'not yet', value: 60 },
      { from: '2', to: '3', value: hidden },
    ],
    { title: 'Who came back', from: 'First cohort', to: 'Came back in', unit: 'people' },
  ),
  spread: spreadChart(
    [
      { place: 'Law', value: 2 },
      { place: 'Art', value: 0 },
      { place: 'Physics and astronomy', value: hidden },
    ],
    { title: 'Practices', place: 'Department', unit: 'practices' },
  ),
}

describe.each(Object.keys(charts))('a chart of a %s', (name) => {
  const chart = charts[name] as Chart

  test('is drawn, and holds no number that is none', async () => {
    const svg = await renderSvg(chart.spec)
    expect(svg).toMatch(/^<svg/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(JSON.stringify(chart.spec)).not.toMatch(/NaN|Infinity/)
  })

  test('has its numbers in a table, in which what is not shown is a word', () => {
    const { columns, rows } = chart.table
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.length).toBe(columns.length)
    expect(rows.flat()).toContain('not shown')
  })

  test('says its numbers in words, and how many are not shown', () => {
    expect(chart.words).toMatch(/\d/)
    expect(chart.words).toMatch(/\.$/)
    expect(chart.words).toContain('not shown')
  })

  test('is drawn from what may be shown alone', () => {
    expect(JSON.stringify(chart.spec)).not.toContain('few-responses')
  })
})

test('the words of each chart', () => {
  expect(Object.fromEntries(Object.entries(charts).map(([name, { words }]) => [name, words]))).toEqual({
    distribution: 'Cohort 1: most chose Agree (15 of 20). Cohort 2: not shown. 2 of 4 numbers are not shown.',
    change:
      'Confidence: 0.4 points from baseline to end (95% interval \u22120.1 to 0.9; 32 pairs). 1 of 2 numbers is not shown.',
    survival:
      'Mentored: 85% after 24 months (95% interval 72 to 92%), of 40 at the start. Not mentored: 100% after 0 months (no interval), how many at the start is not shown.',
    reach: 'From 20 people (Cohort 1) to 45 people (Cohort 3). 1 of 3 numbers is not shown.',
    flow: 'Most went from 1 to not yet: 60 people. 1 of 3 numbers is not shown.',
    spread: '1 of 3 places are shown to have some. Most: Law (2 practices). 1 of 3 numbers is not shown.',
  })
})

test('nothing is drawn of a number that is none, an interval beside its mean, or a share beyond all', () => {
  const options = { title: 'T', between: 'b', unit: 'u' }
  expect(() => changeChart([{ label: 'a', n: 5, change: { mean: Number.NaN, low: 0, high: 1 } }], options)).toThrow(
    RangeError,
  )
  expect(() => changeChart([{ label: 'a', n: 5, change: { mean: 2, low: 0, high: 1 } }], options)).toThrow(RangeError)
  for (const step of [
    { time: -1, share: 50 },
    { time: 1, share: 101 },
    { time: Number.POSITIVE_INFINITY, share: 1 },
  ])
    expect(() => survivalChart([{ label: 'a', steps: [step], risk: [] }], { title: 'T', time: 'months' })).toThrow(
      RangeError,
    )
  expect(() => reachChart([{ at: '1', value: Number.NaN }], { title: 'T', along: 'a', unit: 'u' })).toThrow(RangeError)
})
