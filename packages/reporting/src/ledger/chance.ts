/** Chance as a value: four whole numbers of 32 bits. Take them from a source that nobody can guess, and keep them to yourself. */
export type Seed = readonly [number, number, number, number]

/** A stream of numbers from 0 (included) to 1 (excluded), the same for the same seed: sfc32, by Chris Doty-Humphrey's PractRand. */
export function chanceOf(seed: Seed): () => number {
  let [a, b, c, d] = seed.map((word) => word >>> 0) as [number, number, number, number]
  const next = () => {
    const sum = (a + b + d) >>> 0
    d = (d + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum / 2 ** 32
  }
  for (let round = 0; round < 15; round += 1) next()
  return next
}
