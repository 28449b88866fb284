import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Problem } from './matching-instances.ts'

/** The processor time of one solution and what it costs in all. */
export interface Solved {
  readonly ms: number
  readonly total: number
}

/** SciPy in a process of its own. */
export interface Scipy {
  readonly solve: (problem: Problem) => Promise<Solved>
  readonly stop: () => void
}

/** The processor time that this thread takes for some work, in milliseconds. */
export function threadCpu(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** Starts SciPy from the system's Python, or gives nothing where there is none. */
export async function startScipy(): Promise<Scipy | undefined> {
  const python = process.platform === 'linux' ? '/usr/bin/python3' : 'python3'
  const script = path.join(import.meta.dirname, 'peers/scipy-assignment.py')
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(python, [script], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => {})
  const folder = mkdtempSync(path.join(tmpdir(), 'matching-'))
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  const lines = createInterface(child.stdout)
  const ended = new Promise<undefined>((resolve) => {
    child.once('close', () => resolve(undefined))
    child.once('error', () => resolve(undefined))
  })
  const ask = async (task: object): Promise<Solved | undefined> => {
    const answer = new Promise<string>((resolve) => lines.once('line', resolve))
    child.stdin.write(`${JSON.stringify(task)}\n`)
    const line = await Promise.race([answer, ended])
    return line === undefined ? undefined : JSON.parse(line)
  }
  const written = new Set<string>()
  const solve = async (problem: Problem): Promise<Solved> => {
    const file = (kind: string) => path.join(folder, `${problem.name.replaceAll(/\W+/g, '-')}.${kind}`)
    const { name, rows, columns, places, cost, start, column } = problem
    if (!written.has(name)) {
      written.add(name)
      writeFileSync(file('cost'), cost)
      if (start && column) {
        writeFileSync(file('start'), start)
        writeFileSync(file('column'), column)
      }
    }
    const sparse = start ? { start: file('start'), column: file('column') } : {}
    const solved = await ask({ name, rows, columns, places, cost: file('cost'), ...sparse })
    if (!solved) throw new Error('SciPy ended before it answered: is there memory enough?')
    return solved
  }
  const tried: Problem = { name: 'first', rows: 1, columns: 1, places: 1, cost: Float64Array.of(1) }
  try {
    await solve(tried)
    return { solve, stop }
  } catch {
    stop()
    return undefined
  }
}

/** The npm package `munkres`, or nothing where it is not installed. */
export async function loadMunkres(): Promise<((problem: Problem) => Solved) | undefined> {
  const name: string = 'munkres'
  const loaded: { munkres?: (cost: readonly Float64Array[]) => readonly (readonly [number, number])[] } | undefined =
    await import(name).catch(() => undefined)
  const munkres = loaded?.munkres
  if (!munkres) return undefined
  return ({ rows, columns, cost }) => {
    const matrix = Array.from({ length: rows }, (_, row) => cost.subarray(row * columns, (row + 1) * columns))
    let pairs: readonly (readonly [number, number])[] = []
    const ms = threadCpu(() => {
      pairs = munkres(matrix)
    })
    return { ms, total: pairs.reduce((sum, [row, column]) => sum + (cost[row * columns + column] ?? Number.NaN), 0) }
  }
}
