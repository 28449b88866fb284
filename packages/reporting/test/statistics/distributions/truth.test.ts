import { expect, test } from 'vitest'
import {
  binomialProbability,
  chiSquareProbability,
  fProbability,
  noncentralTProbability,
  normalProbability,
  tProbability,
} from '../../../src/statistics/index.ts'
import { truth } from './truth.ts'

const upper = { tail: 'upper' } as const
const functions: Readonly<Record<string, (...parameters: readonly number[]) => number>> = {
  normal: (z = 0) => normalProbability(z),
  tUpper: (t = 0, df = 1) => tProbability(t, { df, ...upper }),
  chiUpper: (x = 0, df = 1) => chiSquareProbability(x, { df, ...upper }),
  chiLower: (x = 0, df = 1) => chiSquareProbability(x, { df }),
  fUpper: (f = 0, df1 = 1, df2 = 1) => fProbability(f, { df1, df2, ...upper }),
  fLower: (f = 0, df1 = 1, df2 = 1) => fProbability(f, { df1, df2 }),
  binomialLower: (k = 0, n = 1, share = 0) => binomialProbability(k, { n, share }),
  binomialUpper: (k = 0, n = 1, share = 0) => binomialProbability(k, { n, share, ...upper }),
  nctUpper: (t = 0, df = 1, ncp = 0) => noncentralTProbability(t, { df, ncp, ...upper }),
  nctLower: (t = 0, df = 1, ncp = 0) => noncentralTProbability(t, { df, ncp }),
}

test.each(Object.entries(truth))('%s is right to twelve digits, down to 1e-302', (name, rows) => {
  const ours = functions[name]
  if (ours === undefined) throw new Error(`nothing is held against ${name}`)
  for (const [parameters, text] of rows) {
    const right = Number(text)
    const error = Math.abs(ours(...parameters) - right) / right
    expect({ parameters, holds: error < 1e-12, error }).toMatchObject({ parameters, holds: true })
  }
})

test('every function has rows, and tails below 1e-20 are among them', () => {
  expect(Object.keys(truth).sort()).toEqual(Object.keys(functions).sort())
  const far = Object.values(truth).filter((rows) => rows.some(([, text]) => Number(text) < 1e-12))
  expect(far.length).toBe(Object.keys(truth).length)
})
