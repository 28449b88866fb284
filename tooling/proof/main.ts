import { appendFileSync, mkdirSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { root, stopAll } from '../step/program.ts'
import type { Step } from '../step/step.ts'
import { type Counts, sentence, sum, Tally } from '../step/tally.ts'
import { elapsed, showEnd, showLive } from './display.ts'
import { longSteps, steps } from './steps.ts'

const [name = 'test', ...asked] = process.argv.slice(2)
const all = name === 'test:long' ? longSteps : steps
const strict = process.env.CI === 'true'

function chosen(): readonly Step[] {
  const unknown = asked.filter((each) => !all.some((step) => step.name === each))
  if (unknown.length > 0) {
    console.error(
      `no step ${unknown.join(', ')}: name some of ${all.map((step) => step.name).join(', ')}, or none for all.`,
    )
    process.exit(2)
  }
  if (asked.length === 0) return all
  const wanted = new Set(asked)
  for (const step of [...all].reverse())
    if (wanted.has(step.name)) for (const need of step.needs ?? []) wanted.add(need)
  return all.filter((step) => wanted.has(step.name))
}

async function prove(step: Step, failed: ReadonlySet<string>): Promise<Counts> {
  const tally = new Tally()
  const start = Date.now()
  console.log(`${step.name}: ${step.title}`)
  const missing = step.needs?.filter((need) => failed.has(need)) ?? []
  if (missing.length > 0) tally.fail(step.name, `not run, because ${missing.join(', ')} failed`)
  else {
    const done = showLive(tally)
    try {
      await step.run(tally)
    } catch (error) {
      tally.fail(`${step.name} broke off`, error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    done()
    const { passed, failed: bad, skipped } = tally.counts
    if (passed + bad + skipped === 0)
      tally.fail(step.name, 'it made no check at all; a step that checks nothing proves nothing')
    if (strict && skipped > 0) tally.fail(step.name, `${skipped} skipped, and with CI=true nothing may be skipped`)
  }
  showEnd(tally, start)
  return tally.counts
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopAll('SIGTERM')
    console.log(`stopped by ${signal}`)
    process.exit(128 + constants.signals[signal])
  })
}

const start = Date.now()
const counts: Counts[] = []
const failed = new Set<string>()
for (const step of chosen()) {
  const each = await prove(step, failed)
  counts.push(each)
  if (each.failed > 0) failed.add(step.name)
}
const total = sum(counts)
mkdirSync(path.join(root, '.results'), { recursive: true })
appendFileSync(path.join(root, '.results/proof.jsonl'), `${JSON.stringify({ run: name, ...total })}\n`)
console.log(
  failed.size === 0
    ? `all steps passed in ${elapsed(start)}`
    : `failed: ${[...failed].join(', ')} (after ${elapsed(start)})`,
)
console.log(sentence(total))
process.exit(total.failed === 0 ? 0 : 1)
