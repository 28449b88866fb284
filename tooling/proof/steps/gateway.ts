import { rmSync } from 'node:fs'
import path from 'node:path'
import { root, runTool } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'
import { countVitest } from '../../step/vitest-results.ts'

/** The gateway, asked from outside, on one kind of database. */
function gatewayOn(database: 'pglite' | 'postgres', title: string): Step {
  return {
    name: `gateway-${database}`,
    title,
    needs: ['build-gateway'],
    run: async (tally) => {
      const cwd = path.join(root, 'apps/gateway')
      const file = path.join(cwd, '.results', `${database}.json`)
      rmSync(file, { force: true })
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const ended = await runTool('vitest', ['run', ...reporters], {
        cwd,
        env: { TEST_DATABASE: database },
        timeoutMs: 1_800_000,
        onLine: (line) => tally.say(line),
      })
      countVitest(tally, file, ended)
    },
  }
}

/** The gateway's tests on the embedded database. */
export const gatewayOnPglite = gatewayOn('pglite', 'the gateway asked through GraphQL, on embedded PGlite')

/** The same tests on a PostgreSQL server. */
export const gatewayOnPostgres = gatewayOn('postgres', 'the same on a real PostgreSQL')

/** What takes the gateway minutes: large files, and processes that are killed half-way. */
export const gatewayLong: Step = {
  name: 'gateway-long',
  title: 'large files within their memory, and imports that are killed half-way',
  needs: ['build-gateway'],
  run: async (tally) => {
    const cwd = path.join(root, 'apps/gateway')
    const file = path.join(cwd, '.results', 'long.json')
    rmSync(file, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const ended = await runTool('vitest', ['run', ...reporters], {
      cwd,
      env: { TEST_LONG: '1' },
      timeoutMs: 2_400_000,
      onLine: (line) => tally.say(line),
    })
    countVitest(tally, file, ended)
  },
}
