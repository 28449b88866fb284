/**
 * The countable rules of the editions, written a second time and from scratch: on bare codes, with no use of `src`, so that a
 * slip in the data or in the engine shows.
 */
const five = [1, 2, 3, 4, 5]
const has = (set: ReadonlySet<string>, ...codes: string[]) => codes.every((code) => set.has(code))
const number = (set: ReadonlySet<string>, family: string) => [...set].filter((code) => code.startsWith(family)).length

type Check = (set: ReadonlySet<string>) => readonly boolean[]

const everything2006: Check = (s) => [number(s, 'A') === 6, number(s, 'K') === 6, number(s, 'V') === 5]
const everything2011: Check = (s) => [number(s, 'A') === 5, number(s, 'K') === 6, number(s, 'V') === 4]
const everything2023: Check = (s) => [
  five.every((n) => s.has(`V${n}`)),
  five.every((n) => s.has(`K${n}`)),
  five.every((n) => s.has(`A${n}`)),
]
const together =
  (check: Check): Check =>
  (s) => [check(s).every(Boolean)]

/** For each descriptor, whether each of its countable criteria is covered, in order. */
export const countable: Readonly<Record<string, Check>> = {
  'ukpsf-2006:SD1': (s) => [number(s, 'A') > 1],
  'ukpsf-2006:SD2': everything2006,
  'ukpsf-2006:SD3': together(everything2006),
  'ukpsf-2011:D1': (s) => [number(s, 'A') > 1, has(s, 'K1', 'K2')],
  'ukpsf-2011:D2': everything2011,
  'ukpsf-2011:D3': everything2011,
  'ukpsf-2011:D4': together(everything2011),
  'psf-2023:D1': (s) => [has(s, 'V1', 'V3'), has(s, 'K1', 'K2', 'K3'), number(s, 'A') > 1],
  'psf-2023:D2': everything2023,
  'psf-2023:D3': together(everything2023),
  'psf-2023:D4': together(everything2023),
}

/** For each descriptor, the criteria that `countable` answers. */
export const countableCriteria: Readonly<Record<string, readonly string[]>> = {
  'ukpsf-2006:SD1': ['SD1.1'],
  'ukpsf-2006:SD2': ['SD2.1', 'SD2.2', 'SD2.3'],
  'ukpsf-2006:SD3': ['SD3.1'],
  'ukpsf-2011:D1': ['D1.I', 'D1.III'],
  'ukpsf-2011:D2': ['D2.I', 'D2.II', 'D2.III'],
  'ukpsf-2011:D3': ['D3.I', 'D3.II', 'D3.III'],
  'ukpsf-2011:D4': ['D4.I'],
  'psf-2023:D1': ['D1.1', 'D1.2', 'D1.3'],
  'psf-2023:D2': ['D2.1', 'D2.2', 'D2.3'],
  'psf-2023:D3': ['D3.2'],
  'psf-2023:D4': ['D4.3'],
}

/** The dimensions of each edition in its order, bare. */
export const bare: Readonly<Record<string, readonly string[]>> = {
  'ukpsf-2006': 'A1 A2 A3 A4 A5 A6 K1 K2 K3 K4 K5 K6 V1 V2 V3 V4 V5'.split(' '),
  'ukpsf-2011': 'A1 A2 A3 A4 A5 K1 K2 K3 K4 K5 K6 V1 V2 V3 V4'.split(' '),
  'psf-2023': 'V1 V2 V3 V4 V5 K1 K2 K3 K4 K5 A1 A2 A3 A4 A5'.split(' '),
}

/** Every set of some codes, by counting in binary. */
export function* subsets(codes: readonly string[]): Generator<ReadonlySet<string>> {
  for (let mask = 0; mask < 2 ** codes.length; mask += 1) {
    yield new Set(codes.filter((_, index) => (mask >> index) & 1))
  }
}
