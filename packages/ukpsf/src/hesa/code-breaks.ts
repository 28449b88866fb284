import type { Provenance } from '../framework/sourced.ts'
import type { Result } from '../refusal.ts'
import { academicYear } from './academic-year.ts'
import type { HesaCode } from './hesa-code.ts'
import { hesaCollections } from './hesa-collection.ts'

/** A change of the codes between two years, after which counts of them are of other things. */
export interface CodeBreak extends Provenance {
  readonly kind: 'redefined' | 'renamed' | 'added'
  /** Codes before and after; `null` before for one that was added. */
  readonly codes: readonly (readonly [before: HesaCode | null, after: HesaCode])[]
  /** The change came after the first of these years and by the second. */
  readonly between: readonly [string, string]
  readonly what: string
}

/** A break, and whether a span of years crosses it: `perhaps` when the year of the change is not known closely enough. */
export interface CrossedBreak extends CodeBreak {
  readonly crossed: 'yes' | 'perhaps'
}

/** What stands between two years' counts. */
export interface CodeBreaks {
  readonly breaks: readonly CrossedBreak[]
  /** Years of the span, both ends included, whose codes were not read: there may be breaks in them that nobody knows here. */
  readonly unread: readonly string[]
}

const readOn = '2026-11-24'
const lists = 'hesa.ac.uk/collection, c14025 and c20025, field ACTCHQUAL; the years between were not read'

/** Every change that was read of. */
export const codeBreakFacts: readonly CodeBreak[] = [
  {
    kind: 'redefined',
    codes: [['01', '09']],
    between: ['2019/20', '2020/21'],
    what: 'An accredited course whose fellowship was not taken up moved from 01 to 09: 01 falls and 09 rises without anybody changing.',
    source: 'hesa.ac.uk/innovation/records/reviews/staff-2020-21',
    certainty: '1',
    readOn,
  },
  {
    kind: 'renamed',
    codes: [
      ['02', '11'],
      ['03', '12'],
      ['04', '13'],
      ['05', '14'],
    ],
    between: ['2014/15', '2020/21'],
    what: 'Fellowships have other codes and mean the same: add each pair up as one series.',
    source: lists,
    certainty: '2+',
    readOn,
  },
  {
    kind: 'added',
    codes: [
      [null, '15'],
      [null, '16'],
    ],
    between: ['2014/15', '2020/21'],
    what: 'Recognition by SEDA has codes of its own; under which it was counted before is not known.',
    source: lists,
    certainty: 'A',
    readOn,
  },
]

/**
 * Gives the changes of the codes that lie between two years, so that a series can be cut there, and the years of which nothing
 * is known. The years may stand in either order. Refuses `malformed-year`.
 *
 * @example
 * ```ts
 * import { codeBreaks } from '@mentoring-commons/ukpsf'
 * codeBreaks('2019/20', '2020/21').value?.breaks.map(({ kind, crossed }) => [kind, crossed]) //=> [["redefined", "yes"], ["renamed", "perhaps"], ["added", "perhaps"]]
 * codeBreaks('2020/21', '2022/23').value //=> { "breaks": [], "unread": ["2021/22", "2022/23"] }
 * ```
 */
export function codeBreaks(from: string, to: string): Result<CodeBreaks> {
  for (const [path, year] of Object.entries({ from, to })) {
    const sound = academicYear(year)
    if (sound.refusal) return { refusal: { ...sound.refusal, path } }
  }
  const [first, last] = from <= to ? [from, to] : [to, from]
  const breaks = codeBreakFacts.flatMap((fact): readonly CrossedBreak[] => {
    const [before, after] = fact.between
    if (last <= before || first >= after) return []
    return [{ ...fact, crossed: first <= before && last >= after ? 'yes' : 'perhaps' }]
  })
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, index) =>
    yearAfter(first, index),
  )
  const read = new Set(hesaCollections.map((collection) => collection.year))
  return { value: { breaks, unread: years.filter((year) => !read.has(year)) } }
}

function yearAfter(year: string, by: number): string {
  const start = Number(year.slice(0, 4)) + by
  return `${String(start).padStart(4, '0')}/${String(start + 1)
    .slice(-2)
    .padStart(2, '0')}`
}
