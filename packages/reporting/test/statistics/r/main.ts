import { randomInt } from 'node:crypto'
import { env } from 'node:process'
import { comparisons } from './comparisons.ts'
import { compareWithR } from './frame/compare.ts'

const seed = Number(env.STATISTICS_SEED ?? randomInt(2 ** 31))
const draws = Number(env.STATISTICS_DRAWS ?? 200)
const only = env.STATISTICS_ONLY
const chosen = comparisons.filter(({ name }) => only === undefined || name.includes(only))
console.log(JSON.stringify({ seed, draws }))
try {
  const compared = await compareWithR(chosen, {
    seed,
    draws,
    say: (text) => console.log(JSON.stringify({ say: text })),
  })
  for (const each of compared) console.log(JSON.stringify({ compared: each }))
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  console.log(
    JSON.stringify({ absent: 'there is no Rscript here: install r-base-core and the packages that .ci/run names' }),
  )
}
