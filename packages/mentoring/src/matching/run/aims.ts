import { poorBelowDefault } from '../input/policy.ts'
import { stepsOfOne } from '../score/pair-score.ts'
import { type Bottleneck, bottleneckSteps } from '../solver/bottleneck.ts'
import { type Aim, type AimMet, meetAimSteps, wholeFace } from '../solver/face.ts'
import type { Market } from './market.ts'

/** The name of one aim, in the order of which an objective consists. */
export type AimName = 'matched-and-total' | 'matched-and-poor' | 'total' | 'matched' | 'tie-break'

/** One aim by its name. */
export interface NamedAim {
  readonly name: AimName
  readonly aim: Aim
}

/** The aims of a run and how they were met, first things first. */
export interface Optimum {
  readonly columnOf: Int32Array
  /** Only where the worst pair is an aim. */
  readonly bottleneck?: Bottleneck
  readonly met: readonly (AimMet & { readonly name: AimName })[]
}

/** How far the aims of a run are met, all together: in rows, none of which is undone. */
export interface AimProgress {
  readonly done: number
  readonly of: number
}

/**
 * The aims of a run as costs in whole numbers. The exits of the first aim say how much a mentee without a mentor weighs: for `most-matched` and
 * `fewest-poor` more than all pairs together.
 */
export function aimsOf({ input, pairs, steps }: Market, noise: Int32Array): readonly NamedAim[] {
  const short = (pair: number) => stepsOfOne - (steps[pair] as number)
  const tieBreak: NamedAim = { name: 'tie-break', aim: { cost: (pair) => noise[pair] as number, exit: 0 } }
  const poorBelow = Math.round((input.policy.poorBelow ?? poorBelowDefault) * stepsOfOne)
  switch (input.policy.objective) {
    case 'best-total':
      return [
        { name: 'total', aim: { cost: short, exit: stepsOfOne } },
        { name: 'matched', aim: { cost: () => 0, exit: 1 } },
        tieBreak,
      ]
    case 'fewest-poor':
      return [
        {
          name: 'matched-and-poor',
          aim: { cost: (pair) => ((steps[pair] as number) < poorBelow ? 1 : 0), exit: pairs.rows + 1 },
        },
        { name: 'total', aim: { cost: short, exit: 0 } },
        tieBreak,
      ]
    case 'most-matched':
      return [{ name: 'matched-and-total', aim: { cost: short, exit: pairs.rows * stepsOfOne + 1 } }, tieBreak]
    case 'stable':
      return []
  }
}

/** Meets the aims of a run one after the other, each among the matchings that are equally good by those before. */
export function* optimumSteps(market: Market, noise: Int32Array): Generator<AimProgress, Optimum, void> {
  const { input, pairs, steps } = market
  const aims = aimsOf(market, noise)
  const worstIsAim = input.policy.objective === 'most-matched'
  const parts = aims.length + (worstIsAim ? 1 : 0)
  let part = 0
  const progress = ({ done, of }: AimProgress): AimProgress => ({
    done: Math.floor(((part + done / of) / parts) * pairs.rows),
    of: pairs.rows,
  })
  let bottleneck: Bottleneck | undefined
  if (worstIsAim) {
    const search = bottleneckSteps(pairs, steps)
    for (;;) {
      const step = search.next()
      if (step.done) {
        bottleneck = step.value
        break
      }
      yield progress(step.value)
    }
    part += 1
  }
  const least = bottleneck?.worst ?? 0
  let face = wholeFace(pairs, (pair) => (steps[pair] as number) >= least)
  const met: (AimMet & { readonly name: AimName })[] = []
  for (const { name, aim } of aims) {
    const search = meetAimSteps(pairs, face, aim)
    for (;;) {
      const step = search.next()
      if (step.done) {
        met.push({ name, ...step.value })
        face = step.value.face
        break
      }
      yield progress(step.value)
    }
    part += 1
  }
  const columnOf = met.at(-1)?.solution.columnOf ?? new Int32Array(pairs.rows).fill(-1)
  return bottleneck ? { columnOf, bottleneck, met } : { columnOf, met }
}
