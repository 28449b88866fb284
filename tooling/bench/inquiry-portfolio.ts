import path from 'node:path'
import { root, run } from '../step/program.ts'
import { median } from './alternate.ts'
import type { Result, Setting } from './bench.ts'

interface Figures {
  readonly small: readonly number[]
  readonly large: readonly number[]
  readonly fewer: number
  readonly more: number
  readonly engine: string
}

/**
 * What opening the portfolio of an inquiry takes where a million events are stored, beside ten thousand: a tenth of that in
 * a quick run. Two databases of one server, in turn; processor time of the program and of the server together.
 */
export async function measurePortfolio(history: readonly object[], { quick, say }: Setting): Promise<Result> {
  let figures: Figures | undefined
  const { code, output } = await run(
    process.execPath,
    [
      '--conditions=@mentoring-commons/source',
      path.join(import.meta.dirname, 'inquiry-database.ts'),
      root,
      JSON.stringify(history),
      '10000',
      quick ? '100000' : '1000000',
      quick ? '3' : '9',
      quick ? '60' : '200',
    ],
    {
      timeoutMs: 1_800_000,
      onLine: (line) => {
        if (!line.startsWith('{')) return
        const said: { say?: string } & Partial<Figures> = JSON.parse(line)
        if (said.say !== undefined) say(said.say)
        if (said.engine !== undefined) figures = said as Figures
      },
    },
  )
  if (code !== 0 || figures === undefined)
    throw new Error(`opening portfolios ended with ${code}:\n${output.slice(-2000)}`)
  const [ours, peer] = [median(figures.large), median(figures.small)].map((ms) => Math.round(ms * 1000) / 1000) as [
    number,
    number,
  ]
  return {
    name: `portfolio at ${figures.more} events, at ${figures.fewer} as peer`,
    unit: `ms CPU an opening, ${figures.engine}`,
    ours,
    peer,
    ratio: Math.round((ours / peer) * 1000) / 1000,
    bar: 1.3,
  }
}
