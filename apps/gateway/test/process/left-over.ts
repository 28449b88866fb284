import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Programs that end with the test. */
export const ofTest = new Set<ChildProcess>()

/** Programs that end with the file of tests. */
export const ofFile = new Set<ChildProcess>()

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
