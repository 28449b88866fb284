import { describe, expect, inject, test, vi } from 'vitest'
import { freshOwnerUrl } from '../harness/gateway.ts'
import { expectFounding } from '../process/founding.ts'
import { identityProvider } from '../process/identity-provider.ts'
import { patience, start, startGateway, until } from '../process/program.ts'

vi.setConfig({ testTimeout: 4 * patience })

test('an institution is founded with its first administrator, who lets others in', async () => {
  const idp = await identityProvider()
  const env = { DATABASE_URL: await freshOwnerUrl(), ...idp.env }
  await expectFounding(idp, { args: [], env }, () => startGateway(['--port', '0'], { env }))
})

test('two gateways that start at the same moment on an empty database both come up', async () => {
  const env = { DATABASE_URL: await freshOwnerUrl() }
  const both = [0, 1].map(() => start('main', ['--port', '0'], { env }))
  for (const one of both) await until('it is ready', one, () => /is ready/.exec(one.stdout()) ?? undefined)
  for (const one of both) one.kill('SIGTERM')
  for (const one of both) expect(await one.ended).toMatchObject({ code: 0, stderr: '' })
})

describe('a database that cannot be used is one line', () => {
  const wrong: readonly [string, (url: URL) => void, RegExp][] = [
    [
      'a wrong password',
      (url) => {
        url.password = 'guessed'
      },
      /password authentication failed/,
    ],
    [
      'a database that is not there',
      (url) => {
        url.pathname = '/nowhere'
      },
      /"nowhere" does not exist/,
    ],
  ]
  test.each(wrong)('%s', async (_, change, line) => {
    const url = new URL(inject('ownerUrl'))
    change(url)
    for (const [program, args] of [
      ['main', ['--port', '0']],
      ['commons', ['migrate']],
    ] as const) {
      const ended = await start(program, args, { env: { DATABASE_URL: url.toString() } }).ended
      expect(ended).toMatchObject({ code: 1, stdout: '' })
      expect(ended.stderr).toMatch(/^mentoring-commons: the database at [^\n]+ check DATABASE_URL[^\n]+\n$/)
      expect(ended.stderr).toMatch(line)
      expect(ended.stderr).not.toContain('guessed')
    }
  })
})
