import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkOldestNode } from '../../release/oldest-node.ts'
import { root, run, runTool } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'
import { countVitest } from '../../step/vitest-results.ts'

/** The packages in the oldest Node that they promise. */
export const oldestNode: Step = {
  name: 'oldest-node',
  title: 'the packed packages in the oldest Node that they promise to run in',
  needs: ['build'],
  run: checkOldestNode,
}

const programs = '/usr/lib/postgresql/15/bin'

/** The gateway on the oldest PostgreSQL that it promises. */
export const oldestPostgres: Step = {
  name: 'postgres-15',
  title: 'the gateway asked through GraphQL, on PostgreSQL 15',
  needs: ['build-gateway'],
  run: async (tally) => {
    if (!existsSync(`${programs}/initdb`))
      return tally.skip('PostgreSQL 15', `there is no ${programs}: install postgresql-15`)
    const folder = mkdtempSync(path.join(tmpdir(), 'postgres-15-'))
    const asRoot = process.getuid?.() === 0
    if (asRoot)
      chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])))
    // The server refuses to run as root, so root lends it the account that comes with it.
    const server = (command: string) =>
      asRoot
        ? run('su', ['postgres', '-s', '/bin/sh', '-c', command], { cwd: '/' })
        : run('sh', ['-c', command], { cwd: '/' })
    const port = await freePort()
    const data = path.join(folder, 'data')
    try {
      const made = await server(
        `${programs}/initdb -D ${data} -U owner --auth=trust --no-sync --encoding=UTF8 --locale=C`,
      )
      const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
      const started = await server(`${programs}/pg_ctl -D ${data} -w -l ${folder}/log -o "${options}" start`)
      tally.check(made.code === 0 && started.code === 0, 'PostgreSQL 15 starts', made.output + started.output)
      if (started.code !== 0) return
      const cwd = path.join(root, 'apps/gateway')
      const file = path.join(cwd, '.results', 'postgres-15.json')
      rmSync(file, { force: true })
      const ended = await runTool(
        'vitest',
        ['run', 'test/api', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
        {
          cwd,
          env: { TEST_DATABASE: 'postgres', TEST_DATABASE_URL: `postgres://owner:any@127.0.0.1:${port}/postgres` },
          timeoutMs: 1_800_000,
          onLine: (line) => tally.say(line),
        },
      )
      countVitest(tally, file, ended)
    } finally {
      await server(`${programs}/pg_ctl -D ${data} -m immediate stop`)
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer().once('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
  })
  return promise
}
