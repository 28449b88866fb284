import { dimensionCodes, editionById } from '../editions/catalogue.ts'
import { parseCodes } from '../editions/parse-codes.ts'
import { parseDescriptor } from '../editions/parse-descriptor.ts'
import type { DescriptorCode, DimensionCode } from '../framework/code.ts'
import { type Descriptor, formatDescriptor } from '../framework/descriptor.ts'
import { asCount, type CountRule, holds, isCountRule } from '../framework/rule.ts'
import { type Result, refuse } from '../refusal.ts'
import { combinations } from './combinations.ts'

/** One thing an institution asks for beyond the edition. */
export interface OverlayRule {
  /** Qualified; the rule's codes are of the same edition. */
  readonly descriptor: DescriptorCode
  readonly title: string
  readonly rule: CountRule
}

/** An institution's own rules: a layer on the editions' rules, which all stay in force. */
export interface Overlay {
  readonly id: string
  readonly institution: string
  /** They apply to the descriptor each names; claims for other descriptors are not touched. */
  readonly rules: readonly OverlayRule[]
}

/**
 * Gives an overlay whose rules all hold together with the edition's. A rule may ask for more than the edition, or repeat one
 * of its rules; a rule that asks for less is refused as `overlay-loosens`, since it would only mislead. Refuses also
 * `empty-text`, `impossible-rule`, `mixed-editions` and what `parseDimension` and `parseDescriptor` refuse, with the path.
 *
 * @example
 * ```ts
 * import { defineOverlay } from '@mentoring-commons/ukpsf'
 * const tighter = defineOverlay({
 *   id: 'example',
 *   institution: 'Example University',
 *   rules: [{ descriptor: 'psf-2023:D1', title: 'Teaching', rule: { kind: 'all-of', codes: ['psf-2023:A2'] } }],
 * })
 * tighter.value?.id //=> "example"
 * const looser = defineOverlay({
 *   id: 'example',
 *   institution: 'Example University',
 *   rules: [{ descriptor: 'psf-2023:D1', title: 'One value', rule: { kind: 'all-of', codes: ['psf-2023:V1'] } }],
 * })
 * looser.refusal?.code //=> "overlay-loosens"
 * ```
 */
export function defineOverlay(input: Overlay): Result<Overlay> {
  for (const field of ['id', 'institution'] as const) {
    if (typeof input[field] === 'string' && input[field].trim() !== '') continue
    return refuse('empty-text', `An overlay needs a ${field} that is not empty; got '${input[field]}'.`, field)
  }
  const rules: OverlayRule[] = []
  for (const [index, rule] of input.rules.entries()) {
    const sound = defineRule(rule, `rules[${index}]`)
    if (sound.refusal) return sound
    rules.push(sound.value)
  }
  return { value: { ...input, rules } }
}

function defineRule(input: OverlayRule, path: string): Result<OverlayRule> {
  const descriptor = parseDescriptor(input.descriptor)
  if (descriptor.refusal) return { refusal: { ...descriptor.refusal, path: `${path}.descriptor` } }
  if (typeof input.title !== 'string' || input.title.trim() === '') {
    return refuse('empty-text', 'A rule of an overlay needs a title that is not empty.', `${path}.title`)
  }
  if (input.rule.kind !== 'all-of' && input.rule.kind !== 'at-least') {
    const { kind } = input.rule as { readonly kind: unknown }
    return refuse('impossible-rule', `An overlay counts with 'all-of' or 'at-least', not '${kind}'.`, `${path}.rule`)
  }
  const list = input.rule.kind === 'all-of' ? 'codes' : 'from'
  const codes = parseCodes(asCount(input.rule).from, `${path}.rule.${list}`, descriptor.value.edition)
  if (codes.refusal) return codes
  const rule = withCodes(input.rule, codes.value)
  const { count, from } = asCount(rule)
  if (!Number.isInteger(count) || count < 1 || count > from.length) {
    return refuse(
      'impossible-rule',
      `A rule cannot ask for ${count} of ${from.length} dimensions. Ask for a whole number from 1 up to how many it names.`,
      `${path}.rule`,
    )
  }
  const name = formatDescriptor(descriptor.value)
  if (isWeaker(rule, descriptor.value)) {
    return refuse(
      'overlay-loosens',
      `${count} of ${from.join(', ')} is less than ${name} already asks for, and an overlay may only tighten. Ask for more, or leave the rule out.`,
      `${path}.rule`,
    )
  }
  return { value: { ...input, descriptor: name, rule } }
}

function withCodes(rule: CountRule, codes: readonly DimensionCode[]): CountRule {
  return rule.kind === 'all-of' ? { ...rule, codes } : { ...rule, from: codes }
}

/** A rule is weaker when whoever satisfies the edition satisfies it too, and it is not simply one of the edition's rules. */
function isWeaker(rule: CountRule, descriptor: Descriptor): boolean {
  const national = descriptor.criteria.flatMap((criterion) => criterion.rules).filter(isCountRule)
  if (national.some((other) => isSame(other, rule))) return false
  const edition = editionById(descriptor.edition)
  const all = edition.value === undefined ? [] : dimensionCodes(edition.value)
  const { count, from } = asCount(rule)
  const outside = all.filter((code) => !from.includes(code))
  // The largest sets that break the rule lack all but `count - 1` of its codes. If one of them satisfies the edition, the
  // rule adds something; rules only ever gain from more evidence, so smaller sets need not be tried.
  for (const kept of combinations(from, count - 1)) {
    const covered = new Set([...outside, ...kept])
    if (national.every((other) => holds(other, covered))) return false
  }
  return true
}

function isSame(one: CountRule, other: CountRule): boolean {
  const [a, b] = [asCount(one), asCount(other)]
  return a.count === b.count && a.from.length === b.from.length && a.from.every((code) => b.from.includes(code))
}
