import { cohenKappa, type KappaWeights, krippendorffAlpha, type Metric } from '../../../../src/statistics/index.ts'
import { comparison } from '../frame/comparison.ts'
import type { Random } from '../frame/random.ts'

interface Rated {
  readonly counts: readonly (readonly number[])[]
  readonly level: number
}

/** R's own for kappa; for weighted kappa its standard error is by the source, as psych multiplies by row sums where the source averages over them. */
const errors: Record<KappaWeights, string> = {
  none: 'list(kappa = own$kappa, n = n, low = own$confid[1, "lower"], high = own$confid[1, "upper"])',
  linear: 'weighted(own$weighted.kappa)',
  quadratic: 'weighted(own$weighted.kappa)',
}

const kappa = (weights: KappaWeights) =>
  comparison<Rated>({
    name: `cohenKappa, ${weights}`,
    draw: (random) => {
      const k = random.whole(2, 5)
      const counts = random.list(k, (i) => random.list(k, (j) => random.whole(0, i === j ? 30 : 8)))
      return { counts, level: random.pick([0.8, 0.9, 0.95]) }
    },
    ours: ({ counts, level }) => {
      const result = cohenKappa(counts, { weights, level })
      if ('refusal' in result || result.value.interval === undefined) return 'refused'
      const { kappa, n, interval } = result.value
      return { kappa, n, low: interval.low, high: interval.high }
    },
    r: `n <- sum(counts); p <- counts / n
      w <- 1 - (abs(row(p) - col(p)) / (nrow(p) - 1))^${weights === 'linear' ? 1 : 2}
      own <- suppressWarnings(psych::cohen.kappa(counts, w = w, alpha = 1 - level))
      weighted <- function(k) {
        expected <- sum(w * outer(rowSums(p), colSums(p)))
        means <- outer(as.vector(w %*% colSums(p)), as.vector(rowSums(p) %*% w), "+")
        v <- (sum(p * (w - means * (1 - k))^2) - (k - expected * (1 - k))^2) / (n * (1 - expected)^2)
        reach <- qnorm((1 + level) / 2) * sqrt(v)
        list(kappa = k, n = n, low = max(-1, k - reach), high = min(1, k + reach))
      }
      ${errors[weights]}`,
    packages: ['psych'],
  })

interface Observed {
  readonly m: readonly (readonly (number | null)[])[]
}

/** Units by observers, who mostly see the same; some saw nothing. */
function observed(random: Random): Observed {
  const observers = random.whole(2, 5)
  const m = random.list(random.whole(6, 25), () => {
    const seen = random.whole(1, 5)
    return random.list(observers, () => {
      if (random.next() < 0.15) return null
      return random.next() < 0.6 ? seen : random.whole(1, 6)
    })
  })
  return { m }
}

const distance: Record<Metric, string> = {
  nominal: '1 * (v[c] != v[k])',
  ordinal: '(sum(n[c:k]) - (n[c] + n[k]) / 2)^2',
  interval: '(v[c] - v[k])^2',
  ratio: '((v[c] - v[k]) / (v[c] + v[k]))^2',
}

const krippendorff = (metric: Metric) =>
  comparison<Observed>({
    name: `krippendorffAlpha, ${metric}`,
    draw: observed,
    ours: ({ m }) => {
      const result = krippendorffAlpha(m, { metric, seed: 1, resamples: 20, level: 0.5 })
      return 'refusal' in result
        ? 'refused'
        : { alpha: result.value.alpha, n: result.value.n, values: result.value.values }
    },
    r: `units <- Filter(function(u) length(u) > 1, lapply(seq_len(nrow(m)), function(i) m[i, !is.na(m[i, ])]))
      v <- sort(unique(unlist(units)))
      o <- matrix(0, length(v), length(v))
      for (u in units) for (i in seq_along(u)) for (j in seq_along(u)) if (i != j) {
        a <- match(u[i], v); b <- match(u[j], v); o[a, b] <- o[a, b] + 1 / (length(u) - 1)
      }
      n <- rowSums(o)
      d <- outer(seq_along(v), seq_along(v), Vectorize(function(c, k) ${distance[metric]}))
      list(alpha = 1 - (sum(n) - 1) * sum(o * d) / sum(outer(n, n) * d), n = length(units), values = length(unlist(units)))`,
  })

/** Agreement beside R; Krippendorff's alpha, for which no package is asked, beside its matrix of coincidences. */
export const agreement = [
  kappa('none'),
  kappa('linear'),
  kappa('quadratic'),
  krippendorff('nominal'),
  krippendorff('ordinal'),
  krippendorff('interval'),
  krippendorff('ratio'),
]
