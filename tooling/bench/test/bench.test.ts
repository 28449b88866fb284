import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { root, run } from '../../step/program.ts'
import { alternate, median } from '../alternate.ts'
import { cpuOfTree, readStat } from '../cpu-time.ts'
import { startServer } from '../server.ts'
import { compareStartup } from '../startup.ts'
import { measureUkpsf, portfolio } from '../ukpsf.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

function script(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  made.push(folder)
  writeFileSync(path.join(folder, 'main.mjs'), text)
  return path.join(folder, 'main.mjs')
}

const standIn = (answer: string) => `
import { createServer } from 'node:http'
process.once('SIGTERM', () => process.exit(0))
const server = createServer((request, response) => response.end(${JSON.stringify(answer)}))
server.listen(0, '127.0.0.1', () => console.log('ready at http://127.0.0.1:' + server.address().port + '/graphql'))
`

const quiet = { quick: true, say: () => {} }

test('the median is the middle, of an even count the mean of both middles', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(() => median([])).toThrow(RangeError)
})

test('contenders take turns, the first round unmeasured, and the ratio is of the medians', async () => {
  const order: string[] = []
  const contender = (who: string, figures: number[]) => async () => {
    order.push(who)
    return figures.shift() ?? 0
  }
  const contenders = { ours: contender('ours', [99, 30, 10, 20]), peer: contender('peer', [99, 10, 11, 9]) }
  const result = await alternate({ name: 'x', unit: 'ms', bar: 3 }, contenders, 3, { ...quiet, quick: false })
  expect(result).toEqual({ name: 'x', unit: 'ms', bar: 3, ours: 20, peer: 10, ratio: 2 })
  expect(order.join(' ')).toBe('peer ours ours peer peer ours ours peer')
})

test('a process name with spaces and parentheses is read past', () => {
  const line = '42 (a (b) c) S 7 1 1 0 -1 4194304 1 2 3 4 100 20 3 4 20 0 1 0 5 6 7'
  expect(readStat(line)).toEqual({ pid: 42, parent: 7, ticks: 127 })
})

describe.skipIf(process.platform !== 'linux')('on Linux (processor time is read from /proc)', () => {
  test('processor time grows with work, and that of children counts', async () => {
    const work = 'const end = process.cpuUsage().user + 600000; while (process.cpuUsage().user < end);'
    const parent = script(`
import { spawn } from 'node:child_process'
const child = spawn(process.execPath, ['-e', ${JSON.stringify(`${work} console.log('done'); setInterval(() => {}, 1e3)`)}])
child.stdout.once('data', () => console.log('http://127.0.0.1:1/'))
process.once('SIGTERM', () => { child.kill(); process.exit(0) })
setInterval(() => {}, 1e3)
`)
    const server = await startServer(parent, [])
    const cpu = cpuOfTree(server.pid)
    await server.stop()
    expect(cpu).toBeGreaterThan(600)
    expect(cpuOfTree(server.pid)).toBe(0)
  })

  test('the startup bench measures a stand-in gateway beside a stand-in peer', async () => {
    const busy = 'const end = process.cpuUsage().user + 400000; while (process.cpuUsage().user < end);'
    const gateway = script(standIn('{"data":{"__typename":"Query"}}'))
    const [result] = await compareStartup({ gateway, bare: script(busy + standIn('')) }, quiet)
    expect(result).toMatchObject({ name: 'startup', unit: 'ms CPU', bar: 1.5 })
    expect(result?.peer).toBeGreaterThan(400)
    expect(result?.ratio).toBeLessThan(1)
  })
})

test('made-up portfolios are the same for the same seed, and another for another', () => {
  expect(portfolio(7, 50)).toEqual(portfolio(7, 50))
  expect(portfolio(7, 50)).not.toEqual(portfolio(8, 50))
  expect(new Set(portfolio(1, 200).flatMap((item) => item.tags)).size).toBe(15)
})

test('the ukpsf bench does not take a package that reads nothing for a fast one', async () => {
  const idle = { psf2023: {}, checkClaimIn: () => ({}), coverageIn: () => ({}) }
  await expect(measureUkpsf(idle, quiet)).rejects.toThrow('the portfolio was not read')
})

test('a gateway that answers something else, or ends before it listens, breaks the bench with what it said', async () => {
  const gateway = script(standIn('{"errors":[]}'))
  await expect(compareStartup({ gateway, bare: gateway }, quiet)).rejects.toThrow('{"errors":[]}')
  await expect(startServer(script("console.error('no disk'); process.exit(3)"), [])).rejects.toThrow(
    /ended with 3[\s\S]*no disk/,
  )
})

test.each([[['nothing']], [[]], [['startup', '--fast']]])(
  'the command refuses %j in one line that lists the names',
  async (args) => {
    const { code, output } = await run(process.execPath, [path.join(root, 'tooling/bench/main.ts'), ...args])
    expect(code).toBe(2)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(output).toContain('startup')
  },
)
