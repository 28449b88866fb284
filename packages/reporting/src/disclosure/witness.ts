import { type Bounds, type Constraint, type Linear, type System, unknownsIn, withConstraint } from './bounds.ts'
import { narrowed } from './buckets.ts'
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
    const wider = withConstraint(system, asked)
    const start = propagate(wider, bounds, [wider.constraints.length - 1])
    return start === undefined || !fits(wider, start.bounds, truth, { left: stepsMax })
  })
}

/** Whether some assignment fits: where the possible values nearest to the truth break a constraint, an unknown of it is tried, nearest first. */
function fits(system: System, bounds: Bounds, truth: readonly number[], steps: { left: number }): boolean {
  const broken = brokenNearTruth(system, bounds, truth)
  if (broken === undefined) return true
  const open = unknownsIn(broken)
    .filter((unknown) => bounds.low[unknown] !== bounds.high[unknown])
    .sort((a, b) => widthOf(bounds, a) - widthOf(bounds, b))[0]
  if (open === undefined) return false
  for (const value of nearestFirst(truth[open] ?? 0, bounds.low[open] ?? 0, bounds.high[open] ?? 0)) {
    steps.left -= 1
    if (steps.left < 0) return false
    const after = propagate(system, narrowed(bounds, open, value, value), system.touching[open] ?? [])
    if (after !== undefined && fits(system, after.bounds, truth, steps)) return true
  }
  return false
}

/** The first constraint that does not hold when each unknown takes the possible value nearest to the truth. */
function brokenNearTruth(
  { constraints }: System,
  { low, high }: Bounds,
  truth: readonly number[],
): Constraint | undefined {
  const value = (unknown: number) => Math.min(Math.max(truth[unknown] ?? 0, low[unknown] ?? 0), high[unknown] ?? 0)
  return constraints.find((constraint) => {
    if (constraint.kind === 'share') return !constraint.allows(value(constraint.count), value(constraint.among))
    let sum = 0
    for (const [unknown, by] of constraint.terms) sum += by * value(unknown)
    return sum < constraint.low || sum > constraint.high
  })
}

function widthOf({ low, high }: Bounds, unknown: number): number {
  return Math.min((high[unknown] ?? 0) - (low[unknown] ?? 0), 1e9)
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
