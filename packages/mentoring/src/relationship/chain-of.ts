import type { Relationship } from './relationship.ts'

/**
 * Gives the relationships that a relationship carries on, the first one first and the one asked about last; empty where the
 * id is not among those given. Stops, and throws a `TypeError`, where relationships continue each other in a circle.
 *
 * @example
 * ```ts
 * import { chainOf, type Relationship } from '@mentoring-commons/mentoring'
 *
 * const participants = [{ personId: 'ada', role: 'mentee' as const }]
 * const first: Relationship = { id: 'r1', kind: 'dyad', participants, status: 'recorded' }
 * const second: Relationship = { ...first, id: 'r2', continues: 'r1' }
 * chainOf([second, first], 'r2').map(({ id }) => id) //=> ["r1", "r2"]
 * ```
 */
export function chainOf(relationships: readonly Relationship[], id: string): readonly Relationship[] {
  const byId = new Map(relationships.map((one) => [one.id, one]))
  const chain: Relationship[] = []
  for (let next = byId.get(id); next !== undefined; next = byId.get(next.continues ?? '')) {
    if (chain.includes(next)) throw new TypeError(`Relationship "${next.id}" continues itself`)
    chain.unshift(next)
  }
  return chain
}
