import { type CurveScale, kaplanMeier, logRank, restrictedMean } from '../../../../src/statistics/index.ts'
import { comparison, type Figures } from '../frame/comparison.ts'
import type { Random } from '../frame/random.ts'

interface Watched {
  readonly entry: readonly number[]
  readonly time: readonly number[]
  readonly event: readonly number[]
  readonly level: number
  readonly until: number
}

/** Times in whole days, with ties, or measured; some enter late. */
function watched(random: Random, late: boolean): Watched {
  const n = random.whole(5, 60)
  const round = random.next() < 0.5 ? Math.ceil : (value: number) => value
  const time = random.list(n, () => round(-20 * Math.log(1 - random.next()) + 0.01))
  const entry = time.map((each) => (late && each > 2 && random.next() < 0.3 ? random.whole(1, Math.ceil(each) - 1) : 0))
  const event = random.list(n, () => (random.next() < 0.65 ? 1 : 0))
  return { entry, time, event, level: random.pick([0.8, 0.9, 0.95]), until: random.between(0.3, 1) * Math.max(...time) }
}

const observations = ({ time, event, entry }: Watched) =>
  time.map((each, index) => ({ time: each, event: event[index] === 1, entry: entry[index] ?? 0 }))

const curve = (scale: CurveScale, late: boolean) =>
  comparison<Watched>({
    name: `kaplanMeier, ${scale}${late ? ', delayed entry' : ''}`,
    draw: (random) => watched(random, late),
    ours: (drawn) => {
      const result = kaplanMeier(observations(drawn), { interval: scale, level: drawn.level })
      if ('refusal' in result) return 'refused'
      const { steps, median } = result.value
      const figures: Record<string, number | 'unbounded'> = {
        median: median.time === 'not-reached' ? 'unbounded' : median.time,
        medianLow: median.interval.low,
        medianHigh: median.interval.high,
      }
      for (const [index, step] of steps.entries()) {
        figures[`time${index}`] = step.time
        figures[`risk${index}`] = step.atRisk
        figures[`surv${index}`] = step.survival
        if (step.interval === undefined) continue
        figures[`se${index}`] = step.standardError ?? Number.NaN
        figures[`low${index}`] = step.interval.low
        figures[`high${index}`] = step.interval.high
      }
      return figures
    },
    r: `${late ? 'data <- Surv(entry, time, event)' : 'data <- Surv(time, event)'}
      fit <- survfit(data ~ 1, conf.type = "${scale}", conf.int = level)
      s <- summary(fit, censored = TRUE)
      q <- quantile(fit, 0.5)
      # What is one or nought has no interval with us; a median interval does not begin or end there.
      told <- s$surv > 1e-12 & s$surv < 1 - 1e-12
      part <- function(name, value) setNames(value, paste0(name, seq_along(s$time) - 1))
      half <- function(y) {
        keep <- which(told & !is.na(y) & y < 0.5 + 1.5e-8)
        if (length(keep) == 0) return(Inf)
        i <- keep[1]
        later <- which(told & seq_along(y) > i & y < y[i])
        end <- if (length(later) > 0) later[1] else max(which(told & !is.na(y)))
        if (abs(y[i] - 0.5) < 1.5e-8) (s$time[i] + s$time[end]) / 2 else s$time[i]
      }
      c(median = if (is.na(q$quantile)) Inf else as.vector(q$quantile), medianLow = half(s$lower), medianHigh = half(s$upper),
        part("time", s$time), part("risk", s$n.risk), part("surv", s$surv),
        part("se", s$std.err)[told], part("low", s$lower)[told], part("high", s$upper)[told])`,
    packages: ['survival'],
  })

const mean = comparison<Watched>({
  name: 'restrictedMean',
  draw: (random) => watched(random, false),
  ours: (drawn) => {
    const result = restrictedMean(observations(drawn), { until: drawn.until })
    return 'refusal' in result ? 'refused' : { mean: result.value.mean, se: result.value.standardError }
  },
  r: `fit <- survfit(Surv(time, event) ~ 1)
    t <- summary(fit, rmean = until)$table
    list(mean = t[["rmean"]], se = t[["se(rmean)"]])`,
  packages: ['survival'],
})

interface Groups {
  readonly time: readonly number[]
  readonly event: readonly number[]
  readonly group: readonly number[]
  readonly stratum: readonly number[]
}

const rank = (stratified: boolean) =>
  comparison<Groups>({
    name: `logRank${stratified ? ', stratified' : ''}`,
    draw: (random) => {
      const { time, event } = watched(random, false)
      const groups = random.whole(2, 4)
      const [group, stratum] = [time.map(() => random.whole(1, groups)), time.map(() => random.whole(1, 3))]
      return { time, event, group, stratum }
    },
    ours: ({ time, event, group, stratum }): Figures | 'refused' => {
      const result = logRank(
        time.map((each, index) => ({
          time: each,
          event: event[index] === 1,
          group: `${group[index]}`,
          ...(stratified ? { stratum: `${stratum[index]}` } : {}),
        })),
      )
      if ('refusal' in result) return 'refused'
      const { statistic, p, groups } = result.value
      const each = groups.flatMap((own): [string, number][] => [
        [`observed${own.group}`, own.observed],
        [`expected${own.group}`, own.expected],
      ])
      return { statistic, p, ...Object.fromEntries(each) }
    },
    r: `fit <- survdiff(Surv(time, event) ~ group${stratified ? ' + strata(stratum)' : ''})
      g <- sort(unique(group))
      list(statistic = fit$chisq, p = pchisq(fit$chisq, length(g) - 1, lower.tail = FALSE),
        setNames(rowSums(as.matrix(fit$obs)), paste0("observed", g)), setNames(rowSums(as.matrix(fit$exp)), paste0("expected", g)))`,
    packages: ['survival'],
    absolute: 1e-11,
  })

/** Curves and log-rank tests beside the survival package of R. */
export const survival = [
  curve('log', false),
  curve('log-log', false),
  curve('log-log', true),
  mean,
  rank(false),
  rank(true),
]
