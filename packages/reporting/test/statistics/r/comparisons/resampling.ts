import { type BootstrapOptions, bootstrap, seededRandom } from '../../../../src/statistics/index.ts'
import { drawResample } from '../../../../src/statistics/resampling/draw-resample.ts'
import { comparison } from '../frame/comparison.ts'

interface Resampled {
  readonly x: readonly number[]
  /** One resample a row, places from 1. */
  readonly places: readonly (readonly number[])[]
  readonly seed: number
  readonly level: number
}

const resamples = 399

const sd = (values: readonly number[]): number | undefined => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1))
}

const intervals = (method: BootstrapOptions['method']) =>
  comparison<Resampled>({
    name: `bootstrap, ${method}`,
    draw: (random) => {
      const seed = random.whole(0, 2 ** 32 - 1)
      const x = random.list(random.whole(8, 15), () => Math.exp(random.normal()))
      const chance = seededRandom(seed)
      const places = random.list(resamples, () => drawResample(x.length, chance).map((place) => place + 1))
      return { x, places, seed, level: random.pick([0.7, 0.8, 0.9]) }
    },
    ours: ({ x, seed, level }) => {
      const result = bootstrap(x, sd, { seed, resamples, method, level })
      if ('refusal' in result) return 'refused'
      const { estimate, standardError, interval } = result.value
      return { estimate, se: standardError, low: interval.low, high: interval.high }
    },
    r: `t <- apply(places, 1, function(i) sd(x[i]))
      p <- c((1 - level) / 2, (1 + level) / 2)
      ${
        method === 'percentile'
          ? ''
          : `left <- sapply(seq_along(x), function(i) sd(x[-i])); off <- mean(left) - left
             a <- sum(off^3) / (6 * sum(off^2)^1.5); z0 <- qnorm(mean(t < sd(x) - 1e-12 * diff(range(t)))); z <- z0 + qnorm(p)
             p <- pnorm(z0 + z / (1 - a * z))`
      }
      q <- quantile(t, p, type = 6, names = FALSE)
      list(estimate = sd(x), se = sd(t), low = q[1], high = q[2])`,
    relative: 1e-8,
  })

/** Bootstrap intervals beside their formulas in R, on the same draws. */
export const resampling = [intervals('percentile'), intervals('bca')]
