import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root, runTool } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'
import type { Tally } from '../../step/tally.ts'
import { countVitest } from '../../step/vitest-results.ts'

/** Runs a turbo task in every package that has it, and counts each as one check. */
async function turbo(tally: Tally, task: string, ...args: string[]): Promise<string> {
  const { code, output } = await runTool(
    'turbo',
    ['run', task, '--continue', '--concurrency=100%', '--output-logs=new-only', ...args],
    {
      onLine: (line) => tally.say(line),
    },
  )
  const [, good = '0', all = '0'] = output.match(/Tasks:\s+(\d+) successful, (\d+) total/) ?? []
  tally.pass(Number(good))
  if (code !== 0) tally.fail(`turbo run ${task}: ${Number(all) - Number(good)} of ${all}`, output)
  return output
}

/** The source of every package, the gateway and the tooling is well typed. */
export const types: Step = {
  name: 'types',
  title: 'TypeScript finds no error, a check per package',
  run: async (tally) => {
    await turbo(tally, 'typecheck')
    tally.say('tooling')
    const { code, output } = await runTool('tsc', ['--noEmit', '-p', 'tooling'])
    tally.check(code === 0, 'the tooling', output)
  },
}

/** Biome finds nothing to change. */
export const lint: Step = {
  name: 'lint',
  title: 'Biome finds nothing to format and nothing to warn of',
  run: async (tally) => {
    const { code, output } = await runTool('biome', ['check', '--error-on-warnings', '--max-diagnostics=40', '.'])
    const files = Number(output.match(/Checked (\d+) files?/)?.[1] ?? 0)
    tally.check(code === 0, 'biome check', `${output}\n→ npm run format mends most of it`)
    tally.check(files > 0, 'biome saw files', 'it checked no file at all')
  },
}

/** Every package builds. */
export const build: Step = {
  name: 'build',
  title: 'every package builds, a check each',
  run: async (tally) => {
    await turbo(tally, 'build', '--filter=./packages/*')
  },
}

/** The gateway builds. */
export const buildGateway: Step = {
  name: 'build-gateway',
  title: 'the gateway builds on them',
  needs: ['build'],
  run: async (tally) => {
    await turbo(tally, 'build', '--filter=./apps/*')
  },
}

/** The tests of the tooling itself. */
export const tooling: Step = {
  name: 'tooling',
  title: 'the tests of these checks themselves: each must find what it is made to find',
  run: async (tally) => {
    const file = path.join(root, 'tooling/.results/unit.json')
    rmSync(file, { force: true })
    const args = ['run', '--config', 'tooling/vitest.config.ts']
    countVitest(tally, file, await runTool('vitest', args, { onLine: (line) => tally.say(line) }))
  },
}

/** Unit and property tests of the packages; `runs` raises how often each property is tried. */
export async function testPackages(tally: Tally, runs?: number): Promise<void> {
  const packages = readdirSync(path.join(root, 'packages')).filter((name) =>
    existsSync(path.join(root, 'packages', name, 'package.json')),
  )
  const result = (name: string) => path.join(root, 'packages', name, '.results/unit.json')
  for (const name of packages) rmSync(result(name), { force: true })
  const args = ['run', 'test', '--continue', '--concurrency=100%', '--output-logs=errors-only', '--filter=./packages/*']
  const env = runs === undefined ? {} : { FC_RUNS: String(runs) }
  const { code, output } = await runTool('turbo', args, {
    env,
    timeoutMs: 2_400_000,
    onLine: (line) => tally.say(line),
  })
  const before = tally.counts.failed
  for (const name of packages) countVitest(tally, result(name))
  if (code !== 0 && tally.counts.failed === before) tally.fail('turbo run test', output)
}

/** Unit and property tests of the packages. */
export const unit: Step = {
  name: 'unit',
  title: 'unit and property tests of the packages',
  run: (tally) => testPackages(tally),
}
