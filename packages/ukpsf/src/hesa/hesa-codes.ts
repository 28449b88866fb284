import { isIsoDate } from '../iso-date.ts'
import { type Result, refuse } from '../refusal.ts'
import { academicYear } from './academic-year.ts'
import { checkHesaCodes } from './check-hesa-codes.ts'
import type { HesaCode } from './hesa-code.ts'
import { type HesaCollection, hesaCollection } from './hesa-collection.ts'

/** One qualification or recognition for teaching in higher education. */
export type TeachingQualification = {
  /** The day it was awarded, `YYYY-MM-DD`. What was awarded after the year's end does not count in that year. */
  readonly awarded?: string
} & (
  | {
      readonly kind: 'accredited-course'
      /** Whether the fellowship or recognition the course led to was taken up; it is then listed too. */
      readonly fellowship: 'taken' | 'not-taken'
    }
  | { readonly kind: 'fellowship'; readonly descriptor: 1 | 2 | 3 | 4 }
  | { readonly kind: 'seda-recognition'; readonly descriptor: 1 | 2 }
  | {
      readonly kind: 'national-teaching-fellow' | 'pgce-or-equivalent' | 'professional-body' | 'other-uk' | 'overseas'
    }
)

/** What is known of a person's qualifications: nothing, or a list that may be empty. The two are never the same. */
export type Holding =
  | { readonly known: false; readonly qualifications?: never }
  | { readonly known: true; readonly qualifications: readonly TeachingQualification[] }

type Fellowship = TeachingQualification & { readonly kind: 'fellowship' }

const plainCodes: Readonly<Record<string, HesaCode>> = {
  'national-teaching-fellow': '06',
  'pgce-or-equivalent': '07',
  'professional-body': '08',
  'other-uk': '09',
  overseas: '10',
}

/**
 * Gives the codes of ACTCHQUAL for a person in a year's return: 90 when nothing is known, 99 when nothing is held, and else one
 * code for each thing held by the end of that year, of fellowships the latest alone. HESA's codes carry no edition and no
 * date. Refuses `malformed-year`, `unknown-collection`, `malformed-date`, `unknown-hesa-code` where the year has no code for
 * something, `contradicting-qualifications`, and `too-many-codes`.
 *
 * @example
 * ```ts
 * import { hesaCodes } from '@mentoring-commons/ukpsf'
 * const course = { kind: 'accredited-course', fellowship: 'not-taken' } as const
 * hesaCodes({ known: true, qualifications: [course] }, '2014/15').value //=> ["01"]
 * hesaCodes({ known: true, qualifications: [course] }, '2020/21').value //=> ["09"]
 * hesaCodes({ known: true, qualifications: [] }, '2020/21').value //=> ["99"]
 * hesaCodes({ known: false }, '2020/21').value //=> ["90"]
 * ```
 */
export function hesaCodes(holding: Holding, year: string): Result<readonly HesaCode[]> {
  const collection = hesaCollection(year)
  if (collection.refusal) return collection
  const span = academicYear(year)
  if (span.refusal) return span
  if (!holding.known) return { value: ['90'] }
  const { qualifications } = holding
  const malformed = qualifications.findIndex(({ awarded }) => awarded !== undefined && !isIsoDate(awarded))
  if (malformed >= 0) {
    return refuse(
      'malformed-date',
      `'${qualifications[malformed]?.awarded}' is no day of the calendar. Write YYYY-MM-DD.`,
      `qualifications[${malformed}].awarded`,
    )
  }
  const held = qualifications.filter(({ awarded }) => awarded === undefined || awarded <= span.value.to)
  const latest = latestFellowship(held.filter((one): one is Fellowship => one.kind === 'fellowship'))
  if (latest.refusal) return latest
  const codes = new Set<HesaCode>()
  for (const one of held) {
    if (one.kind === 'fellowship' && one !== latest.value) continue
    const code = codeOf(one, held, collection.value)
    if (code.refusal) return { refusal: { ...code.refusal, path: `qualifications[${qualifications.indexOf(one)}]` } }
    codes.add(code.value)
  }
  return codes.size === 0 ? { value: ['99'] } : checkHesaCodes([...codes], year)
}

/** Where there are several, each needs its day, or it cannot be said which is the latest. */
function latestFellowship(fellowships: readonly Fellowship[]): Result<Fellowship | undefined> {
  const [first] = fellowships
  if (fellowships.every((one) => one.descriptor === first?.descriptor)) return { value: first }
  const undated = fellowships.find((one) => one.awarded === undefined)
  if (undated !== undefined) {
    return refuse(
      'contradicting-qualifications',
      `There are ${fellowships.length} fellowships, only the latest is returned, and the one at D${undated.descriptor} has no day. Give the day of each.`,
      'qualifications',
    )
  }
  const [latest] = fellowships.toSorted((a, b) => ((a.awarded ?? '') < (b.awarded ?? '') ? 1 : -1))
  const same = fellowships.find((one) => one.awarded === latest?.awarded && one.descriptor !== latest?.descriptor)
  if (same === undefined) return { value: latest }
  return refuse(
    'contradicting-qualifications',
    `Fellowships at D${latest?.descriptor} and D${same.descriptor} were both awarded on ${same.awarded}. Correct one of the days.`,
    'qualifications',
  )
}

function codeOf(
  one: TeachingQualification,
  held: readonly TeachingQualification[],
  collection: HesaCollection,
): Result<HesaCode> {
  if (one.kind === 'fellowship') return { value: collection.fellowship[one.descriptor] }
  if (one.kind === 'seda-recognition') {
    if (collection.seda !== null) return { value: collection.seda[one.descriptor] }
    return refuse(
      'unknown-hesa-code',
      `${collection.year} has no code for recognition by SEDA, and which one HESA wanted for it was not read. Ask HR.`,
    )
  }
  if (one.kind === 'accredited-course') {
    if (one.fellowship === 'not-taken') return { value: collection.courseWithoutFellowship.value }
    if (held.some(({ kind }) => kind === 'fellowship' || kind === 'seda-recognition')) return { value: '01' }
    return refuse(
      'contradicting-qualifications',
      `The course's fellowship is said to be taken, and none held by the end of ${collection.year} is listed. List it, or say 'not-taken'.`,
    )
  }
  const value = Object.hasOwn(plainCodes, one.kind) ? plainCodes[one.kind] : undefined
  if (value === undefined) throw new TypeError(`There is no kind of qualification '${one.kind}'`)
  return { value }
}
