/** A problem of least cost, as every contender is given it. */
export interface Problem {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** Places of every column. */
  readonly places: number
  readonly cost: Float64Array
  /** Only where few pairs may be made: where the pairs of each row begin, and the column of each. */
  readonly start?: Int32Array
  readonly column?: Int32Array
}

/** Numbers from 0 to below 1 that the seed alone decides: SplitMix32, after G. Steele, D. Lea and C. Flood (OOPSLA 2014). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e37_79b9) >>> 0
    let word = Math.imul(state ^ (state >>> 16), 0x21f0_aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a_2d97)
    return ((word ^ (word >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Costs drawn evenly from 0 to 1. */
export function floatProblem(size: number): Problem {
  const next = random(1)
  return dense(`float ${size}`, size, size, 1, () => next())
}

/** Whole costs drawn evenly from 1 to 100. */
export function integerProblem(size: number): Problem {
  const next = random(2)
  return dense(`int ${size}`, size, size, 1, () => 1 + Math.floor(next() * 100))
}

/** The cost of a pair is the product of their places: the worst case of shortest augmenting paths. */
export function productProblem(size: number): Problem {
  return dense(`worst case ${size}`, size, size, 1, (row, column) => (row + 1) * (column + 1))
}

/** Costs as a policy makes them of topics, grades and units: few distinct values, and many ties. */
export function scoreProblem(rows: number, columns: number, places: number): Problem {
  const next = random(3)
  const draw = (below: number) => Math.floor(next() * below)
  const people = (count: number) =>
    Array.from({ length: count }, () => ({
      topics: new Set(Array.from({ length: 2 + draw(3) }, () => draw(12))),
      grade: draw(6),
      unit: draw(8),
    }))
  const mentees = people(rows)
  const mentors = people(columns)
  const name = places === 1 ? `score ${rows}` : `capacities ${rows} x ${columns}`
  return dense(name, rows, columns, places, (row, column) => {
    const [mentee, mentor] = [mentees[row], mentors[column]]
    if (!mentee || !mentor) throw new RangeError(`no pair ${row}, ${column}`)
    const shared = [...mentee.topics].filter((topic) => mentor.topics.has(topic)).length / mentee.topics.size
    const near = Math.max(0, 1 - Math.abs(mentor.grade - mentee.grade - 1) / 4)
    const apart = mentee.unit === mentor.unit ? 0 : 1
    return 1_000_000 - Math.round((0.55 * shared + 0.35 * near + 0.1 * apart) * 1_000_000)
  })
}

/** Costs drawn evenly from 0 to 1, where a tenth of the pairs may be made; everybody can have a place. */
export function sparseProblem(size: number): Problem {
  const next = random(4)
  const start = new Int32Array(size + 1)
  const column: number[] = []
  for (let row = 0; row < size; row += 1) {
    for (let to = 0; to < size; to += 1) if (to === row || next() < 0.1) column.push(to)
    start[row + 1] = column.length
  }
  const cost = Float64Array.from(column, () => next())
  const shared = { name: `sparse 10 % ${size}`, rows: size, columns: size, places: 1 }
  return { ...shared, start, column: Int32Array.from(column), cost }
}

function dense(
  name: string,
  rows: number,
  columns: number,
  places: number,
  costOf: (row: number, column: number) => number,
): Problem {
  const cost = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) cost[row * columns + column] = costOf(row, column)
  return { name, rows, columns, places, cost }
}
