import fc from 'fast-check'
import { type Network, networkOf, type TieRule, type Wave } from '../../../src/community/index.ts'

/** A wave from people as `id:department` and ties as `from>to`, both separated by spaces. */
export function waveOf(people: string, ties: string, change: Partial<Wave> = {}): Wave {
  const words = (text: string, by: string) =>
    text
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => word.split(by) as [string, string])
  return {
    id: 'w1',
    on: '2025-05-01',
    boundary: 'staff',
    tieKind: 'asks',
    source: 'survey',
    people: words(people, ':').map(([personId, departmentId]) => ({ personId, departmentId })),
    ties: words(ties, '>').map(([from, to]) => ({ from, to, kind: 'asks' })),
    ...change,
  }
}

/** Its network. */
export function network(people: string, ties: string, rule: TieRule = 'either-named'): Network {
  return networkOf(waveOf(people, ties), rule)
}

/** Waves of up to nine people in up to three departments. */
export const anyWave = fc
  .record({
    homes: fc.array(fc.constantFrom('art', 'law', 'music'), { maxLength: 9 }),
    ends: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 30 }),
  })
  .map(({ homes, ends }) =>
    waveOf(
      homes.map((home, index) => `p${index}:${home}`).join(' '),
      ends
        .filter(([a, b]) => a !== b && a < homes.length && b < homes.length)
        .map(([a, b]) => `p${a}>p${b}`)
        .join(' '),
    ),
  )
