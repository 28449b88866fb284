import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test.each([
  ['1000', undefined, 1000],
  ['1000', 20, 200],
  ['250', 1, 3],
])('with FC_RUNS=%s a test that asks for %s runs gets %i', async (runs, own, expected) => {
  vi.stubEnv('FC_RUNS', runs)
  const { assert, property, integer } = await import('../many-runs.ts')
  let count = 0
  const counting = property(integer(), () => {
    count += 1
  })
  assert(counting, own === undefined ? {} : { numRuns: own })
  expect(count).toBe(expected)
})

test('a property that does not hold still fails', async () => {
  vi.stubEnv('FC_RUNS', '200')
  const { default: fc } = await import('../many-runs.ts')
  expect(() => fc.assert(fc.property(fc.integer(), (n) => n < 10))).toThrow('Property failed')
})
