import { type Clause, type Count, isWithin } from '../count.ts'
import type { Linear } from './bounds.ts'

/** Counts that share no row, all within one whole, told apart by their value in one column. */
export interface Family {
  readonly whole: number
  readonly parts: readonly number[]
}

/** How the counts of a report hang together, by what they mean. */
export interface Relations {
  /** For each count, the counts that it is within. */
  readonly wholes: readonly (readonly number[])[]
  readonly families: readonly Family[]
  readonly constraints: readonly Linear[]
}

/**
 * What adds up to what.
 *
 * Parts that sum to their whole are additive: the whole is their sum. Distinct people over groups may be counted in several: there the whole
 * is at least each part and at most the sum. Only what is true of the numbers is ever stated, so the outsider of the audit knows at
 * least as much as a real one.
 */
export function relate(counts: readonly Count[]): Relations {
  const wholes = counts.map((part, here) =>
    counts.flatMap((whole, there) => (there !== here && isWithin(part, whole) ? [there] : [])),
  )
  const families = familiesOf(counts, wholes)
  const sums = families.map((family) => sumOf(family, counts))
  const summed = new Set(
    families.flatMap(({ whole, parts }, place) =>
      sums[place]?.low === 0 ? parts.map((part) => `${part} ${whole}`) : [],
    ),
  )
  const isSummed = (part: number, whole: number) => summed.has(`${part} ${whole}`)
  const constraints = [
    ...sums,
    ...wholes.flatMap((above, part) =>
      nearest(above, wholes).flatMap((whole) => (isSummed(part, whole) ? [] : [atMost(part, whole)])),
    ),
  ]
  return { wholes, families, constraints }
}

function familiesOf(counts: readonly Count[], wholes: readonly (readonly number[])[]): readonly Family[] {
  const families = new Map<string, { whole: number; parts: number[] }>()
  for (const [part, above] of wholes.entries())
    for (const whole of above) {
      const column = columnApart(counts[part]?.clauses ?? [], counts[whole]?.clauses ?? [])
      if (column === undefined) continue
      const key = JSON.stringify([whole, column])
      const family = families.get(key)
      if (family === undefined) families.set(key, { whole, parts: [part] })
      else family.parts.push(part)
    }
  return [...families.values()]
}

/** The one column in which a part says a value where the whole leaves it open. */
function columnApart(part: readonly Clause[], whole: readonly Clause[]): string | undefined {
  const extra = part.filter(
    (clause) =>
      !whole.some(
        (known) =>
          known.column === clause.column && known.op === clause.op && known.values.join() === clause.values.join(),
      ),
  )
  const [first] = extra
  if (first === undefined || extra.some((clause) => clause.column !== first.column)) return undefined
  return extra.some((clause) => clause.op === 'eq' || clause.op === 'null') ? first.column : undefined
}

function sumOf({ whole, parts }: Family, counts: readonly Count[]): Linear {
  const sum = parts.reduce((total, part) => total + (counts[part]?.value ?? 0), 0)
  const value = counts[whole]?.value ?? 0
  const terms = [[whole, 1] as const, ...parts.map((part) => [part, -1] as const)]
  return { kind: 'linear', terms, low: sum > value ? -Infinity : 0, high: sum < value ? Infinity : 0 }
}

function nearest(above: readonly number[], wholes: readonly (readonly number[])[]): readonly number[] {
  return above.filter((whole) => !above.some((between) => between !== whole && wholes[between]?.includes(whole)))
}

function atMost(part: number, whole: number): Linear {
  return {
    kind: 'linear',
    terms: [
      [whole, 1],
      [part, -1],
    ],
    low: 0,
    high: Infinity,
  }
}
