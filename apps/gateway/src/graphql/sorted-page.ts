import { pageDefault } from './page.ts'

/** What a caller asks of a connection. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly last?: number | null | undefined
  readonly after?: string | null | undefined
  readonly before?: string | null | undefined
}

/** A page of a list that was worked out and is sorted by its keys. Cursors are keys, so a row that comes or goes moves no other. */
export function sortedPage<Row>(rows: readonly Row[], keyOf: (row: Row) => string, args: PageArgs) {
  const [after, before] = [keyIn(args.after), keyIn(args.before)]
  const within = rows.filter((row) => {
    const key = keyOf(row)
    return (after === undefined || key > after) && (before === undefined || key < before)
  })
  const backwards = args.last !== null && args.last !== undefined && (args.first === null || args.first === undefined)
  const size = (backwards ? args.last : args.first) ?? pageDefault
  const page = backwards ? within.slice(-size) : within.slice(0, size)
  const edges = page.map((node) => ({ node, cursor: Buffer.from(keyOf(node)).toString('base64url') }))
  const cut = within.length > page.length
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? before !== undefined : cut,
      hasPreviousPage: backwards ? cut : after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

function keyIn(cursor: string | null | undefined): string | undefined {
  return cursor === null || cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8')
}
