import type { Result, Setting } from './bench.ts'

/** A quick run begins no round later than this, counted from the start of the process, so that it ends within 45 seconds. */
const quickMs = 12_000

/** What one round gives, in the unit of the result. */
export type Measure = () => Promise<number>

/** The middle of some numbers; the mean of the two middle ones when their count is even. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError('the median of no numbers was asked for')
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

/**
 * Measures ours and the peer's in turn, so that what else the machine does falls on both, after one unmeasured round
 * of each; who goes first changes every round. A quick run has no unmeasured round and begins none once the process is 12 seconds old.
 */
export async function alternate(
  of: Pick<Result, 'name' | 'unit' | 'bar'>,
  contenders: { readonly ours: Measure; readonly peer: Measure },
  rounds: number,
  { quick, say }: Setting,
): Promise<Result> {
  if (!quick) {
    await contenders.peer()
    await contenders.ours()
  }
  const figures = { ours: [] as number[], peer: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    if (quick && round > 0 && performance.now() > quickMs) break
    for (const who of round % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const))
      figures[who].push(await contenders[who]())
    say(`round ${round + 1} of ${rounds}: ours ${figures.ours.at(-1)}, peer ${figures.peer.at(-1)} ${of.unit}`)
  }
  const [ours, peer] = [median(figures.ours), median(figures.peer)]
  return { ...of, ours, peer, ratio: Math.round((ours / peer) * 1000) / 1000 }
}
