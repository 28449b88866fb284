import { dateRefusal } from '../iso-date.ts'
import { type Practice, type PracticeForm, type PracticeState, practiceStateOn } from './practice.ts'

/** How far mentoring was part of normal work on one day. Counts beside each other, and no score. */
export interface EmbeddednessPoint {
  readonly on: string
  /** Practices in place, arranged by a scheme and simply done. */
  readonly formal: number
  readonly informal: number
  /** Practices of which nothing is known on that day: neither in place nor gone. */
  readonly notKnown: number
  /** Departments with a practice in place, with an informal one, and all there are. */
  readonly spread: { readonly departments: number; readonly withInformal: number; readonly of: number }
  /**
   * Of the practices that came out of a programme which had ended by that day and were in place on the day it ended: how many
   * are in place still, are known to have stopped, or are not known about. All 0 before any programme has ended.
   */
  readonly continuation: {
    readonly programmesEnded: number
    readonly continued: number
    readonly stopped: number
    readonly notKnown: number
  }
}

/** What embeddedness is told from. */
export interface EmbeddednessInput {
  readonly practices: readonly Practice[]
  /** Every department of the institution. A practice of another one counts, but not towards the spread. */
  readonly departments: readonly string[]
  /** The last day of each programme that has ended or is to end, by its id. */
  readonly programmeEnds: Readonly<Record<string, string>>
}

/**
 * Gives how far mentoring was embedded on each of some days, in the order given. Throws a `RangeError` for what is no day.
 *
 * @example
 * ```ts
 * import { embeddedness } from '@mentoring-commons/mentoring'
 *
 * const practice = { id: 'p1', title: 'Pairs', form: 'informal' as const, departmentId: 'law', programmeId: 'g1', seenFrom: '2025-01-01', seenTo: '2026-02-01' }
 * const input = { practices: [practice], departments: ['art', 'law'], programmeEnds: { g1: '2025-12-31' } }
 * const [during, after] = embeddedness(input, ['2025-06-30', '2026-01-31'])
 * during?.spread //=> { "departments": 1, "withInformal": 1, "of": 2 }
 * after?.continuation //=> { "programmesEnded": 1, "continued": 1, "stopped": 0, "notKnown": 0 }
 * ```
 */
export function embeddedness(input: EmbeddednessInput, days: readonly string[]): readonly EmbeddednessPoint[] {
  const departments = new Set(input.departments)
  for (const [path, day] of [...Object.entries(input.programmeEnds), ...days.entries()]) {
    const refusal = dateRefusal(day, String(path))
    if (refusal) throw new RangeError(refusal.message)
  }
  return days.map((on) => {
    const inPlace = input.practices.filter((one) => practiceStateOn(one, on) === 'in-place')
    const inForm = (form: PracticeForm) => inPlace.filter((one) => one.form === form)
    const homes = (practices: readonly Practice[]) =>
      new Set(practices.flatMap(({ departmentId }) => departmentId ?? []).filter((id) => departments.has(id))).size
    return {
      on,
      formal: inForm('formal').length,
      informal: inForm('informal').length,
      notKnown: input.practices.filter((one) => practiceStateOn(one, on) === 'not-known').length,
      spread: { departments: homes(inPlace), withInformal: homes(inForm('informal')), of: departments.size },
      continuation: continuationOn(input, on),
    }
  })
}

function continuationOn(
  { practices, programmeEnds }: EmbeddednessInput,
  on: string,
): EmbeddednessPoint['continuation'] {
  const ended = new Map(Object.entries(programmeEnds).filter(([, end]) => end < on))
  const wereInPlace = practices.filter((practice) => {
    const end = ended.get(practice.programmeId ?? '')
    return end !== undefined && practiceStateOn(practice, end) === 'in-place'
  })
  const count = (state: PracticeState) => wereInPlace.filter((one) => practiceStateOn(one, on) === state).length
  return {
    programmesEnded: ended.size,
    continued: count('in-place'),
    stopped: count('not-in-place'),
    notKnown: count('not-known'),
  }
}
