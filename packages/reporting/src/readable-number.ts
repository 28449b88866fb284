/** A number for reading: thousands apart by a thin space that does not break, at most one decimal, a true minus. */
export function readableNumber(value: number, unit: string): string {
  const rounded = Math.round(Math.abs(value) * 10) / 10
  const [whole = '0', decimals] = rounded.toFixed(Number.isInteger(rounded) ? 0 : 1).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202F')
  const sign = value < 0 && rounded !== 0 ? '\u2212' : ''
  return `${sign}${grouped}${decimals === undefined ? '' : `.${decimals}`}${unit === 'percent' ? '%' : ''}`
}
