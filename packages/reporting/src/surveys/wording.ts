import { choicesOf, type Instrument } from './instrument.ts'

/** A place of an instrument that has a text, and that text in its own language. */
export interface TextPlace {
  readonly place: string
  readonly text: string
}

/**
 * The places of an instrument that have a text: `title`, `item.KEY`, `item.KEY.CODE` for its own choices, `scale.KEY.CODE`, `subscale.KEY`.
 * A translation has a label for each.
 *
 * @example
 * ```ts
 * import { experienceOfMentoring, textPlaces } from '@mentoring-commons/reporting/surveys'
 *
 * textPlaces(experienceOfMentoring)[0]?.place //=> "title"
 * ```
 */
export function textPlaces({ title, items, scales, subscales }: Instrument): readonly TextPlace[] {
  return [
    { place: 'title', text: title },
    ...scales.flatMap(({ key, points }) =>
      points.map(({ code, label }) => ({ place: `scale.${key}.${code}`, text: label })),
    ),
    ...items.flatMap((item) => [
      { place: `item.${item.key}`, text: item.label },
      ...('choices' in item
        ? item.choices.map(({ code, label }) => ({ place: `item.${item.key}.${code}`, text: label }))
        : []),
    ]),
    ...subscales.map(({ key, label }) => ({ place: `subscale.${key}`, text: label })),
  ]
}

/** An item as a reader sees it. */
export interface WordedItem {
  readonly key: string
  readonly label: string
  readonly choices: readonly { readonly code: string; readonly label: string }[]
}

/** An instrument in one language. `language` is the one that it came out in. */
export interface Wording {
  readonly language: string
  readonly title: string
  readonly items: readonly WordedItem[]
}

/**
 * An instrument in a language; in its own where it has no such translation, as the answer's `language` then says.
 *
 * @example
 * ```ts
 * import { experienceOfMentoring, wordingOf } from '@mentoring-commons/reporting/surveys'
 *
 * wordingOf(experienceOfMentoring, 'cy').title //=> "Profiad o fentora"
 * wordingOf(experienceOfMentoring, 'fr').language //=> "en"
 * ```
 */
export function wordingOf(instrument: Instrument, language: string): Wording {
  const translation = instrument.translations?.find((one) => one.language === language)
  const say = (place: string, own: string) => translation?.labels[place] ?? own
  return {
    language: translation?.language ?? instrument.language,
    title: say('title', instrument.title),
    items: instrument.items.map((item) => {
      const under = item.kind === 'scale' ? `scale.${item.scale}` : `item.${item.key}`
      return {
        key: item.key,
        label: say(`item.${item.key}`, item.label),
        choices: choicesOf(instrument, item.key).map(({ code, label }) => ({
          code,
          label: say(`${under}.${code}`, label),
        })),
      }
    }),
  }
}
