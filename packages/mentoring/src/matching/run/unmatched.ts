import { bitOf, codesOf, type ExclusionCode } from '../rules/exclusion.ts'
import { byColumn } from '../solver/by-column.ts'
import type { Shortage } from './crowded.ts'
import type { Market } from './market.ts'
import type { HelpfulChange, UnmatchedMentee } from './match-run.ts'

const waivable = {
  'mentee-untrained': 'train-mentee',
  'mentee-inactive': 'activate-mentee',
  'mentor-untrained': 'train-mentor',
  'mentor-inactive': 'activate-mentor',
  'no-places': 'add-place',
  'not-a-candidate': 'list-candidate',
} as const satisfies Partial<Record<ExclusionCode, HelpfulChange['kind']>>

const kindOfBit = new Map<number, (typeof waivable)[keyof typeof waivable]>(
  Object.entries(waivable).map(([code, kind]) => [bitOf(code as ExclusionCode), kind]),
)

/** Why each mentee without a mentor has none, and what would help, by searches along alternating paths; nothing is matched again. */
export function unmatchedMentees(
  market: Market,
  columnOf: Int32Array,
  shortage: Shortage,
  chain: ((row: number) => number) | undefined,
): readonly UnmatchedMentee[] {
  const { input, pairs, menteeOf } = market
  const idOf = (row: number) => input.mentees[menteeOf[row] as number]?.personId ?? ''
  const waivers = waiversOf(market, columnOf, shortage)
  const found: UnmatchedMentee[] = []
  for (let row = 0; row < pairs.rows; row += 1) {
    if ((columnOf[row] as number) >= 0) continue
    const shared = { menteeId: idOf(row), excludedBy: excludedBy(market, row) }
    const crowd = shortage.crowdOf[row] as number
    if (pairs.start[row] === pairs.start[row + 1])
      found.push({ ...shared, why: 'no-eligible-mentor', change: waivers[row] ?? { kind: 'another-mentor' } })
    else if (chain) {
      const mentor = input.mentors[chain(row)]
      found.push({
        ...shared,
        why: 'others-preferred',
        change: changeOfStable(mentor?.personId, shortage.canMove[row] === 1),
      })
    } else if (crowd < 0) {
      const change = { kind: 'choose-objective', objective: 'most-matched' } as const
      found.push({ ...shared, why: 'left-out-by-objective', change })
    } else found.push({ ...shared, why: 'crowded-out', crowd, change: waivers[row] ?? addPlace(market, row) })
  }
  return found
}

function changeOfStable(mentorId: string | undefined, canMove: boolean): HelpfulChange {
  if (mentorId !== undefined) return { kind: 'add-place', mentorId }
  return canMove ? { kind: 'choose-objective', objective: 'most-matched' } : { kind: 'another-mentor' }
}

/** For rows that no chain of moves leads to a free place: the change nearest to them that opens such a chain. */
function waiversOf(
  market: Market,
  columnOf: Int32Array,
  { crowdOf, canFree }: Shortage,
): readonly (HelpfulChange | undefined)[] {
  const { pairs } = market
  const lists = byColumn(pairs)
  const waivers: (HelpfulChange | undefined)[] = Array.from({ length: pairs.rows })
  const queue: number[] = []
  for (let row = 0; row < pairs.rows; row += 1) {
    const isAlone = pairs.start[row] === pairs.start[row + 1]
    if ((crowdOf[row] as number) < 0 && !isAlone) continue
    waivers[row] = ownWaiver(market, row, canFree, isAlone)
    if (waivers[row]) queue.push(row)
  }
  for (const row of queue) {
    const own = columnOf[row] as number
    if (own < 0) continue
    for (let at = lists.from[own] as number; at < (lists.from[own + 1] as number); at += 1) {
      const next = lists.row[at] as number
      if (waivers[next] || (crowdOf[next] as number) < 0) continue
      waivers[next] = waivers[row]
      queue.push(next)
    }
  }
  return waivers
}

/** The first mentor whom one thing alone keeps from a mentee and who has a place that can be made free; failing that, where wanted, one who offers no place. */
function ownWaiver(
  { input, menteeOf, rules, mentorsOf }: Market,
  row: number,
  canFree: Uint8Array,
  withPlaces: boolean,
): HelpfulChange | undefined {
  const mentee = menteeOf[row] as number
  let place: HelpfulChange | undefined
  for (const mentor of mentorsOf(row)) {
    const kind = kindOfBit.get(rules(mentee, mentor))
    const mentorId = input.mentors[mentor]?.personId ?? ''
    if (kind === undefined) continue
    if (kind === 'add-place') place ??= { kind, mentorId }
    else if (canFree[mentor] === 0) continue
    else if (kind === 'list-candidate') return { kind, menteeId: input.mentees[mentee]?.personId ?? '', mentorId }
    else if (kind === 'train-mentee' || kind === 'activate-mentee') return { kind }
    else return { kind, mentorId }
  }
  return withPlaces ? place : undefined
}

/** One more place with the mentor who suits best of those the mentee may have: a free place one step away. */
function addPlace({ input, pairs, steps }: Market, row: number): HelpfulChange {
  let best = pairs.start[row] as number
  for (let at = best + 1; at < (pairs.start[row + 1] as number); at += 1)
    if ((steps[at] as number) > (steps[best] as number)) best = at
  return { kind: 'add-place', mentorId: input.mentors[pairs.column[best] as number]?.personId ?? '' }
}

function excludedBy({ menteeOf, rules, mentorsOf }: Market, row: number): UnmatchedMentee['excludedBy'] {
  const counts: Partial<Record<ExclusionCode, number>> = {}
  for (const mentor of mentorsOf(row))
    for (const code of codesOf(rules(menteeOf[row] as number, mentor))) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
