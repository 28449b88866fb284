import { dayNumber } from '../../../evaluation/day.ts'

/** The number of a day that was checked before; throws a RangeError for anything else. */
export function dayOfSpell(day: string): number {
  const number = dayNumber(day)
  if (number === undefined) throw new RangeError(`${JSON.stringify(day)} is no day of the calendar as YYYY-MM-DD.`)
  return number
}
