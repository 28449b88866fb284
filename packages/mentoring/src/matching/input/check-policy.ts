import { type Refusal, refuse } from '../../refusal.ts'
import {
  type MatchPolicy,
  matchObjectives,
  protectedCharacteristics,
  type ScoreRule,
  scoreRuleKinds,
} from './policy.ts'

const notUsable = (message: string, path: string): Refusal => refuse('match-policy-not-usable', message, path).refusal

const isShare = (value: number): boolean => value >= 0 && value <= 1
const isWeight = (value: number): boolean => Number.isFinite(value) && value >= 0

/** Gives why a policy cannot be matched by, and nothing for one that can. */
export function policyRefusal(policy: MatchPolicy): Refusal | undefined {
  const { version, objective, menteeShare, poorBelow, wishWeight, unranked } = policy
  if (typeof version !== 'string' || version.trim() === '')
    return notUsable('A run keeps the version of its policy: give it one.', 'policy.version')
  if (!Object.hasOwn(matchObjectives, objective))
    return notUsable(
      `${JSON.stringify(objective)} is no objective: name one of ${Object.keys(matchObjectives).join(', ')}.`,
      'policy.objective',
    )
  if (!isShare(menteeShare)) return notUsable(`${menteeShare} is no share: give 0 to 1.`, 'policy.menteeShare')
  if (poorBelow !== undefined && !isShare(poorBelow))
    return notUsable(`${poorBelow} is no score: give 0 to 1.`, 'policy.poorBelow')
  if (wishWeight !== undefined && !isWeight(wishWeight))
    return notUsable(`${wishWeight} is no weight: give a finite number from 0.`, 'policy.wishWeight')
  if (unranked !== undefined && unranked !== 'last' && unranked !== 'never')
    return notUsable(`${JSON.stringify(unranked)} is neither "last" nor "never": give one of them.`, 'policy.unranked')
  const ids = new Set<string>()
  for (const [at, rule] of policy.rules.entries()) {
    const refusal = ruleRefusal(rule, `policy.rules[${at}]`)
    if (refusal) return refusal
    if (ids.has(rule.id))
      return notUsable(
        `The rule id "${rule.id}" stands twice: give each rule one of its own.`,
        `policy.rules[${at}].id`,
      )
    ids.add(rule.id)
  }
  return undefined
}

function ruleRefusal(rule: ScoreRule, path: string): Refusal | undefined {
  if (typeof rule.id !== 'string' || rule.id.trim() === '')
    return notUsable('A rule has no id: give it one.', `${path}.id`)
  if (!scoreRuleKinds.includes(rule.kind))
    return notUsable(
      `${JSON.stringify(rule.kind)} is no kind: name one of ${scoreRuleKinds.join(', ')}.`,
      `${path}.kind`,
    )
  if (rule.side !== 'mentee' && rule.side !== 'mentor')
    return notUsable(`${JSON.stringify(rule.side)} is no side: give "mentee" or "mentor".`, `${path}.side`)
  if (!isWeight(rule.weight))
    return notUsable(`${rule.weight} is no weight: give a finite number from 0.`, `${path}.weight`)
  if (asksNothing(rule)) return undefined
  const { menteeQuestion, mentorQuestion } = rule
  for (const [key, question] of Object.entries({ menteeQuestion, mentorQuestion })) {
    if (typeof question !== 'string' || question.trim() === '')
      return notUsable('A rule asks no question: name one.', `${path}.${key}`)
    if (isProtected(question))
      return refuse(
        'protected-characteristic',
        `"${question}" is a protected characteristic: it may only come in as a mentee's own wish. Take the rule out.`,
        `${path}.${key}`,
      ).refusal
  }
  if (rule.kind !== 'near') return undefined
  if (!Number.isFinite(rule.ideal))
    return notUsable(`${rule.ideal} is no distance: give a finite number.`, `${path}.ideal`)
  if (!(Number.isFinite(rule.width) && rule.width > 0))
    return notUsable(`${rule.width} is no width: give a finite number above 0.`, `${path}.width`)
  return undefined
}

function asksNothing(rule: ScoreRule): rule is Extract<ScoreRule, { kind: 'ranking' | 'given' }> {
  return rule.kind === 'ranking' || rule.kind === 'given'
}

function isProtected(question: string): boolean {
  const words = question
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  return protectedCharacteristics.some((each) => {
    const name = each.split('-')
    return words.some((_, at) => name.every((word, index) => words[at + index] === word))
  })
}
