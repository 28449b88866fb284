import {
  type Alternative,
  type Bound,
  chiSquareGoodnessOfFit,
  chiSquareIndependence,
  fisherExact,
  type Interval,
  mannWhitneyExact,
  mannWhitneyNormal,
  mcNemarChiSquare,
  mcNemarExact,
  pairedTTest,
  signedRankExact,
  signedRankNormal,
  welchTTest,
} from '../../../../src/statistics/index.ts'
import { comparison, type Figures } from '../frame/comparison.ts'
import type { Random } from '../frame/random.ts'

const alternatives = ['two-sided', 'less', 'greater'] as const
const rAlternative = 'alternative <- sub("-", ".", alternative)'

interface Told {
  readonly statistic?: number
  readonly df?: number
  readonly p: number
  readonly estimate?: Bound
  readonly interval?: Interval<Bound>
}

function figures<T extends Told>(
  result: { readonly value: T } | { readonly refusal: unknown },
  take: (value: T) => Figures = ({ statistic, df, p, estimate, interval }) => ({
    ...(statistic === undefined ? {} : { statistic }),
    ...(df === undefined ? {} : { df }),
    p,
    ...(estimate === undefined ? {} : { estimate }),
    ...(interval === undefined ? {} : { low: interval.low, high: interval.high }),
  }),
): Figures | 'refused' {
  return 'refusal' in result ? 'refused' : take(result.value)
}

interface Two {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly alternative: Alternative
  readonly level: number
}

/** Two lists of measured or of counted values, the latter with ties. */
function two(random: Random, { paired, ties, most = 30 }: { paired: boolean; ties: boolean; most?: number }): Two {
  const n = random.whole(2, most)
  const shift = random.between(-1, 1)
  const scale = random.size(0.01, 100)
  const value = ties ? () => random.whole(1, 7) : () => scale * random.normal()
  const base = random.list(n, value)
  const y = paired ? base : random.list(random.whole(2, most), value)
  const x = paired
    ? base.map((each) => each + (ties ? random.whole(-2, 3) : scale * (shift + random.normal())))
    : random.list(n, () => value() + (ties ? random.whole(0, 2) : scale * shift))
  return { x, y, alternative: random.pick(alternatives), level: random.pick([0.8, 0.9, 0.95, 0.99]) }
}

const options = ({ alternative, level }: Two) => ({ alternative, level })
const rTest = 'list(statistic = t$statistic[[1]], df = t$parameter[[1]], p = t$p.value'
const withoutInterval = ({ statistic, p }: Told): Figures => ({ ...(statistic === undefined ? {} : { statistic }), p })

/**
 * R's interval, but where it is narrower than R tells (it takes the outermost values when the level cannot be reached) or wider than
 * it need be (a probability that is met exactly), from `cumulative`, the distribution of the statistic, and the `ordered` values.
 */
const hodgesLehmann = (test: string, cumulative: string, ordered: string) => `${rAlternative}
  t <- ${test}
  outside <- (1 - level) / (if (alternative == "two.sided") 2 else 1)
  d <- sort(${ordered}); below <- ${cumulative}; k <- sum(below <= outside * (1 + 1e-12))
  ends <- as.double(t$conf.int)
  if (k == 0) ends <- c(-Inf, Inf)
  else if (any(abs(below - outside) < 1e-12)) ends <- ifelse(is.finite(ends), c(d[k], d[length(d) + 1 - k]), ends)
  list(statistic = t$statistic[[1]], p = t$p.value, estimate = t$estimate[[1]], low = ends[1], high = ends[2])`

interface Fourfold {
  readonly m: readonly [readonly [number, number], readonly [number, number]]
  readonly alternative: Alternative
  readonly level: number
}

function fourfold(random: Random): Fourfold {
  const most = random.pick([4, 15, 120, 2000])
  const cell = () => random.whole(0, most)
  const level = random.pick([0.9, 0.95, 0.99])
  return {
    m: [
      [cell(), cell()],
      [cell(), cell()],
    ],
    alternative: random.pick(alternatives),
    level,
  }
}

/** Fisher's estimate and interval as R finds them, but to the last digits. */
const fisherR = `${rAlternative}
  t <- fisher.test(m, alternative = alternative, conf.level = level)
  k <- sum(m[1, ]); marked <- sum(m[, 1]); unmarked <- sum(m[, 2]); x <- m[1, 1]
  support <- max(0, k - unmarked):min(k, marked)
  logs <- dhyper(support, marked, unmarked, k, log = TRUE)
  d <- function(w) { each <- logs + support * w; each <- exp(each - max(each)); each / sum(each) }
  root <- function(f) exp(uniroot(f, c(-60, 60), tol = 1e-14, extendInt = "no", maxiter = 10000)$root)
  outside <- (1 - level) / (if (alternative == "two.sided") 2 else 1)
  list(p = t$p.value,
    estimate = if (x == min(support)) 0 else if (x == max(support)) Inf else root(function(w) sum(support * d(w)) - x),
    low = if (alternative == "less" || x == min(support)) 0 else root(function(w) sum(d(w)[support >= x]) - outside),
    high = if (alternative == "greater" || x == max(support)) Inf else root(function(w) outside - sum(d(w)[support <= x])))`

