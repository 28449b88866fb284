import type { Result } from '../../refusal.ts'
import { inputRefusal, inputWarnings } from '../input/check-input.ts'
import type { MatchInput } from '../input/match-input.ts'
import { blockingPairs } from '../solver/blocking-pairs.ts'
import { checkCertificate } from '../solver/check-certificate.ts'
import { deferredAcceptance } from '../solver/deferred-acceptance.ts'
import type { Assignment, SparseInstance } from '../solver/instance.ts'
import { type MaximumMatching, maximumMatching } from '../solver/maximum.ts'
import { type Optimum, optimumSteps } from './aims.ts'
import { shortageOf } from './crowded.ts'
import { inputHash } from './input-hash.ts'
import { type Market, marketSteps } from './market.ts'
import type { Cover, MatchProof } from './match-proof.ts'
import type { MatchRun } from './match-run.ts'
import { pinRefusal } from './pin-refusal.ts'
import { noiseOf, type Preferences, preferencesOf } from './preferences.ts'
import { runOf } from './run-of.ts'
import { totalChangeSteps } from './total-change.ts'
import { vacancyChain } from './vacancy-chain.ts'

/** A run, and what proves it. */
export interface MatchOutcome {
  readonly run: MatchRun
  readonly proof: MatchProof
}

/** How far a run has come: through the stages in this order, and through each in mentees without a pin. It never goes back. */
export interface MatchProgress {
  readonly stage: 'pairs' | 'matching' | 'reasons'
  /** The share `done / of` of a stage never falls. */
  readonly done: number
  readonly of: number
}

/**
 * Matches mentees with mentors, and gives the run with its proof: who has whom and why, who has nobody and what would help.
 * The same input and seed give the same outcome, whatever the order of its lists.
 *
 * Refuses an input that contradicts itself; an instance that cannot be met in full is no refusal, but a run that says why.
 * To show progress, or to stop, take `matchSteps`.
 *
 * @example
 * ```ts
 * import { match } from '@mentoring-commons/mentoring'
 *
 * const wants = { id: 'topics', kind: 'overlap' as const, side: 'mentee' as const, weight: 1, menteeQuestion: 'needs', mentorQuestion: 'offers' }
 * const matched = match({
 *   mentees: [
 *     { personId: 'ada', trained: true, answers: { needs: ['writing'] } },
 *     { personId: 'ben', trained: true, answers: { needs: ['grants'] } },
 *   ],
 *   mentors: [{ personId: 'mia', trained: true, places: 1, answers: { offers: ['grants', 'writing'] } }],
 *   policy: { version: '1', objective: 'most-matched', rules: [wants], menteeShare: 1 },
 *   facts: { lines: [{ personId: 'ada', reportsTo: 'mia' }] },
 *   seed: 'spring',
 * })
 * if ('refusal' in matched) throw new TypeError(matched.refusal.message)
 * matched.value.run.pairs.map(({ menteeId, mentorId, score }) => [menteeId, mentorId, score]) //=> [["ben", "mia", 1]]
 * matched.value.run.unmatched[0]?.excludedBy //=> { "line-chain": 1 }
 * ```
 */
