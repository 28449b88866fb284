import path from 'node:path'
import { root, run } from '../step/program.ts'
import { median } from './alternate.ts'
import type { Bench, Result, Setting } from './bench.ts'

interface Size {
  readonly answers: number
  readonly meetings: number
  readonly ours: readonly number[]
  readonly peer: readonly number[]
}

const memoryMbMax = 300
const rounded = (value: number) => Math.round(value * 1000) / 1000

/** Runs a program of the bench on the sources, and gives the values that it writes, one a line; what it says is passed on. */
async function told(file: string, args: readonly string[], say: Setting['say']): Promise<readonly object[]> {
  const values: object[] = []
  const { code, output } = await run(
    process.execPath,
    ['--conditions=@mentoring-commons/source', path.join(import.meta.dirname, file), root, ...args],
    {
      timeoutMs: 3_600_000,
      onLine: (line) => {
        if (!line.startsWith('{')) return
        const value: { say?: string } = JSON.parse(line)
        if (value.say === undefined) values.push(value)
        else say(value.say)
      },
    },
  )
  if (code !== 0 || values.length === 0) throw new Error(`${file} ended with ${code}:\n${output.slice(-2000)}`)
  return values
}

async function reports({ quick, say }: Setting): Promise<readonly Result[]> {
  const wanted = quick ? [10_000, 40_000] : [100_000, 1_000_000, 5_000_000]
  const [found] = (await told('reporting-database.ts', [JSON.stringify(wanted), quick ? '2' : '5'], say)) as [
    { readonly sizes: readonly Size[] },
  ]
  const takes = found.sizes.map(({ ours, peer, ...size }) => ({ ...size, ours: median(ours), peer: median(peer) }))
  const results: Result[] = takes.map(({ answers, meetings, ours, peer }) => ({
    name: `report over ${answers} answers and ${meetings} meetings, the same figures by hand as peer`,
    unit: 'ms CPU, program and server',
    ours: rounded(ours),
    peer: rounded(peer),
    ratio: rounded(ours / peer),
    bar: 1.2,
  }))
  for (const [place, larger] of takes.entries()) {
    const smaller = takes[place - 1]
    if (smaller === undefined) continue
    const each = (take: typeof larger) => rounded((take.ours / take.answers) * 1000)
    results.push({
      name: `growth from ${smaller.answers} to ${larger.answers} answers`,
      unit: 'ms CPU for a thousand answers, at the smaller size as peer',
      ours: each(larger),
      peer: each(smaller),
      ratio: rounded(each(larger) / each(smaller)),
      bar: 1,
    })
  }
  return results
}

async function memory({ quick, say }: Setting): Promise<readonly Result[]> {
  const rows = quick ? 20_000 : 5_000_000
  const results: Result[] = []
  for (const format of quick ? ['parquet', 'xlsx'] : ['csv', 'parquet', 'xlsx', 'package']) {
    const [found] = (await told('reporting-export.ts', [format, String(rows)], say)) as [
      { readonly memoryMb: number; readonly bytes: number },
    ]
    say(`${format} of ${rows} rows: ${found.bytes} bytes, at most ${found.memoryMb} MB held`)
    results.push({
      name: `memory of ${rows} rows as ${format}, the limit as peer`,
      unit: 'MB',
      ours: found.memoryMb,
      peer: memoryMbMax,
      ratio: rounded(found.memoryMb / memoryMbMax),
      bar: 1,
    })
  }
  return results
}

/** Reports over many rows against SQL by hand, how their time grows, and what writing many rows to files holds. */
export const reporting: Bench = {
  name: 'reporting',
  title: 'reports over up to five million answers against the same figures by hand, and the memory of exports',
  run: async (setting) => [...(await memory(setting)), ...(await reports(setting))],
}
