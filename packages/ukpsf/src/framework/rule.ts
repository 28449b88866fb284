import type { DimensionCode } from './code.ts'

/** Every one of these dimensions needs evidence. */
export interface AllOf {
  readonly kind: 'all-of'
  readonly codes: readonly DimensionCode[]
}

/** So many of these dimensions need evidence, whichever they are. */
export interface AtLeast {
  readonly kind: 'at-least'
  readonly count: number
  readonly from: readonly DimensionCode[]
}

/** A rule that can be answered by counting which dimensions have evidence. */
export type CountRule = AllOf | AtLeast

/** How good the counted evidence must be. It stays open beside a count, whatever the count says. */
export interface Quality {
  readonly kind: 'quality'
  /** The words a reviewer weighs, such as `effective`. */
  readonly words: readonly string[]
}

/** Something no count can answer, not even in part. It leaves its criterion to a reviewer. */
export interface Judgement {
  readonly kind: 'judgement'
  /** What is to be judged, in this package's own words; it reads on after "whether". */
  readonly about: string
  /** The dimensions whose evidence a reviewer will look at first; empty where the edition names none. */
  readonly bearsOn: readonly DimensionCode[]
}

/** One part of a criterion. */
export type Rule = CountRule | Quality | Judgement

/** Says whether a rule can be answered by counting. */
export function isCountRule(rule: Rule): rule is CountRule {
  return rule.kind === 'all-of' || rule.kind === 'at-least'
}

/** Gives a count rule in one form: how many of which dimensions. */
export function asCount(rule: CountRule): { readonly count: number; readonly from: readonly DimensionCode[] } {
  return rule.kind === 'all-of' ? { count: rule.codes.length, from: rule.codes } : rule
}

/** Says whether a set of dimensions with evidence is enough for a count rule. */
export function holds(rule: CountRule, covered: ReadonlySet<DimensionCode>): boolean {
  const { count, from } = asCount(rule)
  return from.filter((code) => covered.has(code)).length >= count
}
