import { codesIn, indexEdition } from '../editions/code-index.ts'
import { parseDescriptorIn } from '../editions/parse-descriptor-in.ts'
import { readCodes } from '../editions/read-codes.ts'
import { refuseNumber, refuseText } from '../evidence/refuse-text.ts'
import { type Descriptor, formatDescriptor } from '../framework/descriptor.ts'
import type { Edition } from '../framework/edition.ts'
import { asCount, type CountRule } from '../framework/rule.ts'
import { type Result, refuse } from '../refusal.ts'
import { isWeaker } from './is-weaker.ts'
import {
  markSound,
  type Overlay,
  type OverlayRecency,
  type OverlayRule,
  type SoundOverlay,
  type WordLimit,
} from './overlay.ts'

/** Gives the edition in which the descriptor that a text names is to be read. */
export type EditionReader = (descriptor: string) => Result<Edition>

/** Gives an overlay gone through, each of its parts in the edition that `read` gives. */
export function soundOverlay(input: Overlay, read: EditionReader): Result<SoundOverlay> {
  for (const field of ['id', 'institution'] as const) {
    const refusal = refuseText(input[field], field)
    if (refusal) return { refusal }
  }
  const rules = each(input.rules, 'rules', read, soundRule)
  if (rules.refusal) return rules
  const wordLimits = each(input.wordLimits ?? [], 'wordLimits', read, soundLimit)
  if (wordLimits.refusal) return wordLimits
  const recency = each(input.recency ?? [], 'recency', read, soundRecency)
  if (recency.refusal) return recency
  const names = recency.value.map(({ descriptor }) => descriptor)
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at)
  if (twice >= 0) {
    const message = `The overlay gives two windows for ${names[twice]}. Keep one.`
    return refuse('duplicate-recency', message, `recency[${twice}]`)
  }
  return {
    value: markSound({
      ...input,
      rules: rules.value,
      ...(input.wordLimits === undefined ? {} : { wordLimits: wordLimits.value }),
      ...(input.recency === undefined ? {} : { recency: recency.value }),
    }),
  }
}

type Reader<T> = (input: T, edition: Edition, descriptor: Descriptor) => Result<T>

function each<T extends { readonly descriptor: string }>(
  all: readonly T[],
  list: string,
  read: EditionReader,
  sound: Reader<T>,
): Result<readonly T[]> {
  if (!Array.isArray(all)) throw new TypeError(`${list} of an overlay must be a list; got ${String(all)}`)
  const values: T[] = []
  for (const [at, input] of (all as readonly T[]).entries()) {
    const edition = read(input.descriptor)
    const descriptor = edition.refusal ? edition : parseDescriptorIn(edition.value, input.descriptor)
    const one = edition.refusal
      ? edition
      : descriptor.refusal
        ? descriptor
        : sound({ ...input, descriptor: formatDescriptor(descriptor.value) }, edition.value, descriptor.value)
    if (one.refusal) {
      const inner = one.refusal.path ?? 'descriptor'
      return { refusal: { ...one.refusal, path: `${list}[${at}].${inner}` } }
    }
    values.push(one.value)
  }
  return { value: values }
}

const soundRule: Reader<OverlayRule> = (input, edition, descriptor) => {
  const refusal = refuseText(input.title, 'title')
  if (refusal) return { refusal }
  if (input.rule.kind !== 'all-of' && input.rule.kind !== 'at-least') {
    const { kind } = input.rule as { readonly kind: unknown }
    return refuse('impossible-rule', `An overlay counts with 'all-of' or 'at-least', not '${kind}'.`, 'rule')
  }
  const index = indexEdition(edition)
  const list = input.rule.kind === 'all-of' ? 'codes' : 'from'
  const mask = readCodes(index, asCount(input.rule).from, `rule.${list}`)
  if (mask.refusal) return mask
  const codes = codesIn(index, mask.value)
  const rule: CountRule = input.rule.kind === 'all-of' ? { ...input.rule, codes } : { ...input.rule, from: codes }
  const { count, from } = asCount(rule)
  if (!Number.isInteger(count) || count < 1 || count > from.length) {
    return refuse(
      'impossible-rule',
      `A rule cannot ask for ${count} of ${from.length} dimensions. Ask for a whole number from 1 up to how many it names.`,
      'rule',
    )
  }
  if (isWeaker(rule, descriptor, edition)) {
    return refuse(
      'overlay-loosens',
      `${count} of ${from.join(', ')} is less than ${input.descriptor} already asks for, and an overlay may only tighten. Ask for more, or leave the rule out.`,
      'rule',
    )
  }
  return { value: { ...input, rule } }
}

const soundLimit: Reader<WordLimit> = (input, edition, { criteria }) => {
  const refusal =
    refuseText(input.source, 'source') ?? refuseNumber(input.wordsMax, 1, Number.POSITIVE_INFINITY, 'wordsMax')
  if (refusal) return { refusal }
  if (input.criterion === undefined) return { value: input }
  const criterion = criteria.find(({ code }) => `${edition.id}:${code}` === input.criterion)
  if (criterion === undefined) {
    const names = criteria.map(({ code }) => `${edition.id}:${code}`).join(', ')
    const message = `${input.descriptor} has no criterion '${input.criterion}'. It has ${names}.`
    return refuse('unknown-code', message, 'criterion')
  }
  const named = criterion.rules.some(
    (rule) => rule.kind !== 'quality' && (rule.kind !== 'judgement' || rule.bearsOn.length > 0),
  )
  if (named) return { value: input }
  const message = `${input.criterion} names no dimension, so no account can be told to belong to it. Limit the whole instead.`
  return refuse('impossible-rule', message, 'criterion')
}

const soundRecency: Reader<OverlayRecency> = (input) => {
  const { source, yearsMax } = input
  const refusal =
    refuseText(source, 'source') ?? (yearsMax === 'none' ? undefined : refuseNumber(yearsMax, 1, 99, 'yearsMax'))
  return refusal ? { refusal } : { value: input }
}
