import { type CycleContent, standing } from '../cycle.ts'
import type { IntervalFacet } from '../facet.ts'
import { type Move, responsive } from './responsive.ts'

/**
 * The best move to a facet from where a cycle stands: one that is allowed and needs no reason, else one that needs a
 * reason, else the reason why not. Any one open facet may be the one it starts from.
 */
export function findMove(cycle: CycleContent, facet: IntervalFacet): Move {
  const moves = standing(cycle).map((from) => responsive[from][facet])
  const free = moves.find((move) => move.may && move.needsReason !== true)
  const best = free ?? moves.find((move) => move.may) ?? moves[0]
  if (best === undefined) throw new TypeError('a cycle stands somewhere; standing() gave nothing')
  return best
}
