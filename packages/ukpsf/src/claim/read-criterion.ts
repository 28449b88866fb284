import type { Coverage } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { DimensionCode } from '../framework/code.ts'
import { asCount, type CountRule, holds, isCountRule, type Rule } from '../framework/rule.ts'
import type { CriterionReading, Shortfall } from './claim.ts'

/** What is common to a criterion of an edition and a rule of an overlay. */
export interface Asked {
  readonly criterion: string
  readonly setBy: 'edition' | 'overlay'
  readonly title: string
  readonly rules: readonly Rule[]
}

/** Gives how the evidence stands against one criterion. */
export function readCriterion(asked: Asked, coverage: Coverage, evidence: readonly Evidence[]): CriterionReading {
  const covered = new Set(
    coverage.dimensions.filter((entry) => entry.claimed.length > 0).map((entry) => entry.dimension),
  )
  const failing = asked.rules.filter(isCountRule).filter((rule) => !holds(rule, covered))
  const judged = asked.rules.some((rule) => rule.kind === 'judgement')
  const named = new Set(asked.rules.flatMap(codesOf))
  const claiming = new Set(
    coverage.dimensions.filter((entry) => named.has(entry.dimension)).flatMap((entry) => entry.claimed),
  )
  return {
    criterion: asked.criterion,
    setBy: asked.setBy,
    title: asked.title,
    answer: failing.length > 0 ? 'not-covered' : judged ? 'for-a-reviewer' : 'covered',
    reasons: asked.rules.map((rule) => reasonOf(rule, covered)),
    missing: inOrder(
      coverage,
      failing.flatMap((rule) => (rule.kind === 'all-of' ? lacking(rule.codes, covered) : [])),
    ),
    shortfalls: failing.flatMap((rule) => (rule.kind === 'at-least' ? [shortfallOf(rule, coverage, covered)] : [])),
    judgements: asked.rules.flatMap(judgementsOf),
    evidenceIds: evidence.filter((item) => claiming.has(item.id)).map((item) => item.id),
  }
}

type Covered = ReadonlySet<DimensionCode>

function lacking(codes: readonly DimensionCode[], covered: Covered): readonly DimensionCode[] {
  return codes.filter((code) => !covered.has(code))
}

function inOrder(coverage: Coverage, codes: readonly DimensionCode[]): readonly DimensionCode[] {
  return coverage.dimensions.map((entry) => entry.dimension).filter((code) => codes.includes(code))
}

function shortfallOf(rule: CountRule, coverage: Coverage, covered: Covered): Shortfall {
  const { count, from } = asCount(rule)
  const open = lacking(from, covered)
  return { count: count - (from.length - open.length), from: inOrder(coverage, open) }
}

function codesOf(rule: Rule): readonly DimensionCode[] {
  if (rule.kind === 'quality') return []
  return rule.kind === 'judgement' ? rule.bearsOn : asCount(rule).from
}

function judgementsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'quality') return [`whether it is ${rule.words.join(' and ')}`]
  return rule.kind === 'judgement' ? [`whether ${rule.about}`] : []
}

function reasonOf(rule: Rule, covered: Covered): string {
  switch (rule.kind) {
    case 'all-of': {
      const open = lacking(rule.codes, covered)
      if (open.length === 0) return `There is evidence for each of ${phrase(rule.codes)}.`
      return `There is no evidence for ${phrase(open)}; each of ${phrase(rule.codes)} is asked for.`
    }
    case 'at-least': {
      const has = rule.from.filter((code) => covered.has(code))
      const found = has.length === 0 ? 'none' : `${has.length} (${phrase(has)})`
      return `${rule.count} of ${phrase(rule.from)} are asked for; there is evidence for ${found}.`
    }
    case 'quality':
      return `For a reviewer: ${judgementsOf(rule)[0]}. Counting does not show it.`
    case 'judgement': {
      const has = rule.bearsOn.filter((code) => covered.has(code))
      const claimed = has.length === 0 ? 'none of them is claimed' : `claimed are ${phrase(has)}`
      const where = rule.bearsOn.length === 0 ? '' : ` It bears on ${phrase(rule.bearsOn)}; ${claimed}.`
      return `For a reviewer: whether ${rule.about}. No count answers this.${where}`
    }
  }
}

/** Codes without their edition, which the criterion already carries. */
function phrase(codes: readonly DimensionCode[]): string {
  return codes.map((code) => code.slice(code.indexOf(':') + 1)).join(', ')
}
