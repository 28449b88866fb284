import { topLevelError } from './errors.ts'

/** The most rows of one page. */
export const pageMax = 100

/** Rows of a page where the caller names no number. */
export const pageDefault = 20

/** What a connection may cost: its rows are counted once, by the page that was asked for. A page above the most is refused, never cut. */
export function pageCost(args: { first?: number | null; last?: number | null }) {
  for (const name of ['first', 'last'] as const) {
    const rows = args[name] ?? pageDefault
    if (rows < 1) throw topLevelError('BAD_USER_INPUT', `${name}: ask for at least 1 row`)
    if (rows > pageMax)
      throw topLevelError(
        'BAD_USER_INPUT',
        `${name}: at most ${pageMax} rows come in one page; ask for the next ones with after: pageInfo.endCursor`,
      )
  }
  return { field: 1, multiplier: args.first ?? args.last ?? pageDefault }
}