export function match(input: MatchInput): Result<MatchOutcome> {
  const steps = matchSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same as `match`, in steps, of some milliseconds each where there are some hundred people: a worker shows each step's progress, and stops by asking for no further one.
 *
 * @example
 * ```ts
 * import { match, type MatchInput, matchSteps } from '@mentoring-commons/mentoring'
 *
 * const policy = { version: '1', objective: 'stable' as const, rules: [], menteeShare: 0.5 }
 * const input: MatchInput = { mentees: [], mentors: [], policy, seed: 'spring' }
 * const seen: string[] = []
 * const steps = matchSteps(input)
 * let step = steps.next()
 * for (; !step.done; step = steps.next()) seen.push(step.value.stage)
 * seen //=> ["pairs", "matching", "matching", "reasons", "reasons"]
 * JSON.stringify(step.value) === JSON.stringify(match(input)) //=> true
 * ```
 */
export function* matchSteps(given: MatchInput): Generator<MatchProgress, Result<MatchOutcome>, void> {
  const refusal = inputRefusal(given)
  if (refusal) return { refusal }
  yield { stage: 'pairs', done: 0, of: given.mentees.length }
  const market = yield* inStage('pairs', marketSteps(given))
  const unfit = pinRefusal(market)
  if (unfit) return { refusal: unfit }
  yield { stage: 'matching', done: 0, of: market.pairs.rows }
  const noise = noiseOf(market)
  yield { stage: 'matching', done: 0, of: market.pairs.rows }
  const preferences = preferencesOf(market, noise)
  const stable = market.input.policy.objective === 'stable'
  const optimum: Optimum = stable
    ? { columnOf: deferredAcceptance(preferences.toldApart), met: [] }
    : yield* inStage('matching', optimumSteps(market, noise))
  yield { stage: 'reasons', done: 0, of: market.pairs.rows }
  const shortage = shortageOf(market.pairs, optimum.columnOf)
  const chain = stable ? vacancyChain(preferences.toldApart, optimum.columnOf) : undefined
  yield { stage: 'reasons', done: 0, of: market.pairs.rows }
  const total = yield* inStage('reasons', totalSteps(market, optimum.columnOf))
  const hash = inputHash(market.input)
  const run = runOf(market, optimum.columnOf, shortage, chain, total, hash, inputWarnings(given))
  return { value: { run, proof: proofOf(market, optimum, preferences, hash) } }
}

/** Only a best total that leaves somebody out is asked what would change it. */
function* totalSteps(market: Market, columnOf: Int32Array) {
  if (market.input.policy.objective !== 'best-total' || !columnOf.includes(-1)) return undefined
  return yield* totalChangeSteps(market, columnOf)
}

function* inStage<T>(
  stage: MatchProgress['stage'],
  steps: Generator<{ readonly done: number; readonly of: number }, T, void>,
): Generator<MatchProgress, T, void> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield { stage, done: step.value.done, of: step.value.of }
  }
}

const blockingListed = 100

function proofOf(market: Market, optimum: Optimum, preferences: Preferences, hash: string): MatchProof {
  const { input, pairs, menteeOf } = market
  const menteeIds = Array.from(menteeOf, (at) => input.mentees[at]?.personId ?? '')
  const mentorIds = input.mentors.map(({ personId }) => personId)
  const cover = ({
    rowCover,
    columnCover,
    size,
  }: Pick<MaximumMatching, 'rowCover' | 'columnCover' | 'size'>): Cover => ({
    menteeIds: menteeIds.filter((_, at) => rowCover[at] === 1),
    mentorIds: mentorIds.filter((_, at) => columnCover[at] === 1),
    size,
  })
  const blocking = blockingPairs(preferences.asTold, optimum.columnOf)
  const { bottleneck } = optimum
  const shared = {
    inputHash: hash,
    menteeIds,
    mentorIds,
    largest: cover(bottleneck?.largest ?? maximumMatching(pairs)),
    blocking: {
      total: blocking.length,
      listed: blocking.slice(0, blockingListed).map(({ row, column }) => ({
        menteeId: menteeIds[row] ?? '',
        mentorId: mentorIds[column] ?? '',
      })),
    },
  }
  if (input.policy.objective === 'stable')
    return { kind: 'stable', ...shared, weakly: preferences.ties > 0, ties: preferences.ties }
  const aims = optimum.met.map(({ name, instance, solution }) => ({
    aim: name,
    cost: provenCost(instance, solution),
    menteePrices: Array.from(solution.rowPrice),
    mentorPrices: Array.from(solution.columnPrice),
  }))
  const limit = bottleneck?.limit && { steps: bottleneck.limit.score, cover: cover(bottleneck.limit.cover) }
  const worst = bottleneck?.worst === undefined ? {} : { worst: { steps: bottleneck.worst, ...(limit && { limit }) } }
  return { kind: 'optimal', ...shared, aims, ...worst }
}

/** What a solution costs, when its prices prove that nothing costs less. */
function provenCost(instance: SparseInstance, solution: Assignment): number {
  const { holds, primal, faults } = checkCertificate(instance, solution)
  if (!holds) throw new Error(`a solution was not proven: ${faults.join('; ')}`)
  return primal
}
