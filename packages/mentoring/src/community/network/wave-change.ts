import { type Result, refuse } from '../../refusal.ts'
import type { DepartmentFigures } from './figures.ts'
import type { Ends } from './graph.ts'
import { departmentsOf, keyOf, type Network } from './network.ts'

/** What changed between two waves; ties are those between people who are within the boundary both times. */
export type ChangeMeasure =
  | 'kept'
  | 'new'
  | 'lost'
  | 'jaccard'
  | 'keptAcross'
  | 'newAcross'
  | 'lostAcross'
  | 'entered'
  | 'left'
  | 'moved'

/**
 * Gives what became of ties between two waves with the same boundary, kind of tie, source, question and rule; waves that differ
 * in one of these are refused.
 *
 * `people` and ties are of those present both times, so that somebody who came or went changes only `entered` and `left`.
 * `jaccard` is kept / (kept + new + lost), `null` where there is no tie. Across are ties between departments. A tie belongs to
 * the departments of its ends at the later wave, a lost one at the earlier; `moved` counts at the later department.
 *
 * @example
 * ```ts
 * import { networkOf, type Wave, waveChange } from '@mentoring-commons/mentoring/community'
 *
 * const kind = 'works-with'
 * const first: Wave = {
 *   id: 'w1', on: '2025-05-01', boundary: 'staff', tieKind: kind, source: 'relationship',
 *   people: ['a', 'b', 'c'].map((personId) => ({ personId, departmentId: 'art' })),
 *   ties: [{ from: 'a', to: 'b', kind }],
 * }
 * const second: Wave = { ...first, id: 'w2', on: '2026-05-01', ties: [...first.ties, { from: 'b', to: 'c', kind }] }
 * const change = waveChange(networkOf(first, 'either-named'), networkOf(second, 'either-named'))
 * 'value' in change && change.value.institution.measures.jaccard //=> 0.5
 * ```
 */
export function waveChange(before: Network, after: Network): Result<DepartmentFigures<ChangeMeasure>> {
  for (const field of ['boundary', 'tieKind', 'source', 'question', 'rule'] as const) {
    if (before[field] === after[field]) continue
    const message = `The waves have the ${field} ${JSON.stringify(before[field]) ?? 'of none'} and ${JSON.stringify(after[field]) ?? 'none'}: compare waves that are alike in it.`
    return refuse('waves-not-comparable', message, field)
  }
  if (after.on <= before.on) {
    return refuse(
      'date-goes-back',
      `The second wave is of ${after.on} and the first of ${before.on}: exchange them.`,
      'on',
    )
  }
  const earlier = departmentsOf(before)
  const later = departmentsOf(after)
  const both = new Set([...earlier.keys()].filter((personId) => later.has(personId)))
  const ofBoth = (ties: readonly Ends[]) => ties.filter(([a, b]) => both.has(a) && both.has(b))
  const then = ofBoth(before.ties)
  const now = ofBoth(after.ties)
  const wasTied = new Set(then.map((ends) => keyOf(...ends)))
  const isTied = new Set(now.map((ends) => keyOf(...ends)))
  const kept = now.filter((ends) => wasTied.has(keyOf(...ends)))
  const gained = now.filter((ends) => !wasTied.has(keyOf(...ends)))
  const lost = then.filter((ends) => !isTied.has(keyOf(...ends)))

  const rowOf = (departmentId?: string) => {
    const isIn = (home: ReadonlyMap<string, string>) => (personId: string) =>
      departmentId === undefined || home.get(personId) === departmentId
    const own = (ties: readonly Ends[], home: ReadonlyMap<string, string>) =>
      ties.filter((ends) => ends.some(isIn(home)))
    const across = (ties: readonly Ends[], home: ReadonlyMap<string, string>) =>
      own(ties, home).filter(([a, b]) => home.get(a) !== home.get(b)).length
    const counts = { kept: own(kept, later).length, new: own(gained, later).length, lost: own(lost, earlier).length }
    const all = counts.kept + counts.new + counts.lost
    const here = [...both].filter(isIn(later))
    return {
      people: here.length,
      measures: {
        ...counts,
        jaccard: all === 0 ? null : counts.kept / all,
        keptAcross: across(kept, later),
        newAcross: across(gained, later),
        lostAcross: across(lost, earlier),
        entered: [...later.keys()].filter((personId) => !both.has(personId) && isIn(later)(personId)).length,
        left: [...earlier.keys()].filter((personId) => !both.has(personId) && isIn(earlier)(personId)).length,
        moved: here.filter((personId) => earlier.get(personId) !== later.get(personId)).length,
      },
    }
  }
  const departments = [...new Set([...earlier.values(), ...later.values()])].sort()
  return {
    value: {
      about: 'departments',
      kind: 'wave-change',
      waveId: after.waveId,
      on: after.on,
      institution: rowOf(),
      departments: departments.map((departmentId) => ({ departmentId, ...rowOf(departmentId) })),
    },
  }
}
