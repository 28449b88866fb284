/** The probabilities of the sums 0, step, 2 step, ... of ranks; step is a half where some are halves, else 1. */
export interface SumDistribution {
  readonly step: number
  readonly probabilities: Float64Array
}

/** How many additions an exact distribution may take: about two seconds. */
const additionsMax = 1.5e9

function scoresOf(ranks: readonly number[]): { readonly step: number; readonly scores: readonly number[] } {
  const step = ranks.every(Number.isInteger) ? 1 : 0.5
  return { step, scores: ranks.map((rank) => Math.round(rank / step)) }
}

/**
 * The distribution of the sum of those ranks whose sign is positive, each sign being as likely as the other; nothing when there are too many.
 *
 * Source: the shift algorithm of B. Streitberg and J. Röhmel, Statistical Software Newsletter 12 (1986), 10-17.
 */
export function signedSums(ranks: readonly number[]): SumDistribution | undefined {
  const { step, scores } = scoresOf(ranks)
  const most = scores.reduce((sum, score) => sum + score, 0)
  // Beyond a thousand ranks the rarest sums run out of numbers.
  if (ranks.length > 1000 || ranks.length * most > additionsMax) return undefined
  const probabilities = new Float64Array(most + 1)
  probabilities[0] = 1
  let reached = 0
  for (const score of scores) {
    reached += score
    for (let sum = reached; sum >= 0; sum--)
      probabilities[sum] = ((probabilities[sum] ?? 0) + (sum >= score ? (probabilities[sum - score] ?? 0) : 0)) / 2
  }
  return { step, probabilities }
}

/**
 * The distribution of the sum of `chosen` ranks, each choice being as likely as any other; nothing when there are too many.
 *
 * Source: the shift algorithm of Streitberg and Röhmel (1986).
 */
export function chosenSums(ranks: readonly number[], chosen: number): SumDistribution | undefined {
  const { step, scores } = scoresOf(ranks)
  const few = Math.min(chosen, scores.length - chosen)
  const total = scores.reduce((sum, score) => sum + score, 0)
  const ordered = [...scores].sort((a, b) => a - b)
  const most = ordered.slice(ordered.length - few).reduce((sum, score) => sum + score, 0)
  // Beyond a thousand ranks there are more choices than the largest number.
  if (ranks.length > 1000 || ranks.length * (few + 1) * most > additionsMax) return undefined
  const ways = Array.from({ length: few + 1 }, () => new Float64Array(most + 1))
  if (ways[0] !== undefined) ways[0][0] = 1
  let reached = 0
  for (const [place, score] of ordered.entries()) {
    reached = Math.min(most, reached + score)
    for (let many = Math.min(few, place + 1); many > 0; many--) {
      const [including, before] = [ways[many], ways[many - 1]]
      if (including === undefined || before === undefined) continue
      for (let sum = reached; sum >= score; sum--) including[sum] = (including[sum] ?? 0) + (before[sum - score] ?? 0)
    }
  }
  const counts = ways[few] ?? new Float64Array([1])
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (few === chosen) return { step, probabilities: counts.map((count) => count / all) }
  // What was counted is the sum of those that are not chosen.
  const probabilities = new Float64Array(total + 1)
  for (const [sum, count] of counts.entries()) probabilities[total - sum] = count / all
  return { step, probabilities }
}

/** The probability of sums from one up to another, both included. */
export function between({ step, probabilities }: SumDistribution, from: number, to: number): number {
  const first = Math.max(0, Math.ceil(from / step - 1e-6))
  const last = Math.min(probabilities.length - 1, Math.floor(to / step + 1e-6))
  let total = 0
  for (let place = first; place <= last; place++) total += probabilities[place] ?? 0
  return Math.min(1, total)
}
