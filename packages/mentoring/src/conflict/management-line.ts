import { type Refusal, refuse } from '../refusal.ts'
import { day, id, type ObjectShape, object, optional } from '../shape/shape.ts'

/** That somebody manages somebody, from a day to a day, both included; without `to` it lasts. */
export interface ManagementLine {
  readonly managerId: string
  readonly reportId: string
  readonly from: string
  readonly to?: string
}

/** The declared shape of a line of management. */
export const managementLineShape: ObjectShape<ManagementLine> = object<ManagementLine>({
  managerId: id,
  reportId: id,
  from: day,
  to: optional(day),
})

/** Gives the refusal of a span of time that ends before it starts, or that joins somebody with themselves. */
export function spanRefusal(a: string, b: string, from: string, to: string | undefined): Refusal | undefined {
  if (a === b) return refuse('conflict-not-usable', `"${a}" stands on both sides: name two people.`).refusal
  if (to === undefined || to >= from) return undefined
  return refuse('conflict-not-usable', `It would end on ${to}, before ${from}: correct one of the days.`, 'to').refusal
}

/**
 * Gives everybody above a person in the lines of management on a day: their managers, and the managers of those. Sorted by
 * code unit, without the person, also where the lines run in a circle.
 *
 * @example
 * ```ts
 * import { managersAbove } from '@mentoring-commons/mentoring'
 *
 * const lines = [
 *   { managerId: 'mia', reportId: 'ada', from: '2025-01-01' },
 *   { managerId: 'dea', reportId: 'mia', from: '2025-01-01', to: '2025-12-31' },
 * ]
 * managersAbove('ada', lines, '2025-12-31') //=> ["dea", "mia"]
 * managersAbove('ada', lines, '2026-01-01') //=> ["mia"]
 * ```
 */
export function managersAbove(personId: string, lines: readonly ManagementLine[], on: string): readonly string[] {
  const holding = lines.filter(({ from, to }) => from <= on && (to === undefined || on <= to))
  const above = new Set<string>()
  const ask = [personId]
  for (let report = ask.pop(); report !== undefined; report = ask.pop()) {
    for (const { managerId, reportId } of holding) {
      if (reportId !== report || above.has(managerId)) continue
      above.add(managerId)
      ask.push(managerId)
    }
  }
  above.delete(personId)
  return [...above].sort()
}
