import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of the repository. */
export const root = path.resolve(import.meta.dirname, '../..')

const besideIt = path.resolve(root, '../shared')

/** The folder of data that is not part of the repository, where there is one. */
export const shared: string | undefined = process.env.MENTORING_SHARED ?? (existsSync(besideIt) ? besideIt : undefined)

/** Where each tool that is run as a program lies, below the root. */
const tools = {
  turbo: 'node_modules/turbo/bin/turbo',
  vitest: 'node_modules/vitest/vitest.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  attw: 'node_modules/@arethetypeswrong/cli/dist/index.js',
  publint: 'node_modules/publint/src/cli.js',
  changeset: 'node_modules/@changesets/cli/bin.js',
} as const

/** How a program ended, with everything it printed on either stream, in order. */
export interface Ended {
  readonly code: number
  readonly output: string
  readonly stdout: string
}

/** What a program is given besides its arguments. */
export interface Given {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Hears each complete line as it is printed. */
  readonly onLine?: (line: string) => void
  /** After this long the program is stopped and ends with code 124. Ten minutes when not given. */
  readonly timeoutMs?: number
}

const running = new Set<ChildProcess>()

/** Stops every program that is still running. */
export function stopAll(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal)
}

/** Runs a program to its end; a program that cannot be started ends with code 127. */
export function run(command: string, args: readonly string[], given: Given = {}): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>()
  const env = {
    ...process.env,
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    TURBO_UI: 'false',
    MENTORING_SHARED: shared,
    ...given.env,
  }
  const child = spawn(command, args, { cwd: given.cwd ?? root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let output = ''
  let stdout = ''
  let line = ''
  const hear = (text: string) => {
    output += text
    if (!given.onLine) return
    const lines = (line + text).split('\n')
    line = lines.pop() ?? ''
    for (const each of lines) given.onLine(each)
  }
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
  }, given.timeoutMs ?? 600_000)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    hear(text)
  })
  child.stderr.setEncoding('utf8').on('data', hear)
  const end = (code: number) => {
    clearTimeout(timer)
    running.delete(child)
    resolve({ code: late ? 124 : code, output: late ? `${output}\nstopped: it took too long` : output, stdout })
  }
  child.on('error', (error) => {
    output += `${command} did not start: ${error.message}`
    end(127)
  })
  child.on('close', (code) => end(code ?? 128))
  return promise
}

/** Runs one of the pinned tools in this Node. */
export function runTool(name: keyof typeof tools, args: readonly string[], given: Given = {}): Promise<Ended> {
  return run(process.execPath, [path.join(root, tools[name]), ...args], given)
}