const share = (odds: Bound): number => (odds === 'unbounded' ? 1 : odds / (1 + odds))

const mcnemarOdds = `list(
  estimate = m[1, 2] / m[2, 1], low = b$conf.int[1] / (1 - b$conf.int[1]), high = b$conf.int[2] / (1 - b$conf.int[2])`

/** Tests of a difference. */
export const tests = [
  comparison({
    name: 'pairedTTest',
    draw: (random) => two(random, { paired: true, ties: random.next() < 0.3 }),
    ours: (drawn) => figures(pairedTTest(drawn.x, drawn.y, options(drawn))),
    r: `${rAlternative}
      t <- t.test(x, y, paired = TRUE, alternative = alternative, conf.level = level)
      ${rTest}, estimate = t$estimate[[1]], low = t$conf.int[1], high = t$conf.int[2])`,
  }),
  comparison({
    name: 'welchTTest',
    draw: (random) => two(random, { paired: false, ties: random.next() < 0.3 }),
    ours: (drawn) => figures(welchTTest(drawn.x, drawn.y, options(drawn))),
    r: `${rAlternative}
      t <- t.test(x, y, alternative = alternative, conf.level = level)
      ${rTest}, estimate = t$estimate[[1]] - t$estimate[[2]], low = t$conf.int[1], high = t$conf.int[2])`,
  }),
  comparison({
    name: 'signedRankExact, ties and zeros',
    draw: (random) => two(random, { paired: true, ties: true }),
    ours: (drawn) => figures(signedRankExact(drawn.x, drawn.y, options(drawn)), withoutInterval),
    r: `${rAlternative}
      t <- wilcox.exact(x, y, paired = TRUE, alternative = alternative, exact = TRUE)
      list(statistic = t$statistic[[1]], p = t$p.value)`,
    packages: ['exactRankTests'],
  }),
  comparison({
    name: 'signedRankExact, no ties',
    draw: (random) => two(random, { paired: true, ties: false, most: 49 }),
    ours: (drawn) => figures(signedRankExact(drawn.x, drawn.y, options(drawn))),
    r: hodgesLehmann(
      'wilcox.test(x, y, paired = TRUE, exact = TRUE, conf.int = TRUE, conf.level = level, alternative = alternative)',
      'psignrank(0:(length(x) * (length(x) + 1) / 2), length(x))',
      '{ a <- outer(x - y, x - y, "+") / 2; a[!lower.tri(a)] }',
    ),
  }),
  ...[true, false].map((continuity) =>
    comparison({
      name: `signedRankNormal, ${continuity ? 'with' : 'without'} continuity correction`,
      draw: (random) => two(random, { paired: true, ties: random.next() < 0.7, most: 80 }),
      ours: (drawn) => figures(signedRankNormal(drawn.x, drawn.y, { ...options(drawn), continuity }), withoutInterval),
      r: `${rAlternative}
        t <- wilcox.test(x, y, paired = TRUE, exact = FALSE, correct = ${continuity ? 'TRUE' : 'FALSE'}, alternative = alternative)
        list(statistic = t$statistic[[1]], p = t$p.value)`,
    }),
  ),
  comparison({
    name: 'mannWhitneyExact, ties',
    draw: (random) => two(random, { paired: false, ties: true }),
    ours: (drawn) => figures(mannWhitneyExact(drawn.x, drawn.y, options(drawn)), withoutInterval),
    // Two-sided, wilcox.exact drops what lies exactly as far on the other side when its expectation has a rounding error.
    r: `${rAlternative}
      t <- wilcox.exact(x, y, alternative = alternative, exact = TRUE)
      r <- rank(c(x, y)); m <- length(x); expected <- m * (length(r) + 1) / 2; far <- abs(sum(r[seq_len(m)]) - expected)
      all <- exactRankTests:::cperm(exactRankTests:::equiscores(r, m, 0.01, NULL, FALSE), m, FALSE)
      both <- sum(all$Prob[abs(all$T - expected) >= far - 1e-6])
      list(statistic = t$statistic[[1]], p = if (alternative == "two.sided") min(1, both) else t$p.value)`,
    packages: ['exactRankTests'],
  }),
  comparison({
    name: 'mannWhitneyExact, no ties',
    draw: (random) => two(random, { paired: false, ties: false, most: 40 }),
    ours: (drawn) => figures(mannWhitneyExact(drawn.x, drawn.y, options(drawn))),
    r: hodgesLehmann(
      'wilcox.test(x, y, exact = TRUE, conf.int = TRUE, conf.level = level, alternative = alternative)',
      'pwilcox(0:(length(x) * length(y)), length(x), length(y))',
      'outer(x, y, "-")',
    ),
  }),
  ...[true, false].map((continuity) =>
    comparison({
      name: `mannWhitneyNormal, ${continuity ? 'with' : 'without'} continuity correction`,
      draw: (random) => two(random, { paired: false, ties: random.next() < 0.7, most: 80 }),
      ours: (drawn) => figures(mannWhitneyNormal(drawn.x, drawn.y, { ...options(drawn), continuity }), withoutInterval),
      r: `${rAlternative}
        t <- wilcox.test(x, y, exact = FALSE, correct = ${continuity ? 'TRUE' : 'FALSE'}, alternative = alternative)
        list(statistic = t$statistic[[1]], p = t$p.value)`,
    }),
  ),
  comparison({
    name: 'mcNemarExact',
    draw: fourfold,
    ours: ({ m, alternative, level }) => figures(mcNemarExact(m, { alternative, level })),
    r: `${rAlternative}
      b <- binom.test(m[1, 2], m[1, 2] + m[2, 1], alternative = alternative, conf.level = level)
      ${mcnemarOdds}, p = b$p.value)`,
  }),
  ...[true, false].map((continuity) =>
    comparison({
      name: `mcNemarChiSquare, ${continuity ? 'with' : 'without'} continuity correction`,
      draw: fourfold,
      ours: ({ m, level }: Fourfold) => figures(mcNemarChiSquare(m, { continuity, level })),
      r: `t <- mcnemar.test(m, correct = ${continuity ? 'TRUE' : 'FALSE'})
        b <- binom.test(m[1, 2], m[1, 2] + m[2, 1], conf.level = level)
        ${mcnemarOdds}, statistic = t$statistic[[1]], df = t$parameter[[1]], p = t$p.value)`,
    }),
  ),
  comparison({
    name: 'fisherExact',
    draw: fourfold,
    ours: ({ m, alternative, level }) => figures(fisherExact(m, { alternative, level })),
    r: fisherR,
  }),
  comparison({
    name: 'fisherExact, as far as R goes',
    draw: fourfold,
    ours: ({ m, alternative, level }) =>
      figures(fisherExact(m, { alternative, level, precision: 'as-r' }), ({ p, estimate, interval }) => ({
        ...{ p, estimate: share(estimate), low: share(interval.low), high: share(interval.high) },
      })),
    r: `${rAlternative}
      t <- fisher.test(m, alternative = alternative, conf.level = level)
      share <- function(odds) if (is.infinite(odds)) 1 else odds / (1 + odds)
      list(p = t$p.value, estimate = share(t$estimate[[1]]), low = share(t$conf.int[1]), high = share(t$conf.int[2]))`,
    // A rounding error may turn R's search another way, which ends as near to the root as it.
    relative: 1e-3,
  }),
  comparison({
    name: 'chiSquareIndependence',
    draw: (random) => {
      const [rows, columns] = [random.whole(2, 5), random.whole(2, 6)]
      return { m: random.list(rows, () => random.list(columns, () => random.whole(0, 60))) }
    },
    ours: ({ m }) =>
      figures(chiSquareIndependence(m, { correction: 'none' }), ({ statistic, df, p, expectedMin }) => ({
        ...{ statistic, df, p, expectedMin },
      })),
    r: `t <- chisq.test(m, correct = FALSE)
      list(statistic = t$statistic[[1]], df = t$parameter[[1]], p = t$p.value, expectedMin = min(t$expected))`,
  }),
  comparison({
    name: "chiSquareIndependence, Yates' correction",
    draw: fourfold,
    ours: ({ m }) => figures(chiSquareIndependence(m, { correction: 'yates' })),
    r: `t <- chisq.test(m, correct = TRUE)
      list(statistic = t$statistic[[1]], df = t$parameter[[1]], p = t$p.value)`,
  }),
  comparison({
    name: 'chiSquareGoodnessOfFit',
    draw: (random) => {
      const weights = random.list(random.whole(2, 9), () => random.between(0.05, 1))
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      return { counts: weights.map(() => random.whole(0, 80)), shares: weights.map((weight) => weight / whole) }
    },
    ours: ({ counts, shares }) => figures(chiSquareGoodnessOfFit(counts, { shares })),
    r: `t <- chisq.test(counts, p = shares)
      list(statistic = t$statistic[[1]], df = t$parameter[[1]], p = t$p.value)`,
  }),
]
