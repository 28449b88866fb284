import type { Refusal } from '../../refusal.ts'

/** Two rows of two counts. */
export type FourfoldTable = readonly [readonly [number, number], readonly [number, number]]

/** Why rows are no table of counts, or nothing when they are: as many in each, at least two rows and columns, whole numbers from 0 upwards. */
export function checkCounts(table: readonly (readonly number[])[]): Refusal | undefined {
  const columns = table[0]?.length ?? 0
  const uneven = table.findIndex((row) => row.length !== columns)
  if (table.length < 2 || columns < 2 || uneven >= 0)
    return {
      code: 'counts-wrong',
      message: `A table of counts has two or more rows of equally many, two or more, counts; this one has rows of ${table.map((row) => row.length).join(', ') || 'none'}. Fill absent cells with 0.`,
      path: ['table', ...(uneven >= 0 ? [uneven] : [])],
    }
  for (const [row, counts] of table.entries()) {
    const wrong = checkCountList(counts)
    if (wrong !== undefined) return { ...wrong, path: ['table', row, ...(wrong.path ?? [])] }
  }
  return undefined
}

/** Why numbers are no counts, or nothing when they are whole numbers from 0 to a million million. */
export function checkCountList(counts: readonly number[]): Refusal | undefined {
  const index = counts.findIndex((count) => !(Number.isInteger(count) && count >= 0 && count <= 1e12))
  if (index < 0 && Object.keys(counts).length === counts.length) return undefined
  return {
    code: 'counts-wrong',
    message: `A count is ${String(counts[index])}. Give whole numbers from 0 to 1e12: exact counts, neither rounded, suppressed nor shares.`,
    path: [Math.max(0, index)],
  }
}
