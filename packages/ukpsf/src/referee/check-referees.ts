import { type Category, holdsAtLeast } from '../fellowship/category.ts'
import { yearsBefore } from '../iso-date.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { RefereeCondition, RefereePolicy } from './referee-policy.ts'

/** What must be known of somebody who is named as a referee. */
export interface RefereeFacts {
  readonly personId: string
  readonly holds: Category | 'none'
  /** The last day on which the two worked together, `YYYY-MM-DD`; left out where they never did. */
  readonly workedTogetherUntil?: string
  readonly observedPractice: boolean
}

/** What must be known of a claim to say who may be its referee. */
export interface RefereedClaim {
  readonly applicantId: string
  readonly category: Category
  /** Everybody who is or ever was a mentor of the applicant. */
  readonly mentorIds: readonly string[]
  /** The day of the claim, from which years are reckoned back. */
  readonly on: string
}

/**
 * Gives back the referees of a claim when they may be its referees together, or the first rule that they break. Refuses
 * `wrong-count`, `duplicate-person` and `ineligible-referee`; the path is the place in the list.
 *
 * @example
 * ```ts
 * import { checkReferees } from '@mentoring-commons/ukpsf/review'
 * const claim = { applicantId: 'ada', category: 'fellow', mentorIds: ['mia'], on: '2026-11-24' } as const
 * const mentor = { personId: 'mia', holds: 'senior', observedPractice: true } as const
 * const rules = [{ of: 'each', condition: { kind: 'not-the-mentor' } }] as const
 * checkReferees({ count: 1, rules }, claim, [mentor]).refusal?.code //=> "ineligible-referee"
 * checkReferees({ count: 2, rules }, claim, [mentor]).refusal?.code //=> "wrong-count"
 * ```
 */
export function checkReferees(
  policy: RefereePolicy,
  claim: RefereedClaim,
  referees: readonly RefereeFacts[],
): Result<readonly RefereeFacts[]> {
  if (referees.length !== policy.count) {
    return refuse('wrong-count', `The claim names ${referees.length} referees and needs ${policy.count}.`)
  }
  for (const [index, referee] of referees.entries()) {
    const refusal = refuseOne(policy, claim, referee, `[${index}]`)
    if (refusal) return { refusal }
    if (referees.findIndex((other) => other.personId === referee.personId) === index) continue
    const text = `'${referee.personId}' is named twice. Name somebody else in the second place.`
    return refuse('duplicate-person', text, `[${index}]`)
  }
  const unmet = policy.rules.find(
    ({ of, condition }) => of === 'at-least-one' && !referees.some((referee) => fulfils(condition, claim, referee)),
  )
  if (unmet === undefined) return { value: referees }
  const text = `None of the referees ${wording(unmet.condition, claim)}; one at least must. Name one who does.`
  return refuse('ineligible-referee', text)
}

function refuseOne(
  policy: RefereePolicy,
  claim: RefereedClaim,
  referee: RefereeFacts,
  path: string,
): Refusal | undefined {
  const who = `'${referee.personId}'`
  if (referee.personId === claim.applicantId) {
    const text = `${who} is the applicant, and nobody is their own referee. Name somebody else.`
    return refuse('ineligible-referee', text, path).refusal
  }
  const broken = policy.rules.find(({ of, condition }) => of === 'each' && !fulfils(condition, claim, referee))
  if (broken === undefined) return undefined
  const text = `${who} is not somebody who ${wording(broken.condition, claim)} (rule '${broken.condition.kind}'). Name somebody else.`
  return refuse('ineligible-referee', text, path).refusal
}

function fulfils(condition: RefereeCondition, claim: RefereedClaim, referee: RefereeFacts): boolean {
  switch (condition.kind) {
    case 'holds-category':
      return holdsAtLeast(referee.holds, condition.category === 'claimed' ? claim.category : condition.category)
    case 'worked-together':
      return (
        referee.workedTogetherUntil !== undefined &&
        referee.workedTogetherUntil >= yearsBefore(claim.on, condition.withinYears)
      )
    case 'not-the-mentor':
      return !claim.mentorIds.includes(referee.personId)
    case 'observed-practice':
      return referee.observedPractice
  }
}

function wording(condition: RefereeCondition, claim: RefereedClaim): string {
  switch (condition.kind) {
    case 'holds-category':
      return `holds ${condition.category === 'claimed' ? claim.category : condition.category} or a later category`
    case 'worked-together':
      return `worked with the applicant in the ${condition.withinYears} years before ${claim.on}`
    case 'not-the-mentor':
      return 'never was a mentor of the applicant'
    case 'observed-practice':
      return 'has observed the practice of the applicant'
  }
}
