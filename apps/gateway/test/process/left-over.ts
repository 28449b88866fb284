import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Programs that end with the test. */
export const ofTest = new Set<ChildProcess>()

/** Programs that end with the file of tests. */
export const ofFile = new Set<ChildProcess>()

const endings: (() => Promise<void>)[] = []

/** Has `end` run when the file of tests is done, whichever hook or test asked for it: inside a hook, vitest takes no further one. */
export function atEndOfFile(end: () => Promise<void>) {
  endings.push(end)
}

/** Ends what the file of tests has opened. */
export async function endAll() {
  for (const end of endings.splice(0)) await end()
}

/** Where programs work; it lasts as long as the worker, which runs many files. */
export const scratch = mkdtempSync(path.join(tmpdir(), 'commons-process-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** Kills what still runs, and waits until it is gone. */
export async function killAll(children: Set<ChildProcess>) {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await gone
  }
  children.clear()
}
