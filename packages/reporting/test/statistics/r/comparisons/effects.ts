import {
  cohensD,
  cohensDav,
  cohensDz,
  glassDelta,
  hedgesG,
  type Interval,
  rankBiserial,
  rankBiserialMatched,
} from '../../../../src/statistics/index.ts'
import { comparison, type Figures } from '../frame/comparison.ts'
import type { Random } from '../frame/random.ts'

interface Effect {
  readonly estimate: number
  readonly interval: Interval
}

function figures(result: { readonly value: Effect } | { readonly refusal: unknown }): Figures | 'refused' {
  if ('refusal' in result) return 'refused'
  const { estimate, interval } = result.value
  return { estimate, low: interval.low, high: interval.high }
}

interface Two {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly level: number
}

/** Two lists whose t is within what R's non-central t can tell: non-centralities up to 37. */
function two(random: Random, paired: boolean, least = 2): Two {
  for (;;) {
    const drawn = twoOfAny(random, paired, least)
    const differences = drawn.x.map((each, place) => each - (drawn.y[place] ?? 0))
    const d = paired
      ? cohensDz(
          differences,
          drawn.x.map(() => 0),
        )
      : cohensD(drawn.x, drawn.y)
    const most = drawn.x.length < 4 || drawn.y.length < 4 ? 5 : 15
    if ('value' in d && Math.abs(d.value.estimate) * Math.sqrt(Math.max(drawn.x.length, drawn.y.length)) < most)
      return drawn
  }
}

function twoOfAny(random: Random, paired: boolean, least: number): Two {
  const n = random.whole(least, 40)
  const [shift, scale, centre] = [random.between(-1, 1), random.size(0.1, 10), random.between(-20, 20)]
  const y = random.list(paired ? n : random.whole(least, 40), () => centre + random.normal())
  const x = paired
    ? y.map((each) => each + shift + scale * random.normal())
    : random.list(n, () => centre + shift + scale * random.normal())
  return { x, y, level: random.pick([0.8, 0.9, 0.95]) }
}

/** Whole numbers with ties, as differences or as two groups that overlap. */
function ranked(random: Random): Two {
  const value = () => random.whole(1, 7)
  return {
    x: random.list(random.whole(2, 40), value),
    y: random.list(random.whole(2, 40), value),
    level: random.pick([0.8, 0.9, 0.95]),
  }
}

/** The interval of an effect size by R's own non-central t. */
const interval = `function(t, df, factor) {
    at <- function(upper) uniroot(function(ncp) pt(t, df, ncp, lower.tail = FALSE) - upper, t + c(-1, 1) * (abs(t) + 12),
      tol = 1e-13, maxiter = 10000)$root * factor
    c(at((1 - level) / 2), at(1 - (1 - level) / 2))
  }`
const pairedR = (unit: string, factor = '1') => `ends <- ${interval}
  d <- x - y; n <- length(d); t <- mean(d) / (sd(d) / sqrt(n)); s <- ${unit}; j <- ${factor}
  i <- ends(t, n - 1, sd(d) / sqrt(n) / s * j)
  list(estimate = mean(d) / s * j, low = i[1], high = i[2])`
const byEffectsize = (call: string, factor: string) => `ends <- ${interval}
  e <- ${call}; n1 <- length(x); n2 <- length(y); i <- ${factor}
  list(estimate = e[[1]], low = i[1], high = i[2])`
const pooledT = 't.test(x, y, var.equal = TRUE)$statistic[[1]], n1 + n2 - 2, sqrt(1 / n1 + 1 / n2)'
const gamma = 'exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))'

/** Every interval here comes from R's non-central t, which is right to about 1e-12 as it stands. */
const relative = 1e-7
const absolute = 1e-9
const packages = ['effectsize']

