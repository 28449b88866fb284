import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Ended, root, shared } from './program.ts'
import type { Tally } from './tally.ts'

interface Assertion {
  readonly fullName: string
  readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo'
  readonly failureMessages: readonly string[]
}

interface Results {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly Assertion[]
  }[]
}

const absent = 'the test says so; note that there is no ../shared here, and MENTORING_SHARED names none'

/** A failure's text without the frames of libraries. */
const own = (text: string): string => text.replaceAll(/^ +at .*\/node_modules\/.*\n?/gm, '').replaceAll(`${root}/`, '')

/**
 * Counts every test of a vitest JSON result. A missing result, a file that broke, a run without tests and a run that
 * ended badly with every test passed are failures too.
 */
export function countVitest(tally: Tally, file: string, ended?: Ended): void {
  const place = path.relative(root, file)
  const before = tally.counts.failed
  let results: Results
  try {
    results = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    tally.fail(place, `no result was written: the tests did not run to their end\n${ended?.output ?? ''}`)
    return
  }
  let seen = 0
  for (const { name, status, message, assertionResults } of results.testResults) {
    const test = path.relative(root, name)
    seen += assertionResults.length
    if (status === 'failed' && !assertionResults.some((each) => each.status === 'failed')) tally.fail(test, message)
    for (const { fullName, status, failureMessages } of assertionResults) {
      if (status === 'passed') tally.pass()
      else if (status === 'failed') tally.fail(`${test}: ${fullName.trim()}`, own(failureMessages.join('\n')))
      else tally.skip(`${test}: ${fullName.trim()}`, shared ? 'the test says so' : absent)
    }
  }
  if (seen === 0) tally.fail(place, 'it holds no test')
  if (ended && ended.code !== 0 && tally.counts.failed === before) tally.fail(`${place}: vitest`, ended.output)
}
