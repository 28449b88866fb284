import { bitOf, codesOf, type ExclusionCode } from '../rules/exclusion.ts'
import { byColumn } from '../solver/by-column.ts'
import type { Shortage } from './crowded.ts'
import type { Market } from './market.ts'
import type { HelpfulChange, UnmatchedMentee } from './match-run.ts'
import type { TotalChanges } from './total-change.ts'

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

/**
 * Why each mentee without a mentor has none, and what would help, by searches along alternating paths. Only for a best total, where a place more
 * need not go to one mentee more, what helps is asked of `total` instead.
 */
export function unmatchedMentees(
  market: Market,
  columnOf: Int32Array,
  shortage: Shortage,
  chain: ((row: number) => number) | undefined,
  total: TotalChanges | undefined,
): readonly UnmatchedMentee[] {
  const { input, pairs, menteeOf } = market
  const idOf = (row: number) => input.mentees[menteeOf[row] as number]?.personId ?? ''
  const waivers = total ? [] : waiversOf(market, columnOf, shortage)
  const changeOf = (row: number): HelpfulChange => {
    if (total) return changeOfTotal(market, row, total, shortage.crowds[shortage.crowdOf[row] as number]?.columns)
    return waivers[row] ?? (isAlone(market, row) ? { kind: 'another-mentor' } : addPlace(market, row))
  }
  const found: UnmatchedMentee[] = []
  for (let row = 0; row < pairs.rows; row += 1) {
    if ((columnOf[row] as number) >= 0) continue
    const shared = { menteeId: idOf(row), excludedBy: excludedBy(market, row) }
    const crowd = shortage.crowdOf[row] as number
    if (isAlone(market, row)) found.push({ ...shared, why: 'no-eligible-mentor', change: changeOf(row) })
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
    } else found.push({ ...shared, why: 'crowded-out', crowd, change: changeOf(row) })
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
    const alone = isAlone(market, row)
    if ((crowdOf[row] as number) < 0 && !alone) continue
    waivers[row] = ownWaiver(market, row, canFree, alone)
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
function ownWaiver(market: Market, row: number, canFree: Uint8Array, withPlaces: boolean): HelpfulChange | undefined {
  let place: HelpfulChange | undefined
  for (const { mentor, bit } of waivableMentors(market, row)) {
    const change = waiver(market, row, mentor, bit)
    if (change.kind !== 'add-place' && canFree[mentor] === 1) return change
    if (change.kind === 'add-place') place ??= change
  }
  return withPlaces ? place : undefined
}

/** The mentors whom one thing alone, that can be changed, keeps from a mentee. */
function waivableMentors({ menteeOf, rules, mentorsOf }: Market, row: number): { mentor: number; bit: number }[] {
  const found: { mentor: number; bit: number }[] = []
  for (const mentor of mentorsOf(row)) {
    const bit = rules(menteeOf[row] as number, mentor)
    if (kindOfBit.has(bit)) found.push({ mentor, bit })
  }
  return found
}

function waiver({ input, menteeOf }: Market, row: number, mentor: number, bit: number): HelpfulChange {
  const kind = kindOfBit.get(bit) ?? 'add-place'
  const mentorId = input.mentors[mentor]?.personId ?? ''
  if (kind === 'train-mentee' || kind === 'activate-mentee') return { kind }
  if (kind !== 'list-candidate') return { kind, mentorId }
  return { kind, menteeId: input.mentees[menteeOf[row] as number]?.personId ?? '', mentorId }
}

/** The first change that gives a best total one mentee more: what keeps a mentor away, then a place with whoever suits best, then any that the crowd waits for. */
function changeOfTotal(
  market: Market,
  row: number,
  total: TotalChanges,
  waitedFor: readonly number[] = [],
): HelpfulChange {
  const { input, pairs, steps } = market
  const near = waivableMentors(market, row)
  const helps = ({ kind }: HelpfulChange, mentor: number, bit: number): boolean => {
    if (kind === 'add-place') return isAlone(market, row) && total.opened(mentor, bit)
    if (kind === 'train-mentor' || kind === 'activate-mentor') return total.opened(mentor, bit)
    if (kind === 'list-candidate') return total.offered(row, [mentor])
    // What a mentee has not done keeps all mentors away, and is asked about once.
    const first = near[0]?.mentor === mentor
    const gained = () => near.filter((other) => other.bit === bit).map((other) => other.mentor)
    return first && total.offered(row, gained())
  }
  let place: HelpfulChange | undefined
  for (const { mentor, bit } of near) {
    const change = waiver(market, row, mentor, bit)
    if (change.kind === 'add-place' && place) continue
    if (!helps(change, mentor, bit)) continue
    if (change.kind !== 'add-place') return change
    place = change
  }
  if (place) return place
  const first = pairs.start[row] as number
  const own = Array.from(pairs.column.subarray(first, pairs.start[row + 1]), (mentor, at) => ({
    mentor,
    score: steps[first + at] as number,
  }))
  const best = own.sort((one, other) => other.score - one.score).map((each) => each.mentor)
  const mentor = [...best, ...waitedFor].find(total.place)
  return mentor === undefined
    ? { kind: 'another-mentor' }
    : { kind: 'add-place', mentorId: input.mentors[mentor]?.personId ?? '' }
}

function isAlone({ pairs }: Market, row: number): boolean {
  return pairs.start[row] === pairs.start[row + 1]
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