/** Effect sizes. */
export const effects = [
  comparison({
    name: 'cohensD',
    draw: (random) => two(random, false),
    ours: ({ x, y, level }) => figures(cohensD(x, y, { level })),
    r: byEffectsize('cohens_d(x, y, ci = NULL)', `ends(${pooledT})`),
    ...{ packages, relative, absolute },
  }),
  comparison({
    name: 'hedgesG, exact',
    draw: (random) => two(random, false),
    ours: ({ x, y, level }) => figures(hedgesG(x, y, { level, correction: 'exact' })),
    r: byEffectsize('hedges_g(x, y, ci = NULL)', `{ df <- n1 + n2 - 2; ends(${pooledT} * ${gamma}) }`),
    ...{ packages, relative, absolute },
  }),
  comparison({
    name: 'hedgesG, approximate',
    draw: (random) => two(random, false),
    ours: ({ x, y, level }) => figures(hedgesG(x, y, { level, correction: 'approximate' })),
    r: `j <- 1 - 3 / (4 * (length(x) + length(y) - 2) - 1)
      ${byEffectsize('cohens_d(x, y, ci = NULL)[[1]] * j', `ends(${pooledT} * j)`)}`,
    ...{ packages, relative, absolute },
  }),
  comparison({
    name: 'glassDelta',
    draw: (random) => two(random, false, 3),
    ours: ({ x, y, level }) => figures(glassDelta(x, y, { level })),
    r: byEffectsize(
      'glass_delta(x, y, ci = NULL)',
      `{ f <- sqrt(1 / n2 + sd(x)^2 / (n1 * sd(y)^2)); ends(e[[1]] / f, n2 - 1, f) }`,
    ),
    ...{ packages, relative, absolute },
  }),
  comparison({
    name: 'cohensDz',
    draw: (random) => two(random, true),
    ours: ({ x, y, level }) => figures(cohensDz(x, y, { level })),
    r: pairedR('sd(d)'),
    ...{ relative, absolute },
  }),
  comparison({
    name: 'cohensDz, exact correction',
    draw: (random) => two(random, true, 3),
    ours: ({ x, y, level }) => figures(cohensDz(x, y, { level, correction: 'exact' })),
    r: pairedR('sd(d)', `{ df <- n - 1; ${gamma} }`),
    ...{ relative, absolute },
  }),
  comparison({
    name: 'cohensDav, sds',
    draw: (random) => two(random, true),
    ours: ({ x, y, level }) => figures(cohensDav(x, y, { level, average: 'sds' })),
    r: pairedR('(sd(x) + sd(y)) / 2'),
    ...{ relative, absolute },
  }),
  comparison({
    name: 'cohensDav, variances, approximate correction',
    draw: (random) => two(random, true, 3),
    ours: ({ x, y, level }) => figures(cohensDav(x, y, { level, average: 'variances', correction: 'approximate' })),
    r: pairedR('sqrt((var(x) + var(y)) / 2)', '1 - 3 / (4 * (n - 1) - 1)'),
    ...{ relative, absolute },
  }),
  comparison({
    name: 'rankBiserialMatched',
    draw: (random) => {
      const x = random.list(random.whole(2, 40), () => random.whole(-3, 5))
      return { x, level: random.pick([0.8, 0.9, 0.95]) }
    },
    ours: ({ x, level }) => {
      const found = figures(
        rankBiserialMatched(
          x,
          x.map(() => 0),
          { level },
        ),
      )
      return found !== 'refused' && Math.abs(Number(found.estimate)) === 1 ? 'refused' : found
    },
    r: 'e <- rank_biserial(x, ci = level); list(estimate = e[[1]], low = e$CI_low, high = e$CI_high)',
    ...{ packages },
  }),
  comparison({
    name: 'rankBiserial',
    draw: ranked,
    ours: ({ x, y, level }) => {
      const found = figures(rankBiserial(x, y, { level }))
      return found !== 'refused' && Math.abs(Number(found.estimate)) === 1 ? 'refused' : found
    },
    r: 'e <- rank_biserial(x, y, ci = level); list(estimate = e[[1]], low = e$CI_low, high = e$CI_high)',
    ...{ packages },
  }),
]
