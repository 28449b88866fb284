import { type CodeIndex, indexCodes, maskOf, sizeOf } from '../editions/code-index.ts'
import type { ClaimReading } from './claim.ts'
import type { Need } from './need.ts'

/** Gives what a reading finds lacking, each need once. */
export function needsOf({ coverage, criteria }: ClaimReading): {
  readonly index: CodeIndex
  readonly needs: readonly Need[]
} {
  const index = indexCodes(
    coverage.edition,
    coverage.dimensions.map((entry) => entry.dimension),
  )
  const counts = new Map<number, number>()
  const ask = (mask: number, count: number) => counts.set(mask, Math.max(count, counts.get(mask) ?? 0))
  for (const { missing, shortfalls } of criteria) {
    const whole = maskOf(index, missing)
    ask(whole, sizeOf(whole))
    for (const { count, from } of shortfalls) ask(maskOf(index, from), count)
  }
  return { index, needs: [...counts].map(([mask, count]) => ({ mask, count })).filter(({ count }) => count > 0) }
}
