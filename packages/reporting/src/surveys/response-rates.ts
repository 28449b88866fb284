import type { RefusalCode, Result } from '../refusal.ts'

/** What came back of a wave: nothing of what was answered, only how much. */
export interface WaveReturns {
  readonly wave: string
  /** How many were asked. */
  readonly invited: number
  /** How many took back what they had answered. */
  readonly withdrawn: number
  /** Who answered, by pseudonym, and how many items. */
  readonly returns: readonly { readonly pseudonym: string; readonly answered: number }[]
}

/** A part of a whole, or the reason why there is none to tell. */
export type Share =
  | { readonly share: number; readonly of: number }
  | { readonly none: 'nobody-invited' | 'nobody-answered' }

/** The response to one wave. The parts make up the invited: answered, withdrawn, and outstanding. */
export interface WaveRate {
  readonly wave: string
  readonly invited: number
  readonly answered: number
  /** Those of the answered who answered every item. */
  readonly complete: number
  readonly withdrawn: number
  readonly outstanding: number
  /** Answered among invited. */
  readonly rate: Share
}

/** What became of the respondents of a wave in a later one. */
export interface WavePair {
  readonly from: string
  readonly to: string
  /** How many answered the first, the second, and both: the n of whatever compares the two. */
  readonly answeredFrom: number
  readonly answeredTo: number
  readonly paired: number
  /** Answered the first and not the second; answered the second and not the first. */
  readonly lost: number
  readonly joined: number
  /** Lost among those who answered the first. */
  readonly attrition: Share
}

/** How many respondents answered exactly these waves. */
export interface WavePattern {
  readonly answered: readonly string[]
  readonly respondents: number
}

/** Response and attrition of a survey, for whoever reads anything else of it. */
export interface ResponseRates {
  readonly waves: readonly WaveRate[]
  readonly pairs: readonly WavePair[]
  /** The missing-by-wave table: every pattern that occurs, the most complete first. */
  readonly patterns: readonly WavePattern[]
}

/**
 * Response rate of each wave, attrition between each two, and which waves are missing together. `items` is how many items there are to answer.
 *
 * Refused: one respondent twice in a wave, and more answers than people who were asked. A share of nobody is no number but a reason.
 *
 * @example
 * ```ts
 * import { responseRates } from '@mentoring-commons/reporting/surveys'
 *
 * const returned = (...names: string[]) => names.map((pseudonym) => ({ pseudonym, answered: 9 }))
 * const rates = responseRates(9, [
 *   { wave: 'baseline', invited: 4, withdrawn: 1, returns: returned('a', 'b') },
 *   { wave: 'end', invited: 3, withdrawn: 0, returns: returned('b') },
 * ])
 * if ('refusal' in rates) throw new Error(rates.refusal.message)
 * rates.value.waves[0]?.rate //=> { "share": 0.5, "of": 4 }
 * rates.value.pairs[0]?.paired //=> 1
 * rates.value.pairs[0]?.attrition //=> { "share": 0.5, "of": 2 }
 * ```
 */
export function responseRates(items: number, waves: readonly WaveReturns[]): Result<ResponseRates> {
  const answered = new Map<string, ReadonlySet<string>>()
  const rates: WaveRate[] = []
  for (const { wave, invited, withdrawn, returns } of waves) {
    const names = new Set(returns.map(({ pseudonym }) => pseudonym))
    if (answered.has(wave)) return no('survey-key-wrong', `The wave "${wave}" is there twice. Give it once.`, wave)
    if (names.size < returns.length)
      return no('answered-twice', `A respondent of the wave "${wave}" is there twice. Keep what was given last.`, wave)
    const outstanding = invited - names.size - withdrawn
    if (![invited, withdrawn, outstanding].every((count) => Number.isInteger(count) && count >= 0))
      return no(
        'more-than-invited',
        `${names.size} answered the wave "${wave}" and ${withdrawn} withdrew, of ${invited} who were asked. Count everybody who was asked.`,
        wave,
      )
    answered.set(wave, names)
    rates.push({
      wave,
      invited,
      answered: names.size,
      complete: returns.filter((one) => one.answered >= items).length,
      withdrawn,
      outstanding,
      rate: invited === 0 ? { none: 'nobody-invited' } : { share: names.size / invited, of: invited },
    })
  }
  return { value: { waves: rates, pairs: pairsOf(answered), patterns: patternsOf(answered) } }
}

function pairsOf(answered: ReadonlyMap<string, ReadonlySet<string>>): readonly WavePair[] {
  const all = [...answered]
  return all.flatMap(([from, before], at) =>
    all.slice(at + 1).map(([to, after]): WavePair => {
      const paired = [...before].filter((name) => after.has(name)).length
      const lost = before.size - paired
      return {
        from,
        to,
        answeredFrom: before.size,
        answeredTo: after.size,
        paired,
        lost,
        joined: after.size - paired,
        attrition: before.size === 0 ? { none: 'nobody-answered' } : { share: lost / before.size, of: before.size },
      }
    }),
  )
}

function patternsOf(answered: ReadonlyMap<string, ReadonlySet<string>>): readonly WavePattern[] {
  const waves = [...answered.keys()]
  const counts = new Map<string, number>()
  for (const name of new Set([...answered.values()].flatMap((names) => [...names]))) {
    const pattern = waves.map((wave) => (answered.get(wave)?.has(name) ? '1' : '0')).join('')
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  const size = (pattern: string) => pattern.replaceAll('0', '').length
  return [...counts]
    .sort(([one], [other]) => size(other) - size(one) || (one < other ? 1 : -1))
    .map(([pattern, respondents]) => ({ answered: waves.filter((_, at) => pattern[at] === '1'), respondents }))
}

function no(code: RefusalCode, message: string, wave: string) {
  return { refusal: { code, message, path: ['waves', wave] } }
}
