/** Says whether a text is a day of the calendar written `YYYY-MM-DD`, years 0001 to 9999. */
export function isIsoDate(text: string): boolean {
  if (typeof text !== 'string') return false
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || Number(year) === 0) return false
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
}

/** Gives the same day so many years earlier; 29 February becomes the 28th where the earlier year has no 29th. */
export function yearsBefore(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) - years
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, Number(date.slice(5, 7))))
  return `${String(year).padStart(4, '0')}${date.slice(4, 8)}${String(day).padStart(2, '0')}`
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
