/**
 * The sum of numbers, each lost low part carried along (Neumaier 1974), so that neither order nor size of the terms spoils it.
 *
 * @example
 * ```ts
 * import { sum } from '@mentoring-commons/reporting'
 *
 * sum([1, 1e100, 1, -1e100]) //=> 2
 * ```
 */
export function sum(values: readonly number[]): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}
