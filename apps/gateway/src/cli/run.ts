import { randomUUID } from 'node:crypto'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { ownerOf } from '../db/lock.ts'
import { openDatabase, openDevelopment } from '../open-database.ts'
import type { OperatorRequest, Tell } from '../operator/request.ts'
import { work } from '../operator/work.ts'
import { askGateway } from './ask-gateway.ts'
import { readCommandLine, usage } from './options.ts'
import { terminal } from './terminal.ts'

/** Runs one command of the operator: its exit code. */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '')) {
    process.stdout.write(usage)
    return args.length === 0 ? 2 : 0
  }
  const stop = new AbortController()
  process.on('SIGINT', () => stop.abort())
  process.on('SIGTERM', () => stop.abort())
  // Whoever has read enough, as `head` does, ends the command like any other.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  try {
    const line = readCommandLine(args, env.INIT_CWD ?? process.cwd())
    const config = readConfig(line.dataDirectory === undefined ? [] : ['--data-dir', line.dataDirectory], env)
    const show = terminal(line, process.stdout, process.stderr)
    let shown = Promise.resolve()
    const tell: Tell = (event) => {
      shown = shown.then(() => show(event))
      // Whoever waits for the end hears of it; until then the work goes on.
      shown.catch(() => {})
    }
    const code = await perform(config, line.request, tell, stop.signal)
    tell({ kind: 'end', code })
    await shown
    return stop.signal.aborted ? 130 : code
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`mentoring-commons: ${error.message}\n`)
    return 1
  }
}

/** Through the gateway that owns the data directory, where one runs; else this process takes the directory for the while. */
async function perform(config: Config, request: OperatorRequest, tell: Tell, signal: AbortSignal): Promise<number> {
  const owner = config.databaseUrl === undefined ? await ownerOf(config.dataDirectory) : undefined
  if (owner?.address !== undefined)
    return askGateway({ address: owner.address, secret: owner.secret }, request, tell, signal)
  const { database, lock } = await openDatabase(config)
  try {
    const development = await openDevelopment(config)
    return await work(
      { database, now: () => new Date().toISOString(), newId: randomUUID, development },
      request,
      tell,
      signal,
    )
  } finally {
    await database.close()
    await lock?.release()
  }
}
