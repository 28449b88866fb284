/** A weighted sum of unknown whole numbers of at least 0, between two numbers. */
export interface Fact {
  readonly terms: readonly (readonly [unknown: number, times: number])[]
  readonly low: number
  readonly high: number
}

/** How many values are tried in one search before the attacker gives up. */
const nodesMax = 400

/**
 * Whether somebody who knows the facts can say for sure what a sum of unknowns is: no assignment gives it another value.
 *
 * It shares no line with the guard. What it cannot settle in bounded time it does not know.
 */
export function tellsSum(facts: readonly Fact[], unknowns: number, sum: Fact['terms'], value: number): boolean {
  const other = [
    { terms: sum, low: -1e9, high: value - 1 },
    { terms: sum, low: value + 1, high: 1e9 },
  ]
  return other.every((fact) => isImpossible([...facts, fact], unknowns))
}

/** Whether no assignment meets all facts, as far as bounded search can tell. */
export function isImpossible(facts: readonly Fact[], unknowns: number): boolean {
  const of: number[][] = Array.from({ length: unknowns }, () => [])
  for (const [place, { terms }] of facts.entries()) for (const [unknown] of terms) of[unknown]?.push(place)
  const low = new Float64Array(unknowns)
  const high = new Float64Array(unknowns).fill(1e6)
  const budget = { nodes: nodesMax }
  const answer = search(facts, of, low, high, [...facts.keys()], budget)
  return answer === 'impossible'
}

function search(
  facts: readonly Fact[],
  of: readonly (readonly number[])[],
  low: Float64Array,
  high: Float64Array,
  from: readonly number[],
  budget: { nodes: number },
): 'possible' | 'impossible' | 'unknown' {
  if (!tighten(facts, of, low, high, from)) return 'impossible'
  let narrowest = -1
  for (let unknown = 0; unknown < low.length; unknown += 1) {
    const width = (high[unknown] ?? 0) - (low[unknown] ?? 0)
    if (width > 0 && (narrowest < 0 || width < (high[narrowest] ?? 0) - (low[narrowest] ?? 0))) narrowest = unknown
  }
  if (narrowest < 0) return 'possible'
  const [least, most] = [low[narrowest] ?? 0, high[narrowest] ?? 0]
  if (most - least > 40) return 'unknown'
  let verdict: 'impossible' | 'unknown' = 'impossible'
  for (let value = least; value <= most; value += 1) {
    budget.nodes -= 1
    if (budget.nodes < 0) return 'unknown'
    const [lower, upper] = [low.slice(), high.slice()]
    lower[narrowest] = value
    upper[narrowest] = value
    const answer = search(facts, of, lower, upper, of[narrowest] ?? [], budget)
    if (answer === 'possible') return 'possible'
    if (answer === 'unknown') verdict = 'unknown'
  }
  return verdict
}

/** Narrows every unknown as far as each fact alone says, again and again; false when one has no value left. */
function tighten(
  facts: readonly Fact[],
  of: readonly (readonly number[])[],
  low: Float64Array,
  high: Float64Array,
  from: readonly number[],
): boolean {
  const waiting = new Set(from)
  for (const place of waiting) {
    waiting.delete(place)
    const fact = facts[place]
    if (fact === undefined) continue
    let least = 0
    let most = 0
    for (const [unknown, times] of fact.terms) {
      const [a, b] = [times * (low[unknown] ?? 0), times * (high[unknown] ?? 0)]
      least += Math.min(a, b)
      most += Math.max(a, b)
    }
    if (least > fact.high + 1e-9 || most < fact.low - 1e-9) return false
    for (const [unknown, times] of fact.terms) {
      const [a, b] = [times * (low[unknown] ?? 0), times * (high[unknown] ?? 0)]
      const floor = (fact.low - (most - Math.max(a, b))) / times
      const ceiling = (fact.high - (least - Math.min(a, b))) / times
      const lowest = Math.ceil(Math.min(floor, ceiling) - 1e-9)
      const highest = Math.floor(Math.max(floor, ceiling) + 1e-9)
      const [lower, upper] = [Math.max(low[unknown] ?? 0, lowest), Math.min(high[unknown] ?? 0, highest)]
      if (lower > upper) return false
      if (lower === low[unknown] && upper === high[unknown]) continue
      low[unknown] = lower
      high[unknown] = upper
      for (const next of of[unknown] ?? []) waiting.add(next)
    }
  }
  return true
}
