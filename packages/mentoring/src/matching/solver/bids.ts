import { type Places, take } from './places.ts'

const passes = 8
const bidsOfARow = 16
/** In a column with more rows than this nobody is outbid: to look for the weakest would take longer than a search for a path. */
const holdersMax = 64

/** What bids need to know of an instance, whichever way it lists its pairs. */
export interface Auction {
  readonly rows: number
  readonly cost: Float64Array
  readonly exit: Float64Array
  readonly capacity: Int32Array
  readonly places: Places
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  /** Looks for the two pairs of a row that are cheapest with their prices, none dearer than the exit of the row, and writes them down. */
  readonly choose: (row: number, choice: Choice) => void
  /** The pair of the column that a row holds. */
  readonly pairOf: (row: number, column: number) => number
}

/** The two cheapest pairs of a row and their columns, -1 where there is none, with what they cost with their prices. */
export interface Choice {
  bestPair: number
  best: number
  low: number
  secondPair: number
  second: number
  next: number
}

/**
 * Gives most rows a place, with prices that prove it, by bids: a row wants the column that is cheapest with its price, and takes it
 * from the row that loses least by its next choice, whose loss becomes the price. Lists the rows that have no place yet.
 * The augmenting row reduction of Jonker and Volgenant (1987), extended to columns with several places.
 */
export function bidForPlaces(auction: Auction): Int32Array {
  const { rows, cost, places, rowPrice, columnPrice, pairOf } = auction
  // The lowest price of its column at which each row with a place would rather stay.
  const staysTo = new Float64Array(rows)
  let waiting: readonly number[] = Array.from({ length: rows }, (_, row) => row)
  for (let pass = 0; pass <= passes && waiting.length > 0; pass += 1) {
    const before = waiting.length
    waiting = bidInTurn(auction, waiting, staysTo)
    // Where many are alike, bids move nothing.
    if (pass > 1 && waiting.length > 0.98 * before) break
  }
  for (let row = 0; row < rows; row += 1) {
    const column = places.columnOf[row] as number
    if (column >= 0) rowPrice[row] = (cost[pairOf(row, column)] as number) - (columnPrice[column] as number)
  }
  return Int32Array.from(waiting)
}

/** Lets each waiting row bid, and whoever is outbid after it; lists those who are to wait for the next pass. */
function bidInTurn(auction: Auction, waiting: readonly number[], staysTo: Float64Array): readonly number[] {
  const { cost, exit, capacity, places, rowPrice, columnPrice, choose } = auction
  const { load, holder, entryOf, columnOf } = places
  const choice: Choice = { bestPair: -1, best: -1, low: 0, secondPair: -1, second: -1, next: 0 }
  const left: number[] = []
  let bids = bidsOfARow * waiting.length
  for (const first of waiting) {
    let row = first
    while (row >= 0) {
      const bidder = row
      row = -1
      choice.low = exit[bidder] as number
      choose(bidder, choice)
      rowPrice[bidder] = choice.low
      if (choice.best < 0) continue
      const isTied = choice.next === choice.low && choice.second >= 0
      const isFull = (load[choice.best] as number) >= (capacity[choice.best] as number)
      const column = isTied && isFull ? choice.second : choice.best
      const pair = column === choice.best ? choice.bestPair : choice.secondPair
      const mine = (cost[pair] as number) - choice.next
      if ((load[column] as number) < (capacity[column] as number)) {
        take(places, bidder, column)
        staysTo[bidder] = mine
        continue
      }
      const entry = (load[column] as number) > holdersMax ? -1 : weakestOf(places, column, staysTo)
      if (entry < 0) {
        left.push(bidder)
        continue
      }
      const outbid = holder[entry] as number
      const theirs = staysTo[outbid] as number
      const falls = theirs < (columnPrice[column] as number)
      if (falls) columnPrice[column] = theirs
      bids -= 1
      if (mine > theirs) {
        // Nobody goes, and the bidder looks elsewhere.
        if (falls && bids > 0) row = bidder
        else left.push(bidder)
        continue
      }
      holder[entry] = bidder
      entryOf[bidder] = entry
      columnOf[bidder] = column
      staysTo[bidder] = mine
      columnOf[outbid] = -1
      entryOf[outbid] = -1
      if (falls && bids > 0) row = outbid
      else left.push(outbid)
    }
  }
  return left
}

/** The entry of the row that would leave a full column first, were its price to fall; -1 where the column has no places. */
function weakestOf({ from, holder, load }: Places, column: number, staysTo: Float64Array): number {
  const end = (from[column] as number) + (load[column] as number)
  let weakest = -1
  let most = Number.NEGATIVE_INFINITY
  for (let entry = from[column] as number; entry < end; entry += 1) {
    const stays = staysTo[holder[entry] as number] as number
    if (stays <= most) continue
    most = stays
    weakest = entry
  }
  return weakest
}
