import * as z from 'zod/mini'

/** The most rows of one page. */
export const pageMax = 100

/** Rows of a page where the caller names no number. */
export const pageDefault = 20

/** A page size: refused above the most, never cut without a word. */
export const pageSize = z.nullish(
  z
    .int()
    .check(
      z.gte(1, 'ask for at least 1 row'),
      z.lte(pageMax, `at most ${pageMax} rows come in one page; ask for the next ones with after: pageInfo.endCursor`),
    ),
)

/** What a connection may cost: its rows are counted once, by the page that was asked for. */
export function pageCost(args: { first?: number | null; last?: number | null }) {
  return { field: 1, multiplier: args.first ?? args.last ?? pageDefault }
}
