import type { RefusalCode, Result } from '../refusal.ts'
import type { Choice, Instrument, Item, Scale, Subscale } from './instrument.ts'
import { isKey } from './is-key.ts'
import { textPlaces } from './wording.ts'

type Path = readonly (string | number)[]
type Problem = { readonly code: RefusalCode; readonly message: string; readonly path: Path } | undefined

/**
 * An instrument whose parts are known to agree: keys in kebab-case and unique, scales rising, subscales of items on one scale, a missing
 * policy that can be met, translations without a gap.
 *
 * Refused with the place that is wrong, so that the data of an institution can be corrected.
 *
 * @example
 * ```ts
 * import { defineInstrument, experienceOfMentoring } from '@mentoring-commons/reporting/surveys'
 *
 * 'value' in defineInstrument(experienceOfMentoring) //=> true
 * const wrong = defineInstrument({ ...experienceOfMentoring, items: [] })
 * 'refusal' in wrong && wrong.refusal.code //=> "instrument-incomplete"
 * ```
 */
export function defineInstrument(draft: Instrument): Result<Instrument> {
  const problem =
    incomplete(draft) ??
    keysProblem(draft) ??
    first(draft.scales, (scale, at) => scaleProblem(scale, ['scales', at])) ??
    first(draft.items, (item, at) => itemProblem(draft, item, ['items', at])) ??
    first(draft.subscales, (subscale, at) => subscaleProblem(draft, subscale, ['subscales', at])) ??
    translationProblem(draft)
  return problem === undefined ? { value: draft } : { refusal: problem }
}

function incomplete(draft: Instrument): Problem {
  const { title, version, language, licence } = draft
  const texts = { title, version, language, 'licence.name': licence.name, 'licence.holder': licence.holder }
  const all = { ...texts, 'licence.source': licence.source }
  const lacking = Object.entries(all).find(([, text]) => text.trim() === '')
  if (lacking)
    return no('instrument-incomplete', `The instrument has no ${lacking[0]}. Give one.`, lacking[0].split('.'))
  if (draft.items.length === 0)
    return no('instrument-incomplete', 'The instrument asks nothing. Give it at least one item.', ['items'])
  return undefined
}

function keysProblem({ key, scales, items, subscales }: Instrument): Problem {
  if (!isKey(key)) return notAKey(key, ['key'])
  return (
    keysIn(
      scales.map((one) => one.key),
      'scales',
    ) ??
    keysIn(
      items.map((one) => one.key),
      'items',
    ) ??
    keysIn(
      subscales.map((one) => one.key),
      'subscales',
    )
  )
}

function keysIn(keys: readonly string[], where: string): Problem {
  return first(keys, (key, at) =>
    !isKey(key)
      ? notAKey(key, [where, at, 'key'])
      : keys.indexOf(key) < at
        ? no('survey-key-wrong', `Two ${where} have the key "${key}". Rename one.`, [where, at, 'key'])
        : undefined,
  )
}

function notAKey(key: string, path: Path): Problem {
  return no('survey-key-wrong', `"${key}" is no key. Write small letters, digits and single hyphens.`, path)
}

function scaleProblem({ key, points }: Scale, path: Path): Problem {
  if (points.length < 2) return no('scale-wrong', `The scale "${key}" needs at least two points.`, [...path, 'points'])
  const falls = points.findIndex(
    ({ value }, at) => !Number.isFinite(value) || (at > 0 && value <= (points[at - 1]?.value ?? 0)),
  )
  if (falls >= 0)
    return no(
      'scale-wrong',
      `Point ${falls + 1} of the scale "${key}" is not above the one before. Order the points by value.`,
      [...path, 'points', falls],
    )
  return choicesProblem(points, [...path, 'points'])
}

function itemProblem({ scales }: Instrument, item: Item, path: Path): Problem {
  if (item.label.trim() === '')
    return no('instrument-incomplete', `The item "${item.key}" has no label. Give one.`, [...path, 'label'])
  if (item.kind === 'scale')
    return scales.some(({ key }) => key === item.scale)
      ? undefined
      : no('scale-wrong', `The item "${item.key}" names the scale "${item.scale}", which is not there. Declare it.`, [
          ...path,
          'scale',
        ])
  if (item.kind === 'number')
    return Number.isFinite(item.min) && Number.isFinite(item.max) && item.min < item.max
      ? undefined
      : no('scale-wrong', `The item "${item.key}" goes from ${item.min} to ${item.max}. Let min be below max.`, path)
  if (item.choices.length === 0)
    return no('choices-wrong', `The item "${item.key}" has no choice. Give at least one.`, [...path, 'choices'])
  return choicesProblem(item.choices, [...path, 'choices'])
}

function choicesProblem(choices: readonly Choice[], path: Path): Problem {
  return first(choices, ({ code, label }, at) => {
    if (!isKey(code)) return notAKey(code, [...path, at, 'code'])
    if (label.trim() === '') return no('choices-wrong', `The choice "${code}" has no label. Give one.`, [...path, at])
    const before = choices.slice(0, at)
    return before.some((one) => one.code === code || one.label === label)
      ? no('choices-wrong', `The choice "${code}" has the code or the label of another. Tell them apart.`, [
          ...path,
          at,
        ])
      : undefined
  })
}

function subscaleProblem({ items }: Instrument, subscale: Subscale, path: Path): Problem {
  const { key, missing, rule } = subscale
  const size = subscale.items.length
  if (size === 0 || new Set(subscale.items).size < size)
    return no('subscale-wrong', `The subscale "${key}" has no item, or one twice. List each once.`, [...path, 'items'])
  const scalesOf = subscale.items.map((name) => {
    const item = items.find((one) => one.key === name)
    return item?.kind === 'scale' ? item.scale : undefined
  })
  if (scalesOf.includes(undefined) || new Set(scalesOf).size > 1)
    return no(
      'subscale-wrong',
      `The subscale "${key}" takes items on one scale; some of ${subscale.items.join(', ')} are not. Take those apart.`,
      [...path, 'items'],
    )
  if (missing.kind === 'none' && rule === 'sum')
    return no(
      'missing-policy-wrong',
      `The subscale "${key}" is a sum, in which a missing answer would count as 0. Ask for complete or prorated, or take the mean.`,
      [...path, 'missing'],
    )
  if (
    missing.kind === 'prorated' &&
    !(Number.isInteger(missing.atLeast) && missing.atLeast >= 1 && missing.atLeast <= size)
  )
    return no(
      'missing-policy-wrong',
      `The subscale "${key}" asks for ${missing.atLeast} of ${size} answers. Ask for a whole number from 1 to ${size}.`,
      [...path, 'missing', 'atLeast'],
    )
  return undefined
}

function translationProblem(draft: Instrument): Problem {
  const places = textPlaces(draft)
  return first(draft.translations ?? [], ({ language, labels }, at) => {
    const gap = places.find(({ place }) => (labels[place] ?? '').trim() === '')
    if (gap === undefined) return undefined
    return no(
      'translation-incomplete',
      `The translation into "${language}" has nothing for ${gap.place} ("${gap.text}"). Give every label or leave the translation out.`,
      ['translations', at, 'labels', gap.place],
    )
  })
}

function first<T>(all: readonly T[], problemOf: (one: T, at: number) => Problem): Problem {
  for (const [at, one] of all.entries()) {
    const problem = problemOf(one, at)
    if (problem !== undefined) return problem
  }
  return undefined
}

function no(code: RefusalCode, message: string, path: Path): Problem {
  return { code, message, path }
}
