import { pickTail, smallerTail, type TailOptions, type Tails, turned } from '../special/tails.ts'
import { finite } from './check-parameter.ts'

type Coefficients = readonly number[]

/** The polynomial with these coefficients, the highest power first. */
function polynomial(coefficients: Coefficients, x: number): number {
  let total = 0
  for (const coefficient of coefficients) total = total * x + coefficient
  return total
}

const nearAbove = [0.06568233791820745, 2.235252035460684, 161.02823106855587, 1067.6894854603709, 18154.98125334356]
const nearBelow = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const middleAbove = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const middleBelow = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
]
const farAbove = [
  0.02307344176494017, 0.215898534057957, 0.1274011611602474, 0.02223527787064981, 0.0014216191932278934,
  2.9112874951168793e-5,
]
const farBelow = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
]

/**
 * Both tails of the standard normal distribution at z. Source: W. J. Cody, "Rational Chebyshev approximations for the error
 * function", Mathematics of Computation 23 (1969), 631-637, and its square split in two, so that far tails keep their digits.
 */
export function normalTails(z: number): Tails {
  const size = Math.abs(z)
  if (size <= 0.67448975) {
    const middle = (z * polynomial(nearAbove, z * z)) / polynomial(nearBelow, z * z)
    return { lower: Math.log(0.5 + middle), upper: Math.log(0.5 - middle) }
  }
  const coarse = Math.trunc(size * 16) / 16
  const exponent = -(coarse * coarse) / 2 - ((size - coarse) * (size + coarse)) / 2
  const inverse = 1 / (size * size)
  const factor =
    size <= Math.sqrt(32)
      ? polynomial(middleAbove, size) / polynomial(middleBelow, size)
      : (0.3989422804014327 - (inverse * polynomial(farAbove, inverse)) / polynomial(farBelow, inverse)) / size
  const far = exponent + Math.log(factor)
  const tails = { lower: far, upper: Math.log1p(-Math.exp(far)) }
  return z < 0 ? tails : turned(tails)
}

/**
 * The probability that a standard normal variable is at most `z`, or above it with `tail: 'upper'`.
 *
 * Source: Cody (1969). Throws a RangeError unless `z` is finite. 0 stands for less than 5e-324, which `log` can still tell.
 *
 * @example
 * ```ts
 * import { normalProbability } from '@mentoring-commons/reporting/statistics'
 *
 * normalProbability(-3.5).toPrecision(10) //=> "0.0002326290790"
 * normalProbability(37, { tail: 'upper' }).toPrecision(10) //=> "5.725571223e-300"
 * Math.round(normalProbability(100, { tail: 'upper', log: true })) //=> -5006
 * ```
 */
export function normalProbability(z: number, options: TailOptions = {}): number {
  return pickTail(normalTails(finite(z, 'z')), options)
}

const centre: readonly [Coefficients, Coefficients] = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
]
const shoulder: readonly [Coefficients, Coefficients] = [
  [
    7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
]
const far: readonly [Coefficients, Coefficients] = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
]

/**
 * The point that a standard normal variable exceeds or stays below with probability `p`: below unless `tail` is `upper`.
 *
 * Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988), 477-484.
 * Throws a RangeError unless 0 < p < 1.
 *
 * @example
 * ```ts
 * import { normalQuantile } from '@mentoring-commons/reporting/statistics'
 *
 * normalQuantile(0.975).toPrecision(12) //=> "1.95996398454"
 * normalQuantile(1e-300, { tail: 'upper' }).toPrecision(12) //=> "37.0470962994"
 * ```
 */
export function normalQuantile(p: number, { tail = 'lower' }: Pick<TailOptions, 'tail'> = {}): number {
  const smaller = smallerTail(p, tail)
  const q = 0.5 - smaller.p
  const sign = smaller.tail === 'lower' ? -1 : 1
  const ratio = ([above, below]: readonly [Coefficients, Coefficients], r: number) =>
    polynomial(above, r) / polynomial(below, r)
  if (q <= 0.425) return q === 0 ? 0 : sign * q * ratio(centre, 0.180625 - q * q)
  const r = Math.sqrt(-Math.log(smaller.p))
  return sign * (r <= 5 ? ratio(shoulder, r - 1.6) : ratio(far, r - 5))
}
