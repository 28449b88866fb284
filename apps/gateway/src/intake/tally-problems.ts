import type { RowProblem } from './problem.ts'
import type { IntakeCode } from './refusal.ts'
import type { ProblemTally } from './report.ts'

const kept = 20

/**
 * Counts problems without keeping them all: the first twenty stay, the others only count.
 *
 * @example
 * ```ts
 * import { tallyProblems } from './tally-problems.ts'
 * const tally = tallyProblems()
 * tally.add({ file: 'a.csv', line: 2, code: 'blank', message: 'is blank; fill it in' })
 * tally.read().byCode //=> { "blank": 1 }
 * ```
 */
export function tallyProblems(): { add(problem: RowProblem): void; count(): number; read(): ProblemTally } {
  const first: RowProblem[] = []
  const byCode: Partial<Record<IntakeCode, number>> = {}
  let count = 0
  return {
    add(problem) {
      count++
      byCode[problem.code] = (byCode[problem.code] ?? 0) + 1
      if (first.length < kept) first.push(problem)
    },
    count: () => count,
    read: () => ({ count, byCode: { ...byCode }, first: [...first] }),
  }
}
