import type { Table } from '../table.ts'

const known = new WeakMap<Table, string>()

/** A short text for what a table holds: equal for the same columns and rows in any order, and (but for a chance of 1 in 2^64) only then. */
export function tableMark(table: Table): string {
  const found = known.get(table)
  if (found !== undefined) return found
  const names = table.columns.map((column) => column.name).sort()
  let [first, second] = hash(JSON.stringify(names))
  for (const [place, row] of table.rows.entries()) {
    const weight = table.weights === undefined ? [] : [table.weights[place] ?? 1]
    const [a, b] = hash(JSON.stringify([...names.map((name) => row[name] ?? null), ...weight]))
    first = (first + a) >>> 0
    second = (second + b) >>> 0
  }
  const mark = `${table.rows.length}:${first.toString(16)}${second.toString(16).padStart(8, '0')}`
  known.set(table, mark)
  return mark
}

/** Two FNV-1a hashes of one text, from two beginnings, each stirred at the end. */
function hash(text: string): [number, number] {
  let first = 0x811c9dc5
  let second = 0x1b873593
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ unit ^ (place & 0xff), 0x01000193)
  }
  return [stir(first), stir(second ^ first)]
}

function stir(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
