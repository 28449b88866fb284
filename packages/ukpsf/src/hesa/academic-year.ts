import { isIsoDate } from '../iso-date.ts'
import { type Result, refuse } from '../refusal.ts'

/** An academic year of HESA's collections, 1 August to 31 July, written `2020/21`. */
export interface AcademicYear {
  readonly year: string
  /** `YYYY-08-01`. */
  readonly from: string
  /** `YYYY-07-31` of the next year. */
  readonly to: string
}

/**
 * Gives the first and the last day of an academic year. Refuses `malformed-year`.
 *
 * @example
 * ```ts
 * import { academicYear } from '@mentoring-commons/ukpsf'
 * academicYear('2020/21').value?.to //=> "2021-07-31"
 * academicYear('2020/22').refusal?.code //=> "malformed-year"
 * ```
 */
export function academicYear(year: string): Result<AcademicYear> {
  const [, start = '', end] = /^(\d{4})\/(\d{2})$/.exec(String(year)) ?? []
  const next = String(Number(start) + 1).padStart(4, '0')
  if (end === undefined || next.length > 4 || start === '0000' || next.slice(2) !== end) {
    return refuse('malformed-year', `'${year}' is no academic year. Write one such as 2020/21.`)
  }
  return { value: { year, from: `${start}-08-01`, to: `${next}-07-31` } }
}

/**
 * Gives the academic year that a day lies in. Refuses `malformed-date`; the years run from 0001/02 to 9998/99.
 *
 * @example
 * ```ts
 * import { academicYearOf } from '@mentoring-commons/ukpsf'
 * academicYearOf('2021-07-31').value?.year //=> "2020/21"
 * academicYearOf('2021-08-01').value?.year //=> "2021/22"
 * ```
 */
export function academicYearOf(date: string): Result<AcademicYear> {
  if (!isIsoDate(date)) return refuse('malformed-date', `'${date}' is no day of the calendar. Write YYYY-MM-DD.`)
  const start = Number(date.slice(0, 4)) - (date.slice(5) < '08-01' ? 1 : 0)
  const four = (year: number) => String(year).padStart(4, '0')
  return academicYear(`${four(start)}/${four(start + 1).slice(-2)}`)
}
