import { type ChildProcess, spawn } from 'node:child_process'
import { root } from '../step/program.ts'

/** A server in a process of its own that said where it listens. */
export interface Server {
  readonly pid: number
  /** Scheme, host and port. */
  readonly origin: string
  /** What it has printed so far. */
  readonly output: () => string
  /** Stops it with SIGTERM, and for good after ten seconds. */
  readonly stop: () => Promise<void>
}

const startMs = 90_000
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  child.once('close', () => {
    clearTimeout(timer)
    resolve()
  })
  child.kill('SIGTERM')
  return promise
}

/** Starts a Node program and waits until it prints an http address; throws an Error with its output when it does not. */
export async function startServer(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let output = ''
  const hear = (text: string) => {
    output += text
    const origin = output.match(/https?:\/\/[\w.[\]:-]+:\d+(?=\D)/)?.[0]
    if (origin) resolve(origin)
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  child.on('error', reject)
  child.on('close', () => running.delete(child))
  child.on('close', (code) =>
    reject(new Error(`${file} ended with ${code} before it said where it listens:\n${output}`)),
  )
  const timer = setTimeout(() => reject(new Error(`${file} did not say where it listens:\n${output}`)), startMs)
  const end = () => stop(child)
  running.add(child)
  try {
    return { pid: child.pid ?? 0, origin: await promise, output: () => output, stop: end }
  } catch (error) {
    await end()
    throw error
  } finally {
    clearTimeout(timer)
  }
}
