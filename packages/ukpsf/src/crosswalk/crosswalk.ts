import { dimensionCodes, editionById, editions } from '../editions/catalogue.ts'
import type { DimensionCode, EditionId } from '../framework/code.ts'
import type { Edition } from '../framework/edition.ts'
import { type Result, refuse } from '../refusal.ts'
import { composeRows } from './compose-rows.ts'
import { type CrosswalkRow, invertRow, isMatch, type MatchRow } from './row.ts'
import { rows2006To2011 } from './rows-2006-to-2011.ts'
import { rows2011To2023 } from './rows-2011-to-2023.ts'

/** A dimension of either edition that no row settles, though it may lie on a way between the two. */
export interface OpenEnd {
  readonly code: DimensionCode
  /** Ways through the editions between, as codes in order; each step is a row, only together they settle no relation. */
  readonly ways: readonly (readonly DimensionCode[])[]
}

/** How the dimensions of two editions correspond. Nobody's official statement: every row says whose it is. */
export interface Crosswalk {
  readonly from: EditionId
  readonly to: EditionId
  /** In the order of the source edition, then what is new in the target. */
  readonly rows: readonly CrosswalkRow[]
  /** Empty for neighbouring editions: every dimension of both stands in a row there. */
  readonly open: readonly OpenEnd[]
}

/** The rows between neighbours, oldest first: the first from `editions[0]` to `editions[1]`. */
const steps: readonly (readonly CrosswalkRow[])[] = [rows2006To2011, rows2011To2023]

/**
 * Gives the crosswalk from one edition to another, in either direction: backwards it is the same rows inverted. Between
 * editions that are not neighbours rows are composed where that is sound, with the weaker certainty; the rest is `open`.
 * Dimensions only: descriptors and their criteria have no crosswalk. Refuses `unknown-edition` and `same-edition`.
 *
 * @example
 * ```ts
 * import { crosswalk } from '@mentoring-commons/ukpsf'
 * const rows = crosswalk('ukpsf-2011', 'psf-2023').value?.rows ?? []
 * rows.filter((row) => row.from === 'ukpsf-2011:A4').map((row) => [row.relation, row.to]) //=> [["narrower", "psf-2023:A4"], ["broader", "psf-2023:A2"]]
 * rows.find((row) => row.from === 'ukpsf-2011:K1')?.relation //=> "none"
 * crosswalk('psf-2023', 'psf-2023').refusal?.code //=> "same-edition"
 * ```
 */
export function crosswalk(from: EditionId, to: EditionId): Result<Crosswalk> {
  const source = editionById(from)
  if (source.refusal) return { refusal: { ...source.refusal, path: 'from' } }
  const target = editionById(to)
  if (target.refusal) return { refusal: { ...target.refusal, path: 'to' } }
  if (from === to) {
    return refuse('same-edition', `A crosswalk leads from one edition to another; both are ${from}. Name two.`, 'to')
  }
  const start = editions.indexOf(source.value)
  const end = editions.indexOf(target.value)
  const walked = start < end ? walk(steps.slice(start, end)) : walk(steps.slice(end, start))
  const rows = start < end ? walked.rows : inOrder(walked.rows.map(invertRow), source.value, target.value)
  const ways = start < end ? walked.ways : walked.ways.map((way) => way.toReversed())
  return { value: { from, to, rows, open: openEnds(rows, ways, source.value, target.value) } }
}

interface Walked {
  readonly rows: readonly CrosswalkRow[]
  readonly ways: readonly (readonly DimensionCode[])[]
}

function walk([first = [], ...more]: readonly (readonly CrosswalkRow[])[]): Walked {
  let rows = first
  let ways: readonly (readonly DimensionCode[])[] = first.filter(isMatch).map((row) => [row.from, row.to])
  for (const next of more) {
    rows = rows
      .filter(isMatch)
      .flatMap((row) => next.filter((after) => after.from === row.to).map((after) => composeRows(row, after)))
      .filter((row) => row !== undefined)
    ways = ways.flatMap((way) => endings(way, next))
  }
  return { rows, ways }
}

function endings(way: readonly DimensionCode[], next: readonly CrosswalkRow[]): readonly (readonly DimensionCode[])[] {
  return next.filter((row): row is MatchRow => isMatch(row) && row.from === way.at(-1)).map((row) => [...way, row.to])
}

function inOrder(rows: readonly CrosswalkRow[], source: Edition, target: Edition): readonly CrosswalkRow[] {
  const from = dimensionCodes(source)
  const to = dimensionCodes(target)
  const place = (row: CrosswalkRow) => (row.from === null ? from.length + to.indexOf(row.to) : from.indexOf(row.from))
  return rows.toSorted((one, other) => place(one) - place(other))
}

function openEnds(
  rows: readonly CrosswalkRow[],
  ways: Walked['ways'],
  source: Edition,
  target: Edition,
): readonly OpenEnd[] {
  const settled = new Set(rows.flatMap((row) => [row.from, row.to]))
  return [...dimensionCodes(source), ...dimensionCodes(target)]
    .filter((code) => !settled.has(code))
    .map((code) => ({ code, ways: ways.filter((way) => way[0] === code || way.at(-1) === code) }))
}
