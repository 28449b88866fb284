import { indexEdition, sizeOf } from '../editions/code-index.ts'
import type { Descriptor } from '../framework/descriptor.ts'
import type { Edition } from '../framework/edition.ts'
import { type CountRule, isCountRule } from '../framework/rule.ts'
import { needOf, needsAfter } from './need.ts'
import { smallestSet } from './smallest-set.ts'

/**
 * Says whether a rule asks for less than a descriptor does: whoever satisfies the descriptor's counts satisfies it too, and it
 * is not simply one of them.
 */
export function isWeaker(rule: CountRule, descriptor: Descriptor, edition: Edition): boolean {
  const index = indexEdition(edition)
  const national = descriptor.criteria
    .flatMap((criterion) => criterion.rules)
    .filter(isCountRule)
    .map((other) => needOf(index, other))
  const { mask, count } = needOf(index, rule)
  if (national.some((other) => other.mask === mask && other.count === count)) return false
  // With everything outside the rule there, the rule is broken by a set that satisfies the descriptor exactly when fewer of
  // the rule's own dimensions are enough for the descriptor than the rule asks for.
  const enough = smallestSet(needsAfter(national, ~mask))
  return enough === undefined || sizeOf(enough) >= count
}
