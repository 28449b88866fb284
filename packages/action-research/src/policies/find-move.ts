import { type Cycle, standing } from '../cycle.ts'
import type { IntervalFacet } from '../facet.ts'
import type { PolicyDefinition } from './policies.ts'
import type { Move } from './responsive.ts'

/**
 * The best move to a facet from where a cycle stands: one that is allowed and needs no reason, else one that needs a
 * reason, else the reason why not. Any one open facet may be the one it starts from.
 */
export function findMove(cycle: Cycle, facet: IntervalFacet, { moves, following }: PolicyDefinition): Move {
  const from = standing(cycle)
  if (from[0] === 'start' && cycle.follows !== undefined && moves.start[facet].may && !following.includes(facet)) {
    return { may: false, instead: `a cycle that follows another begins with ${following.join(' or ')}` }
  }
  const found = from.map((at) => moves[at][facet])
  const free = found.find((move) => move.may && move.needsReason !== true)
  const best = free ?? found.find((move) => move.may) ?? found[0]
  if (best === undefined) throw new TypeError('a cycle stands somewhere; standing() gave nothing')
  return best
}
