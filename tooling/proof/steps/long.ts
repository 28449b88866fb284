import { benches } from '../../bench/benches.ts'
import { root, run } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'
import { testPackages } from './code.ts'

/** How often each property is tried in the long run; fast-check's own number is 100, and some properties are whole programmes. */
const runs = 200

/** Properties, tried more often. */
export const properties: Step = {
  name: 'properties',
  title: `the tests of the packages again, each property tried ${runs} times`,
  run: (tally) => testPackages(tally, runs),
}

/** Every bench runs and gives a whole result; a ratio is only told, since a quick run is no measurement. */
export const benchSmoke: Step = {
  name: 'bench',
  title: 'every bench runs in short and gives a whole result',
  needs: ['build-gateway'],
  run: async (tally) => {
    for (const { name } of benches) {
      tally.say(name)
      const start = Date.now()
      const { code, output, stdout } = await run(
        process.execPath,
        ['tooling/bench/main.ts', name, '--quick', '--json'],
        {
          cwd: root,
          onLine: (line) => tally.say(`${name} ${line}`),
        },
      )
      const last = stdout.trim().split('\n').at(-1) ?? ''
      const results: readonly Record<string, unknown>[] = code === 0 ? JSON.parse(last).results : []
      const whole = results.every((each) =>
        ['ours', 'peer', 'ratio', 'bar'].every((key) => Number.isFinite(each[key]) && Number(each[key]) > 0),
      )
      tally.check(code === 0 && results.length > 0 && whole, `bench ${name}`, output)
      for (const line of stdout.trim().split('\n').slice(0, -1))
        console.log(`  ${line} after ${Math.round((Date.now() - start) / 1000)} s`)
    }
  },
}
