// Runs the example modules named on the command line, each after the other, and writes one JSON line for each.
import { inspect } from 'node:util'

const write = process.stdout.write.bind(process.stdout)
// Examples may print; only results belong on this stream.
for (const name of ['log', 'info', 'warn', 'error', 'table', 'dir'] as const) console[name] = () => {}

for (const file of process.argv.slice(2)) {
  try {
    await import(file)
    write(`${JSON.stringify({ file, ok: true })}\n`)
  } catch (error) {
    write(`${JSON.stringify({ file, ok: false, error: error instanceof Error ? error.message : inspect(error) })}\n`)
  }
}
process.exit(0)
