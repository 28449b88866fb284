/** Says whether a text is a day of the calendar written `YYYY-MM-DD`, years 0001 to 9999. */
export function isIsoDate(text: string): boolean {
  if (typeof text !== 'string' || text.length !== 10) return false
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false
  const year = digits(text, 0, 4)
  const day = digits(text, 8, 10)
  return year >= 1 && day >= 1 && day <= daysInMonth(year, digits(text, 5, 7))
}

/**
 * Gives the same day so many years earlier; 29 February becomes the 28th where the earlier year has no 29th, and nothing is
 * earlier than 0001-01-01.
 */
export function yearsBefore(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) - years
  if (year < 1) return '0001-01-01'
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, Number(date.slice(5, 7))))
  return `${String(year).padStart(4, '0')}${date.slice(4, 8)}${String(day).padStart(2, '0')}`
}

/** The number that some ASCII digits write; -1 where another character stands among them. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : (monthDays[month - 1] ?? 0)
}

const hyphen = 45
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
