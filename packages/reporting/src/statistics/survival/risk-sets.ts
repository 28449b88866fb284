import type { Observation } from './observation.ts'

/** What happened at one time: how many were watched just before it, how many had the event, how many were last seen. */
export interface RiskSet {
  readonly time: number
  readonly atRisk: number
  readonly events: number
  readonly censored: number
}

/** How many of these observations are watched just before a time: those that began before it and have not ended. */
export function atRiskBefore(observations: readonly Observation[]): (time: number) => number {
  const ends = Float64Array.from(observations, ({ time }) => time).sort()
  const entries = Float64Array.from(observations, ({ entry = 0 }) => entry).sort()
  return (time) => countFrom(ends, time) - countFrom(entries, time)
}

/** One set for each time at which an observation ended, ascending. */
export function riskSets(observations: readonly Observation[]): readonly RiskSet[] {
  const atRisk = atRiskBefore(observations)
  const ended = new Map<number, { events: number; censored: number }>()
  for (const { time, event } of observations) {
    const at = ended.get(time) ?? { events: 0, censored: 0 }
    at[event ? 'events' : 'censored'] += 1
    ended.set(time, at)
  }
  return [...ended].sort(([a], [b]) => a - b).map(([time, counts]) => ({ time, atRisk: atRisk(time), ...counts }))
}

/** How many of sorted numbers are `least` or more. */
function countFrom(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) >= least) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}
