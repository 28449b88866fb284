import path from 'node:path'
import { root, run } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'

/** A line of the comparison: what it began with, what it does, or what came of one function. */
interface Line {
  readonly seed?: number
  readonly draws?: number
  readonly say?: string
  readonly absent?: string
  readonly compared?: {
    readonly name: string
    readonly draws: number
    readonly refused: number
    readonly worst: number
    readonly different: number
    readonly differences: readonly string[]
    readonly missing: readonly string[]
  }
}

const script = path.join(root, 'packages/reporting/test/statistics/r/main.ts')

function lineOf(text: string): Line {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Every statistic beside R, on fresh data from a seed that is told; STATISTICS_SEED gives one, STATISTICS_DRAWS their number. */
export const statisticsR: Step = {
  name: 'statistics-r',
  title: 'every statistic beside R on fresh data, a check per function',
  run: async (tally) => {
    const { code, output, stdout } = await run(process.execPath, [script], {
      timeoutMs: 1_800_000,
      onLine: (text) => tally.say(lineOf(text).say ?? ''),
    })
    for (const { seed, draws, absent, compared } of stdout.split('\n').map(lineOf)) {
      if (seed !== undefined) console.log(`  seed ${seed}, ${draws} draws of each`)
      if (absent !== undefined) tally.skip('R', absent)
      if (compared === undefined) continue
      const { name, missing, different, differences, worst, refused } = compared
      if (missing.length > 0) {
        tally.skip(name, `R has no package ${missing.join(', ')}`)
        continue
      }
      tally.check(different === 0, name, `${different} figures differ\n${differences.join('\n')}`)
      tally.note(
        `${name}: ${compared.draws} draws, relative difference at most ${worst.toPrecision(2)}${refused > 0 ? `, ${refused} more refused` : ''}`,
      )
    }
    if (code !== 0) tally.fail('the comparison with R', output)
  },
}
