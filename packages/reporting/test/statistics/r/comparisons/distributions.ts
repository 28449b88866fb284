import {
  binomialDensity,
  binomialProbability,
  binomialQuantile,
  chiSquareProbability,
  chiSquareQuantile,
  fProbability,
  fQuantile,
  hypergeometricDensity,
  hypergeometricProbability,
  hypergeometricQuantile,
  noncentralTProbability,
  noncentralTQuantile,
  normalProbability,
  normalQuantile,
  rankSumProbability,
  rankSumQuantile,
  signedRankProbability,
  signedRankQuantile,
  type TailOptions,
  tProbability,
  tQuantile,
} from '../../../../src/statistics/index.ts'
import { comparison, type Figures } from '../frame/comparison.ts'
import type { Random } from '../frame/random.ts'

const tails = ['lower', 'upper'] as const

/** Below this R's own pf and pbinom lose digits, or are 0. */
const least = 1e-250

/** Both tails, and each as a logarithm, where R can tell them. */
function four(probability: (options: TailOptions) => number): Figures {
  const [lower, upper] = [probability({ tail: 'lower' }), probability({ tail: 'upper' })]
  return {
    ...(lower > least ? { lower, logLower: probability({ tail: 'lower', log: true }) } : {}),
    ...(upper > least ? { upper, logUpper: probability({ tail: 'upper', log: true }) } : {}),
  }
}

const fourR = (name: string, parameters: string) => `f <- function(...) ${name}(x, ${parameters}, ...)
  lower <- f(); upper <- f(lower.tail = FALSE)
  c(lower = lower, upper = upper, logLower = f(log.p = TRUE), logUpper = f(lower.tail = FALSE, log.p = TRUE))[rep(
    c(lower > ${least}, upper > ${least}), 2)]`

/** Probabilities down to 1e-250, where R's own still have all digits, and up to 1 less 1e-12. */
const probability = (random: Random) => {
  const p = random.pick([random.size(1e-250, 0.5), random.size(1e-12, 0.5), random.between(0.001, 0.999)])
  return random.next() < 0.3 && p > 1e-12 ? 1 - p : p
}

const freedom = (random: Random) => random.pick([random.whole(1, 30), random.size(0.5, 5000), random.whole(1, 4)])

/** The probability that R finds at the quantile that we found: R's own quantiles are less sure in far tails. */
const back = (name: string, parameters: string) =>
  `c(p = exp(${name}(q, ${parameters}, lower.tail = tail == "lower", log.p = TRUE)))`
const tail = (random: Random) => random.pick(tails)
/** Probabilities beneath what is worth telling apart, down to the smallest numbers there are. */
const far = { relative: 1e-9, absolute: 1e-305 }

const urn = (random: Random) => {
  const most = random.pick([6, 40, 3000])
  const [marked, unmarked] = [random.whole(1, most), random.whole(1, most)]
  return { marked, unmarked, drawn: random.whole(1, marked + unmarked) }
}

