import { type Category, categories } from '../fellowship/category.ts'
import { type Result, refuse } from '../refusal.ts'

/** Something that can be asked of a referee. */
export type RefereeCondition =
  /** Holds at least this category, or the one that is claimed. */
  | { readonly kind: 'holds-category'; readonly category: Category | 'claimed' }
  /** Has worked with the applicant at some time in so many years before the claim. */
  | { readonly kind: 'worked-together'; readonly withinYears: number }
  /** Is not, and never was, a mentor of the applicant. */
  | { readonly kind: 'not-the-mentor' }
  /** Has observed the applicant's practice. */
  | { readonly kind: 'observed-practice' }

/** A condition, and how many referees it is asked of: each one, or one at least among them. */
export interface RefereeRule {
  readonly of: 'each' | 'at-least-one'
  readonly condition: RefereeCondition
}

/** How many referees a claim needs, and who may be one. That nobody is their own referee needs no rule: it always holds. */
export interface RefereePolicy {
  /** Exactly so many; 0 where none is asked. */
  readonly count: number
  readonly rules: readonly RefereeRule[]
}

/**
 * Gives a policy for referees, or why it cannot work. Published practices differ, on the count too, so nothing here is a
 * default. Refuses `impossible-policy`.
 *
 * @example
 * ```ts
 * import { defineRefereePolicy } from '@mentoring-commons/ukpsf/review'
 * const rules = [{ of: 'at-least-one', condition: { kind: 'observed-practice' } }] as const
 * defineRefereePolicy({ count: 2, rules }).value?.count //=> 2
 * defineRefereePolicy({ count: 0, rules }).refusal?.code //=> "impossible-policy"
 * ```
 */
export function defineRefereePolicy(input: RefereePolicy): Result<RefereePolicy> {
  if (!Number.isInteger(input?.count) || input.count < 0 || input.count > 9) {
    const text = `A claim cannot have ${String(input?.count)} referees. Ask for 0 to 9.`
    return refuse('impossible-policy', text, 'count')
  }
  if (!Array.isArray(input.rules)) {
    return refuse('impossible-policy', 'The rules for referees are not a list. Give one, which may be empty.', 'rules')
  }
  for (const [index, rule] of input.rules.entries()) {
    const wrong = whatIsWrong(rule, input.count)
    if (wrong !== undefined) return refuse('impossible-policy', wrong, `rules[${index}]`)
  }
  return { value: { count: input.count, rules: input.rules } }
}

function whatIsWrong(rule: RefereeRule, count: number): string | undefined {
  if (rule?.of !== 'each' && rule?.of !== 'at-least-one') {
    return `A rule is asked of '${String(rule?.of)}'. Ask it of 'each' or of 'at-least-one'.`
  }
  if (rule.of === 'at-least-one' && count === 0) {
    return 'One referee at least must fulfil a rule, and none is asked for. Ask for a referee, or drop the rule.'
  }
  const condition: RefereeCondition | undefined = rule.condition
  switch (condition?.kind) {
    case 'holds-category':
      if (condition.category === 'claimed' || categories.includes(condition.category)) return undefined
      return `'${String(condition.category)}' is no category. Write 'claimed' or one of ${categories.join(', ')}.`
    case 'worked-together':
      if (Number.isInteger(condition.withinYears) && condition.withinYears >= 1 && condition.withinYears <= 50) {
        return undefined
      }
      return `${String(condition.withinYears)} is no number of years to look back. Give 1 to 50.`
    case 'not-the-mentor':
    case 'observed-practice':
      return undefined
    default:
      return `There is no condition '${String((condition as { kind?: unknown } | undefined)?.kind)}' for referees.`
  }
}
