/** One row a respondent, one place an item; null where the answer is missing. */
export type Responses = readonly (readonly (number | null)[])[]

/** Which answers enter a covariance: those of respondents who answered both items of a pair, or of those who answered every item. */
export type MissingAnswers = 'pairwise' | 'complete'

/** Covariances of items, by the respondents that the convention keeps. */
export interface Covariances {
  readonly matrix: readonly (readonly number[])[]
  /** How many respondents the sparsest covariance rests on. */
  readonly n: number
}

/** The covariances of items (n - 1 below the line), or undefined when a pair of items has fewer than two respondents. */
export function covariances(responses: Responses, missing: MissingAnswers): Covariances | undefined {
  const items = responses[0]?.length ?? 0
  const rows = missing === 'complete' ? responses.filter((row) => !row.includes(null)) : responses
  let n = rows.length
  const matrix = Array.from({ length: items }, () => Array<number>(items).fill(0))
  for (let i = 0; i < items; i++)
    for (let j = 0; j <= i; j++) {
      const pair = covariance(rows, i, j)
      n = Math.min(n, pair.n)
      if (pair.value === undefined) return undefined
      ;(matrix[i] ?? [])[j] = pair.value
      ;(matrix[j] ?? [])[i] = pair.value
    }
  return { matrix, n }
}

/** One covariance, in two passes, of those who answered both items. */
function covariance(rows: Responses, i: number, j: number): { readonly n: number; readonly value?: number } {
  let [n, a, b] = [0, 0, 0]
  eachBoth(rows, i, j, (x, y) => {
    n += 1
    a += x
    b += y
  })
  if (n < 2) return { n }
  let products = 0
  eachBoth(rows, i, j, (x, y) => {
    products += (x - a / n) * (y - b / n)
  })
  return { n, value: products / (n - 1) }
}

function eachBoth(rows: Responses, i: number, j: number, visit: (x: number, y: number) => void): void {
  for (const row of rows) {
    const [x, y] = [row[i], row[j]]
    if (typeof x === 'number' && typeof y === 'number') visit(x, y)
  }
}
