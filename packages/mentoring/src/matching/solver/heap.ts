/** A binary heap of columns, nearest first, in which a column may move up; ties go to the smaller column. */
export interface Heap {
  readonly size: number
  /** The nearest column, which stays; of no meaning in an empty heap. */
  first(): number
  /** Puts a column in, or moves it up after its distance became less. */
  push(column: number, distance: Float64Array): void
  /** Takes the nearest column out. */
  pop(distance: Float64Array): number
  clear(): void
}

/** An empty heap for columns from 0 to below `columns`. */
export function heapFor(columns: number): Heap {
  return new IndexedHeap(columns)
}

class IndexedHeap implements Heap {
  size = 0
  readonly #column: Int32Array
  readonly #place: Int32Array

  constructor(columns: number) {
    this.#column = new Int32Array(columns + 1)
    this.#place = new Int32Array(columns).fill(-1)
  }

  first(): number {
    return this.#column[0] as number
  }

  push(column: number, distance: Float64Array): void {
    const known = this.#place[column] as number
    let at = known >= 0 ? known : this.size++
    const key = distance[column] as number
    while (at > 0) {
      const up = (at - 1) >> 1
      const above = this.#column[up] as number
      const other = distance[above] as number
      if (other < key || (other === key && above < column)) break
      this.#column[at] = above
      this.#place[above] = at
      at = up
    }
    this.#column[at] = column
    this.#place[column] = at
  }

  pop(distance: Float64Array): number {
    const top = this.#column[0] as number
    this.#place[top] = -1
    this.size -= 1
    if (this.size > 0) this.#sink(this.#column[this.size] as number, distance)
    return top
  }

  clear(): void {
    for (let at = 0; at < this.size; at += 1) this.#place[this.#column[at] as number] = -1
    this.size = 0
  }

  #sink(column: number, distance: Float64Array): void {
    const key = distance[column] as number
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= this.size) break
      let below = this.#column[down] as number
      let other = distance[below] as number
      if (down + 1 < this.size) {
        const right = this.#column[down + 1] as number
        const rightKey = distance[right] as number
        if (rightKey < other || (rightKey === other && right < below)) {
          down += 1
          below = right
          other = rightKey
        }
      }
      if (key < other || (key === other && column < below)) break
      this.#column[at] = below
      this.#place[below] = at
      at = down
    }
    this.#column[at] = column
    this.#place[column] = at
  }
}
