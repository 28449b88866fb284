import { codesIn, maskOf } from '../editions/code-index.ts'
import type { DimensionCode } from '../framework/code.ts'
import { asCount, isCountRule, type Rule } from '../framework/rule.ts'
import type { CriterionReading } from './claim.ts'
import { type Counted, evidenceFor } from './counted.ts'
import { lackOf, needOf } from './need.ts'

/** What is common to a criterion of an edition and a rule of an overlay. */
export interface Asked {
  readonly criterion: string
  readonly setBy: 'edition' | 'overlay'
  readonly title: string
  readonly rules: readonly Rule[]
}

/** Gives how the evidence stands against one criterion. */
export function readCriterion({ rules, ...asked }: Asked, counted: Counted): CriterionReading {
  const { index, covered } = counted
  const failing = rules.filter(isCountRule).filter((rule) => lackOf(needOf(index, rule), covered) > 0)
  const judged = rules.some((rule) => rule.kind === 'judgement')
  const open = (codes: readonly DimensionCode[]) => maskOf(index, codes) & ~covered
  let missing = 0
  for (const rule of failing) if (rule.kind === 'all-of') missing |= open(rule.codes)
  return {
    ...asked,
    answer: failing.length > 0 ? 'not-covered' : judged ? 'for-a-reviewer' : 'covered',
    reasons: rules.map((rule) => reasonOf(rule, counted)),
    missing: codesIn(index, missing),
    shortfalls: failing.flatMap((rule) =>
      rule.kind === 'at-least'
        ? [{ count: lackOf(needOf(index, rule), covered), from: codesIn(index, open(rule.from)) }]
        : [],
    ),
    judgements: rules.flatMap(judgementsOf),
    evidenceIds: evidenceFor(counted, maskOf(index, rules.flatMap(dimensionsNamed))).map(({ id }) => id),
  }
}

/** Gives the dimensions that a rule names. */
export function dimensionsNamed(rule: Rule): readonly DimensionCode[] {
  if (rule.kind === 'quality') return []
  return rule.kind === 'judgement' ? rule.bearsOn : asCount(rule).from
}

function judgementsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'quality') return [`whether it is ${rule.words.join(' and ')}`]
  return rule.kind === 'judgement' ? [`whether ${rule.about}`] : []
}

function reasonOf(rule: Rule, { index, counting, covered }: Counted): string {
  const isCovered = (code: DimensionCode) => (maskOf(index, [code]) & covered) !== 0
  const evidence = counting === 'confirmed' ? 'confirmed evidence' : 'evidence'
  switch (rule.kind) {
    case 'all-of': {
      const open = rule.codes.filter((code) => !isCovered(code))
      if (open.length === 0) return `There is ${evidence} for each of ${phrase(rule.codes)}.`
      return `There is no ${evidence} for ${phrase(open)}; each of ${phrase(rule.codes)} is asked for.`
    }
    case 'at-least': {
      const has = rule.from.filter(isCovered)
      const found = has.length === 0 ? 'none' : `${has.length} (${phrase(has)})`
      return `${rule.count} of ${phrase(rule.from)} are asked for; there is ${evidence} for ${found}.`
    }
    case 'quality':
      return `For a reviewer: ${judgementsOf(rule)[0]}. Counting does not show it.`
    case 'judgement': {
      const has = rule.bearsOn.filter(isCovered)
      const claimed = has.length === 0 ? `none of them is ${counting}` : `${counting} are ${phrase(has)}`
      const where = rule.bearsOn.length === 0 ? '' : ` It bears on ${phrase(rule.bearsOn)}; ${claimed}.`
      return `For a reviewer: whether ${rule.about}. No count answers this.${where}`
    }
  }
}

/** Codes without their edition, which the criterion already carries. */
function phrase(codes: readonly DimensionCode[]): string {
  return codes.map((code) => code.slice(code.indexOf(':') + 1)).join(', ')
}
