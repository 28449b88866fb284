import type { ColumnType, Value } from '../../table.ts'

/** The styles of a cell, as places in the stylesheet. */
export const cellStyles = { plain: 0, head: 1, day: 2, text: 3 } as const

/** What a cell of a spreadsheet can hold. */
export const cellLengthMax = 32_767

const dayMs = 86_400_000
/** Day 0 of a spreadsheet; from 1 March 1900 on its count of days is right. */
const dayZero = Date.UTC(1899, 11, 30)
const firstDay = '1900-03-01'

/** The letters of a column, `A` for 0. */
export function columnLetters(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : columnLetters(Math.floor(place / 26) - 1) + letter
}

/**
 * One cell as XML. A text is always a text, whatever sign it begins with, so that nothing in it is ever run as a formula; numbers, days and
 * truth values are what they are. Throws a RangeError when a text is longer than a cell can hold.
 */
export function sheetCell(reference: string, type: ColumnType, value: Value, style?: keyof typeof cellStyles): string {
  if (value === null) return ''
  const said = (name: keyof typeof cellStyles) => (cellStyles[name] === 0 ? '' : ` s="${cellStyles[name]}"`)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`Cell ${reference} holds ${value}, which is no number.`)
    return `<c r="${reference}"${said(style ?? 'plain')}><v>${Object.is(value, -0) ? 0 : value}</v></c>`
  }
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (type === 'date' && value >= firstDay && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return `<c r="${reference}"${said('day')}><v>${(Date.parse(`${value}T00:00:00Z`) - dayZero) / dayMs}</v></c>`
  if (value.length > cellLengthMax)
    throw new RangeError(
      `Cell ${reference} has ${value.length} characters, and a spreadsheet holds ${cellLengthMax}. Take it as CSV or Parquet.`,
    )
  return `<c r="${reference}" t="inlineStr"${said(style ?? 'text')}><is><t xml:space="preserve">${sheetText(value)}</t></is></c>`
}

/** A text within the XML of a spreadsheet: signs that XML has no way to say are written as `_xHHHH_`, and so is what looks like that. */
export function sheetText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
