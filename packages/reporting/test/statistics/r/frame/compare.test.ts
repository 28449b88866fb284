import { spawnSync } from 'node:child_process'
import { env } from 'node:process'
import { expect, test } from 'vitest'
import { compareWithR } from './compare.ts'
import { comparison, differenceOf } from './comparison.ts'
import { Random } from './random.ts'

const noR = spawnSync('Rscript', ['--version']).status !== 0 && env.CI !== 'true'

test('figures differ by more than a share of what R has, or by being no numbers', () => {
  const bar = { relative: 1e-6, absolute: 1e-9 }
  expect(differenceOf(1, 1 + 1e-7, bar).told).toBeUndefined()
  expect(differenceOf(1, 1 + 1e-5, bar).told).toBe("ours is 1, R's is 1.00001")
  expect(differenceOf(1e-12, 0, bar).told).toBeUndefined()
  expect(differenceOf(1e-8, 0, bar).told).toBeDefined()
  expect(differenceOf('unbounded', Number.POSITIVE_INFINITY, bar).told).toBeUndefined()
  for (const [ours, theirs] of [
    [Number.NaN, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['unbounded', 3],
    [3, Number.NEGATIVE_INFINITY],
    [undefined, 3],
    [3, undefined],
  ] as const)
    expect(differenceOf(ours, theirs, bar).told).toBeDefined()
})

test('the same seed draws the same, another one does not', () => {
  const drawn = (seed: number) => new Random(seed).list(20, () => 0).map(() => new Random(seed).normal())
  expect(drawn(3)).toEqual(drawn(3))
  expect(drawn(3)).not.toEqual(drawn(4))
  const random = new Random(9)
  const wholes = random.list(2000, () => random.whole(2, 4))
  expect(new Set(wholes)).toEqual(new Set([2, 3, 4]))
})

test.skipIf(noR)(
  `a function that is wrong, silent or breaks in R is found${noR ? ' (skipped: there is no Rscript here)' : ''}`,
  async () => {
    const base = { draw: (random: Random) => ({ x: random.list(5, () => random.normal()) }) }
    const mean = (x: readonly number[]) => x.reduce((sum, each) => sum + each, 0) / x.length
    const all = [
      comparison({ ...base, name: 'right', ours: ({ x }) => ({ mean: mean(x) }), r: 'c(mean = mean(x))' }),
      comparison({ ...base, name: 'wrong', ours: ({ x }) => ({ mean: mean(x) + 1e-6 }), r: 'c(mean = mean(x))' }),
      comparison({ ...base, name: 'silent', ours: () => ({}), r: 'c(mean = mean(x))' }),
      comparison({ ...base, name: 'breaks', ours: ({ x }) => ({ mean: mean(x) }), r: 'stop("no mean")' }),
      comparison({ ...base, name: 'absent', ours: () => ({}), r: 'c()', packages: ['noSuchPackage'] }),
    ]
    const compared = await compareWithR(all, { seed: 1, draws: 3, say: () => undefined })
    expect(compared.map(({ name, different }) => [name, different])).toEqual([
      ['right', 0],
      ['wrong', 3],
      ['silent', 3],
      ['breaks', 3],
      ['absent', 0],
    ])
    expect(compared[3]?.differences[0]).toContain('R says: no mean')
    expect(compared[4]?.missing).toEqual(['noSuchPackage'])
  },
)

test('a function that refuses all that is drawn is not passed over', async () => {
  const refuses = comparison({ name: 'refuses', draw: () => ({}), ours: () => 'refused', r: 'c()' })
  await expect(compareWithR([refuses], { seed: 1, draws: 2, say: () => undefined })).rejects.toThrow(
    /refuses nearly all/,
  )
})
