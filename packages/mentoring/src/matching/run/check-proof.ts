import type { MatchInput } from '../input/match-input.ts'
import { blockingPairs } from '../solver/blocking-pairs.ts'
import { checkCertificate } from '../solver/check-certificate.ts'
import { faceOf, instanceOnFace, wholeFace } from '../solver/face.ts'
import type { Assignment } from '../solver/instance.ts'
import { aimsOf } from './aims.ts'
import { inputHash } from './input-hash.ts'
import { type Market, marketSteps } from './market.ts'
import type { MatchOutcome } from './match.ts'
import type { Cover } from './match-proof.ts'
import { noiseOf, preferencesOf } from './preferences.ts'

/** What a check of a run found. */
export interface ProofCheck {
  readonly holds: boolean
  /** What does not hold, in sentences. */
  readonly faults: readonly string[]
}

/**
 * Checks a run against its input and its proof without matching anything again: that it comes from this input, crosses no rule, keeps
 * to places and pins, and that covers, prices and preferences prove its objective.
 *
 * @example
 * ```ts
 * import { checkProof, match, type MatchInput } from '@mentoring-commons/mentoring'
 *
 * const input: MatchInput = {
 *   mentees: [{ personId: 'ada', trained: true, answers: {} }],
 *   mentors: [{ personId: 'mia', trained: true, places: 1, answers: {} }],
 *   policy: { version: '1', objective: 'most-matched', rules: [], menteeShare: 0.5 },
 *   seed: 'spring',
 * }
 * const matched = match(input)
 * 'value' in matched && checkProof(input, matched.value) //=> { "holds": true, "faults": [] }
 * ```
 */
export function checkProof(input: MatchInput, { run, proof }: MatchOutcome): ProofCheck {
  const market = drain(marketSteps(input))
  const hash = inputHash(market.input)
  if (run.inputHash !== hash || proof.inputHash !== hash)
    return { holds: false, faults: ['The run or its proof was made from another input.'] }
  const { columnOf, faults } = readPairs(market, run.pairs)
  if (faults.length > 0) return { holds: false, faults }
  const all = [...largestFaults(market, proof.largest), ...objectiveFaults(market, columnOf, proof)]
  return { holds: all.length === 0, faults: all }
}

function drain<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Reads the pairs of a run as columns of rows, and finds what may not be. */
function readPairs(
  market: Market,
  pairs: MatchOutcome['run']['pairs'],
): { columnOf: Int32Array; faults: readonly string[] } {
  const { menteeOf, menteeAt, mentorAt, pairs: eligible, pins } = market
  const rowOf = new Map(Array.from(menteeOf, (mentee, row) => [mentee, row]))
  const columnOf = new Int32Array(eligible.rows).fill(-1)
  const left = eligible.capacity.slice()
  const faults: string[] = []
  for (const { menteeId, mentorId, pinned } of pairs) {
    if (pinned) {
      if (!pins.some((pin) => pin.menteeId === menteeId && pin.mentorId === mentorId))
        faults.push(`"${menteeId}" and "${mentorId}" are not pinned.`)
      continue
    }
    const row = rowOf.get(menteeAt.get(menteeId) ?? -1)
    const column = mentorAt.get(mentorId)
    if (row === undefined || column === undefined || (columnOf[row] as number) >= 0) {
      faults.push(`"${menteeId}" and "${mentorId}" may not stand here.`)
      continue
    }
    const own = eligible.column.subarray(eligible.start[row], eligible.start[row + 1])
    if (!own.includes(column)) faults.push(`A rule excludes "${menteeId}" and "${mentorId}".`)
    columnOf[row] = column
    left[column] = (left[column] as number) - 1
    if ((left[column] as number) < 0) faults.push(`"${mentorId}" has more mentees than places.`)
  }
  if (pairs.filter(({ pinned }) => pinned).length !== pins.length) faults.push('A pin is missing.')
  return { columnOf, faults }
}

/** Whether one of each pair is in the cover, and the cover is as small as it says. */
function coverFaults(market: Market, cover: Cover, atLeast: number): readonly string[] {
  const { input, menteeOf, pairs, steps } = market
  const mentees = new Set(cover.menteeIds)
  const mentors = new Set(cover.mentorIds)
  let places = 0
  input.mentors.forEach(({ personId }, at) => {
    if (mentors.has(personId)) places += pairs.capacity[at] as number
  })
  const faults = mentees.size + places === cover.size ? [] : ['A cover is not as small as it says.']
  for (let row = 0; row < pairs.rows; row += 1) {
    if (mentees.has(input.mentees[menteeOf[row] as number]?.personId ?? '')) continue
    for (let at = pairs.start[row] as number; at < (pairs.start[row + 1] as number); at += 1)
      if ((steps[at] as number) >= atLeast && !mentors.has(input.mentors[pairs.column[at] as number]?.personId ?? ''))
        return [...faults, 'A cover leaves a pair out.']
  }
  return faults
}

const largestFaults = (market: Market, largest: Cover): readonly string[] => coverFaults(market, largest, 0)

function objectiveFaults(market: Market, columnOf: Int32Array, proof: MatchOutcome['proof']): readonly string[] {
  const { input, pairs, steps } = market
  const noise = noiseOf(market)
  const objective = input.policy.objective
  if ((objective === 'stable') !== (proof.kind === 'stable')) return ['The proof is for another objective.']
  if (proof.kind === 'stable')
    return blockingPairs(preferencesOf(market, noise).asTold, columnOf).map(
      ({ row, column }) => `Mentee ${row} and mentor ${column} would rather have each other.`,
    )
  const placed = columnOf.reduce((sum, column) => sum + (column < 0 ? 0 : 1), 0)
  if (objective !== 'best-total' && placed !== proof.largest.size) return ['More mentees can be matched.']
  const faults: string[] = []
  let least = 0
  if (objective === 'most-matched' && placed > 0) {
    least = proof.worst?.steps ?? -1
    const limit = proof.worst?.limit
    if (limit) {
      if (limit.cover.size >= placed) faults.push('The worst pair can be better.')
      faults.push(...coverFaults(market, limit.cover, limit.steps))
    }
    const between = steps.some((each) => each > least && (!limit || each < limit.steps))
    if (between) faults.push('A better worst score was not ruled out.')
  }
  let face = wholeFace(pairs, (pair) => (steps[pair] as number) >= least)
  const aims = aimsOf(market, noise)
  if (aims.length !== proof.aims.length) return [...faults, 'An aim has no proof.']
  for (const [at, { name, aim }] of aims.entries()) {
    const prices = proof.aims[at]
    const instance = instanceOnFace(pairs, face, aim)
    const solution: Assignment = {
      columnOf,
      rowPrice: Float64Array.from(prices?.menteePrices ?? []),
      columnPrice: Float64Array.from(prices?.mentorPrices ?? []),
      exit: instance.exit ?? new Float64Array(pairs.rows),
    }
    const check = checkCertificate(instance, solution)
    faults.push(...check.faults.map((fault) => `${name}: ${fault}.`))
    if (!check.holds) break
    face = faceOf(pairs, face, instance, solution)
  }
  return faults
}
