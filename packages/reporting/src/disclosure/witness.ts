import { type Bounds, type Linear, type System, systemOf } from './bounds.ts'
import { propagate } from './propagate.ts'

/** How many assignments are tried before the search gives up and the number counts as pinned. */
const stepsMax = 4000

/** How far from its true value each unknown is tried. */
const reach = 12

/**
 * Whether an outsider who knows the system could work out this sum of unknowns exactly.
 *
 * The truth is one assignment that fits; a second one with another sum is a witness that nothing is pinned. When none is found in
 * bounded time the answer is yes: the search errs towards hiding.
 */
export function isPinned(system: System, bounds: Bounds, truth: readonly number[], sum: Linear['terms']): boolean {
  const value = sum.reduce((total, [unknown, by]) => total + by * (truth[unknown] ?? 0), 0)
  return [
    { low: -Infinity, high: value - 1 },
    { low: value + 1, high: Infinity },
  ].every((other) => {
    const asked: Linear = { kind: 'linear', terms: sum, ...other }
    const wider = systemOf(truth.length, [...system.constraints, asked])
    const start = propagate(wider, bounds, [wider.constraints.length - 1])
    return start === undefined || !fits(wider, start.bounds, truth, { left: stepsMax })
  })
}

/** Whether some assignment fits: unknowns that must leave their true value first, each tried nearest to it. */
function fits(system: System, bounds: Bounds, truth: readonly number[], steps: { left: number }): boolean {
  if (holdsNearTruth(system, bounds, truth)) return true
  const open = next(system, bounds, truth)
  if (open === undefined) return false
  const [low, high] = [bounds.low[open] ?? 0, bounds.high[open] ?? 0]
  for (const value of nearestFirst(truth[open] ?? 0, low, high)) {
    steps.left -= 1
    if (steps.left < 0) return false
    const chosen = {
      low: bounds.low.map((bound, unknown) => (unknown === open ? value : bound)),
      high: bounds.high.map((bound, unknown) => (unknown === open ? value : bound)),
    }
    const after = propagate(system, chosen, system.touching[open] ?? [])
    if (after !== undefined && fits(system, after.bounds, truth, steps)) return true
  }
  return false
}

/** Whether every constraint holds when each unknown takes the possible value nearest to the truth. */
function holdsNearTruth({ constraints }: System, { low, high }: Bounds, truth: readonly number[]): boolean {
  const value = (unknown: number) => Math.min(Math.max(truth[unknown] ?? 0, low[unknown] ?? 0), high[unknown] ?? 0)
  return constraints.every((constraint) => {
    if (constraint.kind === 'share') return constraint.allows(value(constraint.count), value(constraint.among))
    const sum = constraint.terms.reduce((total, [unknown, by]) => total + by * value(unknown), 0)
    return sum >= constraint.low && sum <= constraint.high
  })
}

/** The open unknown with the fewest values left, those first that can no longer be what they are. */
function next({ touching }: System, { low, high }: Bounds, truth: readonly number[]): number | undefined {
  let best: number | undefined
  let least = Infinity
  for (const [unknown, value] of truth.entries()) {
    const [from = 0, to = 0] = [low[unknown], high[unknown]]
    if (from === to || (touching[unknown] ?? []).length === 0) continue
    const width = Math.min(to - from, 1e6) + (value < from || value > to ? 0 : 1e7)
    if (width < least) [best, least] = [unknown, width]
  }
  return best
}

function nearestFirst(truth: number, low: number, high: number): readonly number[] {
  const middle = Math.min(Math.max(truth, low), high)
  const values = [middle]
  for (let step = 1; step <= reach; step += 1) {
    if (middle + step <= high) values.push(middle + step)
    if (middle - step >= low) values.push(middle - step)
  }
  return values
}
