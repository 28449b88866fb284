import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ConfigError } from '../config.ts'
import type { OperatorEvent } from '../operator/request.ts'
import type { CommandLine } from './options.ts'

/** Shows what comes back: results on standard output, everything else on standard error, files where they belong. */
export function terminal(
  line: Pick<CommandLine, 'out' | 'problems' | 'request'>,
  output: NodeJS.WriteStream,
  notes: NodeJS.WriteStream,
) {
  let barShown = false
  let lastLine = 0
  const clearBar = () => {
    if (barShown) notes.write('\r\u001b[K')
    barShown = false
  }
  return async (event: OperatorEvent): Promise<void> => {
    switch (event.kind) {
      case 'progress':
        if (notes.isTTY) {
          notes.write(`\r\u001b[K${event.text.slice(0, (notes.columns ?? 80) - 1)}`)
          barShown = true
        } else if (performance.now() - lastLine > 2_000) {
          lastLine = performance.now()
          notes.write(`${event.text}\n`)
        }
        return
      case 'note':
        clearBar()
        notes.write(`${event.text}\n`)
        return
      case 'result':
        clearBar()
        output.write(`${event.text}\n`)
        return
      case 'file':
        clearBar()
        return keep(event.name, 'text' in event ? event.text : Buffer.from(event.base64, 'base64'))
      case 'end':
        clearBar()
    }
  }

  async function keep(name: string, content: string | Buffer) {
    if (line.request.command === 'import' || line.request.command === 'employment') {
      if (line.problems !== undefined) await write(line.problems, content)
      return
    }
    if (line.out !== undefined) await write(path.join(line.out, name), content)
    if (line.out === undefined ? name !== 'codebook.csv' : name === 'report.json') output.write(content)
  }

  async function write(file: string, content: string | Buffer) {
    try {
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, content)
    } catch (error) {
      throw new ConfigError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}); name another place`)
    }
    notes.write(`written: ${file}\n`)
  }
}
