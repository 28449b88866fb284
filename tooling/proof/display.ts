import type { Tally } from '../step/tally.ts'
import { sentence } from '../step/tally.ts'

const detailLines = 60
const skipsShown = 20

/** Shows that a step is alive until the function it gives is called: each second on a terminal, else each 20 s. */
export function showLive(tally: Tally): () => void {
  const start = Date.now()
  const terminal = process.stdout.isTTY
  const width = () => (process.stdout.columns ?? 80) - 1
  const timer = setInterval(
    () => {
      const text = `    … ${elapsed(start)} ${tally.said}`
      if (terminal) process.stdout.write(`\r\x1b[K${text.slice(0, width())}`)
      else console.log(text)
    },
    terminal ? 1_000 : 20_000,
  )
  return () => {
    clearInterval(timer)
    if (terminal) process.stdout.write('\r\x1b[K')
  }
}

/** Prints what a step found: its figures, every failure with its detail, every skip with its reason, then time and counts. */
export function showEnd(tally: Tally, start: number): void {
  for (const note of tally.notes) console.log(`  ${note}`)
  for (const { name, detail } of tally.failures) {
    console.log(`  ✗ ${name}`)
    const lines = detail.trimEnd().split('\n')
    if (lines.length > detailLines) console.log(`      (the last ${detailLines} of ${lines.length} lines)`)
    for (const line of lines.slice(-detailLines)) console.log(`      ${line}`)
  }
  for (const { name, reason } of tally.skips.slice(0, skipsShown)) console.log(`  ○ skipped: ${name}: ${reason}`)
  const rest = tally.skips.length - skipsShown
  if (rest > 0) console.log(`  ○ and ${rest} more skipped`)
  console.log(`  ${tally.failures.length > 0 ? '✗' : '✓'} ${elapsed(start)}: ${sentence(tally.counts)}`)
}

/** The time since `start`, in the unit a reader would use. */
export function elapsed(start: number): string {
  const s = (Date.now() - start) / 1000
  return s < 90 ? `${s.toFixed(1)} s` : `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`
}
