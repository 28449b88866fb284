import type { Result } from '../../refusal.ts'
import type { MatchInput } from '../input/match-input.ts'
import type { MatchPolicy } from '../input/policy.ts'
import { type MatchProgress, matchSteps } from '../run/match.ts'
import type { MatchRun } from '../run/match-run.ts'

/** What a run would be if one weight were another. */
export interface WeightChange {
  /** The rule, or `menteeShare`. */
  readonly weight: string
  readonly from: number
  readonly to: number
  /** Mentees who would have another mentor, or none where they have one, or one where they have none. */
  readonly changed: number
  /** Who these are, sorted. */
  readonly menteeIds: readonly string[]
  readonly matched: number
}

/**
 * Gives for the weight of each rule what a run would be were it nothing, half, or double, and for the share of the mentees' view were it a tenth less
 * or more: how many mentees would have another mentor. Each is a run of its own with the same seed, so it takes that many times as long. The weight of
 * the mentees' own wishes is left out: from the difference one could tell whose wishes there are. Where nothing may wait so long, take
 * `weightSensitivitySteps`.
 *
 * @example
 * ```ts
 * import { type MatchInput, weightSensitivity } from '@mentoring-commons/mentoring'
 *
 * const input: MatchInput = {
 *   mentees: [{ personId: 'ada', trained: true, answers: {} }],
 *   mentors: [{ personId: 'mia', trained: true, places: 1, answers: {} }],
 *   policy: { version: '1', objective: 'most-matched', rules: [{ id: 'own list', kind: 'ranking', side: 'mentee', weight: 1 }], menteeShare: 1 },
 *   seed: 'spring',
 * }
 * const sensitivity = weightSensitivity(input)
 * 'value' in sensitivity && sensitivity.value.map(({ weight, to, changed }) => [weight, to, changed]) //=> [["own list", 0, 0], ["own list", 0.5, 0], ["own list", 2, 0], ["menteeShare", 0.9, 0]]
 * ```
 */
export function weightSensitivity(input: MatchInput): Result<readonly WeightChange[]> {
  const steps = weightSensitivitySteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same as `weightSensitivity`, in the steps of its runs, for `finishSteps`: whatever else the thread has to do has its turn between two of them.
 *
 * @example
 * ```ts
 * import { finishSteps, type MatchInput, weightSensitivity, weightSensitivitySteps } from '@mentoring-commons/mentoring'
 *
 * const policy = { version: '1', objective: 'most-matched' as const, rules: [], menteeShare: 0.5 }
 * const input: MatchInput = { mentees: [], mentors: [], policy, seed: 'spring' }
 * const pause = () => Promise.resolve()
 * const sensitivity = await finishSteps(weightSensitivitySteps(input), { pause })
 * JSON.stringify(sensitivity) === JSON.stringify(weightSensitivity(input)) //=> true
 * ```
 */
export function* weightSensitivitySteps(
  input: MatchInput,
): Generator<MatchProgress, Result<readonly WeightChange[]>, void> {
  const asIs = yield* matchSteps(input)
  if ('refusal' in asIs) return asIs
  const found: WeightChange[] = []
  for (const { weight, from, to, policy } of variants(input.policy)) {
    const other = yield* matchSteps({ ...input, policy })
    if ('refusal' in other) return other
    const menteeIds = changedBetween(asIs.value.run, other.value.run)
    found.push({ weight, from, to, changed: menteeIds.length, menteeIds, matched: other.value.run.pairs.length })
  }
  return { value: found }
}

interface Variant {
  readonly weight: string
  readonly from: number
  readonly to: number
  readonly policy: MatchPolicy
}

function variants(policy: MatchPolicy): readonly Variant[] {
  const ofRules = policy.rules.flatMap((rule) =>
    [0, rule.weight / 2, rule.weight * 2].map((to) => ({
      weight: rule.id,
      from: rule.weight,
      to,
      policy: { ...policy, rules: policy.rules.map((each) => (each.id === rule.id ? { ...each, weight: to } : each)) },
    })),
  )
  const shares = [policy.menteeShare - 0.1, policy.menteeShare + 0.1].filter((share) => share >= 0 && share <= 1)
  return [
    ...ofRules,
    ...shares.map((to) => ({
      weight: 'menteeShare',
      from: policy.menteeShare,
      to,
      policy: { ...policy, menteeShare: to },
    })),
  ]
}

function changedBetween(one: MatchRun, other: MatchRun): readonly string[] {
  const mentorOf = (run: MatchRun) => new Map(run.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]))
  const [before, after] = [mentorOf(one), mentorOf(other)]
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).sort()
}
