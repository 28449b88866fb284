import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../step/program.ts'
import { alternate, median } from './alternate.ts'
import type { Bench, Result, Setting } from './bench.ts'
import {
  floatProblem,
  integerProblem,
  type Problem,
  productProblem,
  random,
  scoreProblem,
  sparseProblem,
} from './matching-instances.ts'
import { loadMunkres, type Solved, startScipy, threadCpu } from './matching-peers.ts'

/** What the bench uses of the package that it measures. */
interface Mentoring {
  readonly solveAssignment: (instance: object) => Assignment
  readonly checkCertificate: (instance: object, solution: Assignment) => { holds: boolean; primal: number }
  readonly deferredAcceptance: (instance: object) => Int32Array
  readonly blockingPairs: (instance: object, columnOf: Int32Array) => readonly unknown[]
}

interface Assignment {
  readonly columnOf: Int32Array
}

interface Case {
  readonly problem: () => Problem
  /** Ours beside SciPy, at most. */
  readonly bar: number
  /** Whether a quick run measures it. */
  readonly quick: boolean
  readonly rounds: number
  /** Whether `munkres` can be given it. */
  readonly munkres: boolean
}

const square = { quick: false, munkres: true }
const cases: readonly Case[] = [
  { problem: () => floatProblem(2000), bar: 0.6, rounds: 9, ...square, quick: true },
  { problem: () => scoreProblem(2000, 2000, 1), bar: 1.1, rounds: 9, ...square, quick: true },
  // munkres takes minutes here.
  { problem: () => scoreProblem(5000, 5000, 1), bar: 1.1, rounds: 3, ...square, munkres: false },
  { problem: () => integerProblem(5000), bar: 2, rounds: 5, ...square },
  { problem: () => productProblem(1000), bar: 4, rounds: 5, ...square },
  { problem: () => scoreProblem(5000, 1000, 5), bar: 0.25, rounds: 5, quick: true, munkres: false },
  { problem: () => sparseProblem(2000), bar: 1.5, rounds: 9, quick: true, munkres: false },
  { problem: () => sparseProblem(5000), bar: 1.5, rounds: 5, quick: false, munkres: false },
]

/** The most that ten thousand by ten thousand may take, in milliseconds. */
const stableMs = 50
const memoryMb = 200

const built = path.join(root, 'packages/mentoring/dist/index.js')

/** Our solver beside SciPy and `munkres` on the same problems, and what the rest of matching takes. */
export const matching: Bench = {
  name: 'matching',
  title: 'solvers of matching, beside SciPy and the npm package munkres, processor time of the thread',
  run: async (setting) => {
    if (!existsSync(built)) throw new Error('the package mentoring is not built: run npm run build first')
    const ours: Mentoring = await import(pathToFileURL(built).href)
    return [...(await assignments(ours, setting)), stable(ours, setting), memory(setting)]
  },
}

async function assignments(ours: Mentoring, setting: Setting): Promise<readonly Result[]> {
  const scipy = await startScipy()
  if (!scipy) setting.say('SciPy is not here (Debian: python3-scipy): nothing is compared with it')
  const munkres = await loadMunkres()
  if (!munkres) setting.say('munkres is not installed: nothing is compared with it')
  const results: Result[] = []
  try {
    for (const { problem: make, bar, quick, rounds, munkres: fits } of cases) {
      if (setting.quick && !quick) continue
      const problem = make()
      setting.say(problem.name)
      const { total } = solveOurs(ours, problem)
      const contender = (peer: () => Promise<Solved> | Solved) => ({
        ours: async () => solveOurs(ours, problem).ms,
        peer: async () => {
          const solved = await peer()
          if (Math.abs(solved.total - total) > 1e-9 * Math.abs(total))
            throw new Error(`${problem.name}: the peer found ${solved.total}, ours ${total}`)
          return solved.ms
        },
      })
      const of = (peer: string, most: number) => ({ name: `${problem.name}, ${peer}`, unit: 'ms CPU', bar: most })
      const count = setting.quick ? 5 : rounds
      if (scipy)
        results.push(
          await alternate(
            of('scipy', bar),
            contender(() => scipy.solve(problem)),
            count,
            setting,
          ),
        )
      if (munkres && fits && !setting.quick)
        results.push(
          await alternate(
            of('munkres', 1),
            contender(() => munkres(problem)),
            Math.min(3, count),
            setting,
          ),
        )
    }
  } finally {
    scipy?.stop()
  }
  return results
}

function solveOurs({ solveAssignment, checkCertificate }: Mentoring, problem: Problem): Solved {
  const { name, rows, columns, places, cost, start, column } = problem
  const instance = {
    rows,
    columns,
    cost,
    capacity: new Int32Array(columns).fill(places),
    ...(start && { start, column }),
  }
  let solution: Assignment = { columnOf: new Int32Array() }
  const ms = threadCpu(() => {
    solution = solveAssignment(instance)
  })
  const { holds, primal } = checkCertificate(instance, solution)
  if (!holds) throw new Error(`${name}: our answer is not proven`)
  return { ms, total: primal }
}

function stable(ours: Mentoring, { quick, say }: Setting): Result {
  const size = 10_000
  const next = random(5)
  const start = new Int32Array(size + 1)
  const column: number[] = []
  for (let row = 0; row < size; row += 1) {
    const length = 20 + Math.floor(next() * 31)
    const list = new Set<number>()
    while (list.size < length) list.add(Math.floor(next() * size))
    column.push(...list)
    start[row + 1] = column.length
  }
  const columnRank = Int32Array.from(column, () => Math.floor(next() * 2 ** 30))
  const instance = { rows: size, columns: size, start, column: Int32Array.from(column), columnRank }
  const figures: number[] = []
  for (let round = 0; round < (quick ? 3 : 9); round += 1) {
    let columnOf = new Int32Array()
    figures.push(
      threadCpu(() => {
        columnOf = new Int32Array(ours.deferredAcceptance(instance))
      }),
    )
    const blocking = ours.blockingPairs(instance, columnOf).length
    if (blocking > 0) throw new Error(`stable: ${blocking} pairs block`)
    say(`round ${round + 1}: ${figures.at(-1)} ms CPU, no blocking pair`)
  }
  return limit('stable 10000 x 10000, lists of 20 to 50', median(figures), stableMs, 'ms CPU')
}

/** What solving ten thousand rows and two thousand columns adds to the memory of a fresh process, the instance included. */
function memory({ say }: Setting): Result {
  const script = path.join(import.meta.dirname, 'peers/matching-memory.mjs')
  const { stdout, status } = spawnSync(process.execPath, [script, pathToFileURL(built).href], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`the solver whose memory is measured ended with ${status}`)
  const { megabytes, pairs, ms }: { megabytes: number; pairs: number; ms: number } = JSON.parse(stdout)
  say(`10000 x 2000 with ${pairs} eligible pairs: ${Math.round(ms)} ms CPU`)
  return limit('memory 10000 x 2000, 5 % eligible', Math.round(megabytes), memoryMb, 'MB')
}

/** A figure beside a fixed limit, which stands where another has its peer. */
function limit(name: string, ours: number, most: number, unit: string): Result {
  return { name, ours, peer: most, unit, ratio: Math.round((ours / most) * 1000) / 1000, bar: 1 }
}
