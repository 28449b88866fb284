import { ConfigError, readConfig } from './config.ts'
import { greet } from './demo/greet.ts'
import { type Gateway, startGateway } from './gateway.ts'

/** Runs the gateway until it is told to stop. What cannot work is one line that says what to do, and exit code 1. */
export async function serve(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  let gateway: Gateway | undefined
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // Whatever hangs, the process is gone within ten seconds.
    setTimeout(() => process.exit(1), 10_000).unref()
    await gateway?.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    const config = readConfig(args, env)
    gateway = await startGateway(config)
    if (stopping) return
    await greet(gateway, config, (line) => process.stdout.write(`${line}\n`))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`mentoring-commons: ${error.message}\n`)
    await gateway?.close()
    process.exit(1)
  }
}
