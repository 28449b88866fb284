const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day as it is read, `12 January 2026`; what is no day stays as it is. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = months[Number(month) - 1]
  return name === undefined || !/^\d{2}$/.test(date) ? day : `${Number(date)} ${name} ${year}`
}

/** Two days as they are read: `12 January 2026 to 3 March 2026`, one day alone, or `since` a day without an end. */
export function spanInWords(from: string, to: string | undefined): string {
  if (to === undefined) return `since ${dayInWords(from)}`
  return from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`
}

/** A word of this package as it is read: `field-notes` as `Field notes`. */
export function wordInWords(word: string): string {
  const text = word.replaceAll('-', ' ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** A number with its noun: `1 item`, `2 items`. */
export function countInWords(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