/** Distribution functions. */
export const distributions = [
  comparison({
    name: 'normalProbability',
    draw: (random) => ({ x: random.pick([random.between(-37, 37), random.between(-8, 8), random.normal()]) }),
    ours: ({ x }) => four((options) => normalProbability(x, options)),
    r: fourR('pnorm', '0'),
    ...far,
  }),
  comparison({
    name: 'normalQuantile',
    draw: (random) => ({ p: probability(random), tail: tail(random) }),
    ours: ({ p, tail }) => ({ q: normalQuantile(p, { tail }) }),
    r: 'c(q = qnorm(p, lower.tail = tail == "lower"))',
  }),
  comparison({
    name: 'tProbability',
    draw: (random) => ({
      x: random.pick([-1, 1]) * random.pick([random.size(1e-8, 1e20), random.size(0.1, 40)]),
      df: freedom(random),
    }),
    ours: ({ x, df }) => four((options) => tProbability(x, { ...options, df })),
    r: fourR('pt', 'df'),
    ...far,
  }),
  comparison({
    name: 'tQuantile',
    draw: (random) => {
      const drawn = {
        p: probability(random),
        tail: tail(random),
        df: random.pick([random.whole(1, 30), random.size(1, 5000)]),
      }
      return { ...drawn, q: tQuantile(drawn.p, drawn) }
    },
    ours: ({ p }) => ({ p }),
    r: back('pt', 'df'),
    ...far,
  }),
  comparison({
    name: 'chiSquareProbability',
    draw: (random) => ({ x: random.pick([random.size(1e-20, 1400), random.size(0.1, 100)]), df: freedom(random) }),
    ours: ({ x, df }) => four((options) => chiSquareProbability(x, { ...options, df })),
    r: fourR('pchisq', 'df'),
    ...far,
  }),
  comparison({
    name: 'chiSquareQuantile',
    draw: (random) => {
      const drawn = {
        p: probability(random),
        tail: tail(random),
        df: random.pick([random.whole(3, 30), random.size(3, 5000)]),
      }
      return { ...drawn, q: chiSquareQuantile(drawn.p, drawn) }
    },
    ours: ({ p }) => ({ p }),
    r: back('pchisq', 'df'),
    ...far,
  }),
  comparison({
    name: 'fProbability',
    draw: (random) => ({
      x: random.pick([random.size(1e-20, 1e20), random.size(0.05, 20)]),
      df1: freedom(random),
      df2: freedom(random),
    }),
    ours: ({ x, df1, df2 }) => four((options) => fProbability(x, { ...options, df1, df2 })),
    r: fourR('pf', 'df1, df2'),
    ...far,
  }),
  comparison({
    name: 'fQuantile',
    draw: (random) => {
      const freedom = () => random.pick([random.whole(3, 30), random.size(3, 5000)])
      const drawn = { p: probability(random), tail: tail(random), df1: freedom(), df2: freedom() }
      return { ...drawn, q: fQuantile(drawn.p, drawn) }
    },
    ours: ({ p }) => ({ p }),
    r: back('pf', 'df1, df2'),
    ...far,
  }),
  comparison({
    name: 'binomial',
    draw: (random) => {
      const n = random.pick([random.whole(1, 30), random.whole(1, 5000)])
      const share = random.pick([random.next(), random.size(1e-6, 0.5)])
      return { x: random.whole(0, n), n, share, p: random.between(0.001, 0.999) }
    },
    ours: ({ x, n, share, p }) => ({
      ...four((options) => binomialProbability(x, { ...options, n, share })),
      density: binomialDensity(x, { n, share }),
      quantile: binomialQuantile(p, { n, share }),
      above: binomialQuantile(p, { n, share, tail: 'upper' }),
    }),
    r: `c({ ${fourR('pbinom', 'n, share')} }, density = dbinom(x, n, share), quantile = qbinom(p, n, share),
      above = qbinom(p, n, share, lower.tail = FALSE))`,
    ...far,
  }),
  comparison({
    name: 'hypergeometric',
    draw: (random) => {
      const drawn = urn(random)
      return {
        ...drawn,
        x: random.whole(Math.max(0, drawn.drawn - drawn.unmarked), Math.min(drawn.drawn, drawn.marked)),
        p: random.between(0.001, 0.999),
      }
    },
    ours: ({ x, p, ...drawn }) => ({
      ...four((options) => hypergeometricProbability(x, { ...options, ...drawn })),
      density: hypergeometricDensity(x, drawn),
      quantile: hypergeometricQuantile(p, drawn),
      above: hypergeometricQuantile(p, { ...drawn, tail: 'upper' }),
    }),
    r: `c({ ${fourR('phyper', 'marked, unmarked, drawn')} }, density = dhyper(x, marked, unmarked, drawn),
      quantile = qhyper(p, marked, unmarked, drawn), above = qhyper(p, marked, unmarked, drawn, lower.tail = FALSE))`,
    ...far,
  }),
  comparison({
    name: "Fisher's non-central hypergeometric",
    draw: (random) => {
      const drawn = urn(random)
      const x = random.whole(Math.max(0, drawn.drawn - drawn.unmarked), Math.min(drawn.drawn, drawn.marked))
      return { ...drawn, x, oddsRatio: random.size(0.001, 1000) }
    },
    ours: ({ x, ...drawn }) => ({
      lower: hypergeometricProbability(x, drawn),
      upper: hypergeometricProbability(x, { ...drawn, tail: 'upper' }),
      density: hypergeometricDensity(x, drawn),
    }),
    r: `k <- max(0, drawn - unmarked):min(drawn, marked)
      logs <- dhyper(k, marked, unmarked, drawn, log = TRUE) + k * log(oddsRatio)
      d <- exp(logs - max(logs)); d <- d / sum(d)
      c(lower = sum(d[k <= x]), upper = sum(d[k > x]), density = d[k == x])`,
    ...far,
  }),
  comparison({
    name: 'noncentralTProbability',
    draw: (random) => ({ x: random.between(-15, 15), df: random.size(1, 500), ncp: random.between(-8, 8) }),
    ours: ({ x, df, ncp }) => ({
      lower: noncentralTProbability(x, { df, ncp }),
      upper: noncentralTProbability(x, { df, ncp, tail: 'upper' }),
    }),
    // R's own is right to about 1e-12 as it stands, and not in its tails.
    r: 'c(lower = pt(x, df, ncp), upper = pt(x, df, ncp, lower.tail = FALSE))',
    relative: 1e-8,
    absolute: 1e-10,
  }),
  comparison({
    name: 'noncentralTQuantile',
    draw: (random) => {
      const drawn = {
        p: random.between(0.001, 0.999),
        tail: tail(random),
        df: random.size(1, 500),
        ncp: random.between(-8, 8),
      }
      return { ...drawn, q: noncentralTQuantile(drawn.p, drawn) }
    },
    ours: ({ p }) => ({ p }),
    r: back('pt', 'df, ncp'),
    relative: 1e-8,
    absolute: 1e-10,
  }),
  comparison({
    name: 'signedRank',
    draw: (random) => {
      const n = random.whole(1, 45)
      return { n, x: random.whole(0, (n * (n + 1)) / 2), p: random.between(0.001, 0.999), tail: tail(random) }
    },
    ours: ({ n, x, p, tail }) => ({
      lower: signedRankProbability(x, { n }),
      upper: signedRankProbability(x, { n, tail: 'upper' }),
      quantile: signedRankQuantile(p, { n, tail }),
    }),
    r: `c(lower = psignrank(x, n), upper = psignrank(x, n, lower.tail = FALSE),
      quantile = qsignrank(p, n, lower.tail = tail == "lower"))`,
    ...far,
  }),
  comparison({
    name: 'rankSum',
    draw: (random) => {
      const [first, second] = [random.whole(1, 25), random.whole(1, 25)]
      return { first, second, x: random.whole(0, first * second), p: random.between(0.001, 0.999), tail: tail(random) }
    },
    ours: ({ first, second, x, p, tail }) => ({
      lower: rankSumProbability(x, { first, second }),
      upper: rankSumProbability(x, { first, second, tail: 'upper' }),
      quantile: rankSumQuantile(p, { first, second, tail }),
    }),
    r: `c(lower = pwilcox(x, first, second), upper = pwilcox(x, first, second, lower.tail = FALSE),
      quantile = qwilcox(p, first, second, lower.tail = tail == "lower"))`,
    ...far,
  }),
]
