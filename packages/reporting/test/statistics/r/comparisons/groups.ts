import {
  differenceInDifferences,
  effectOnTreated,
  type GoalScore,
  goalAttainment,
  type MatchUnit,
  matchGroups,
  meanGoalAttainment,
  type RegressionErrors,
} from '../../../../src/statistics/index.ts'
import { comparison, type Figures } from '../frame/comparison.ts'

/** The sandwich of least squares with clusters, plainly. */
const clustered = `clustered <- function(X, y, w, g) {
    b <- solve(crossprod(X, w * X), crossprod(X, w * y))
    e <- as.vector(y - X %*% b)
    bread <- solve(crossprod(X, w * X))
    S <- rowsum(w * e * X, g)
    G <- nrow(S); n <- nrow(X); k <- ncol(X)
    V <- G / (G - 1) * (n - 1) / (n - k) * bread %*% crossprod(S) %*% bread
    se <- sqrt(V[k, k]); reach <- qt((1 + level) / 2, G - 1) * se
    c(estimate = b[k], se = se, low = b[k] - reach, high = b[k] + reach, p = 2 * pt(-abs(b[k] / se), G - 1))
  }`

interface Estimated {
  readonly estimate: number
  readonly standardError: number
  readonly interval: { readonly low: number; readonly high: number }
  readonly p: number
}

const told = ({ estimate, standardError, interval, p }: Estimated, more: Figures = {}): Figures => ({
  estimate,
  se: standardError,
  low: interval.low,
  high: interval.high,
  p,
  ...more,
})

interface Matched {
  readonly treated: readonly number[]
  readonly grade: readonly number[]
  readonly years: readonly number[]
  readonly outcome: readonly number[]
  readonly level: number
}

const matching = comparison<Matched>({
  name: 'matchGroups and effectOnTreated',
  draw: (random) => {
    const n = random.whole(20, 80)
    const grade = random.list(n, () => random.whole(6, 9))
    const years = random.list(n, () => Math.floor(10 * random.next() * random.next()))
    const treated = grade.map((each) => (random.next() < (each - 4) / 8 ? 1 : 0))
    const outcome = random.list(n, (index) => (treated[index] ?? 0) + (grade[index] ?? 0) + random.normal())
    return { treated, grade, years, outcome, level: random.pick([0.8, 0.9, 0.95]) }
  },
  ours: ({ treated, grade, years, outcome, level }) => {
    const units = treated.map(
      (each, index): MatchUnit => ({
        id: `${index}`,
        treated: each === 1,
        values: { grade: `grade ${grade[index]}`, years: years[index] ?? 0 },
      }),
    )
    const groups = matchGroups(units, {
      on: [
        { name: 'grade', how: 'exact' },
        { name: 'years', how: 'coarsened', cuts: [2, 5] },
      ],
    })
    if ('refusal' in groups) return 'refused'
    const outcomes = new Map(outcome.map((each, index) => [`${index}`, each]))
    const effect = effectOnTreated(groups.value, outcomes, { clusters: 'strata', level })
    if ('refusal' in effect) return 'refused'
    const balance = groups.value.balance.find(({ covariate }) => covariate === 'years')
    return told(effect.value, {
      strata: groups.value.strata,
      unmatched: groups.value.treated.unmatched,
      effective: groups.value.control.effective,
      before: balance?.before.standardisedDifference ?? 0,
      after: balance?.after.standardisedDifference ?? 0,
    })
  },
  r: `${clustered}
    s <- paste(grade, findInterval(years, c(2, 5)))
    keep <- s %in% intersect(s[treated == 1], s[treated == 0])
    nt <- table(factor(s[keep & treated == 1], levels = unique(s))); nc <- table(factor(s[keep & treated == 0], levels = unique(s)))
    w <- ifelse(!keep, 0, ifelse(treated == 1, 1, as.vector(nt[s] / nc[s]) * sum(nc) / sum(nt)))
    pooled <- sqrt((var(years[treated == 1]) + var(years[treated == 0])) / 2)
    d <- function(w) (weighted.mean(years[treated == 1], w[treated == 1]) - weighted.mean(years[treated == 0], w[treated == 0])) / pooled
    c(clustered(cbind(1, treated)[keep, ], outcome[keep], w[keep], s[keep]),
      strata = length(unique(s[keep])), unmatched = sum(!keep & treated == 1),
      effective = sum(w[treated == 0])^2 / sum(w[treated == 0]^2), before = d(rep(1, length(w))), after = d(w))`,
  absolute: 1e-11,
})

interface Panel {
  readonly treated: readonly number[]
  readonly period: readonly number[]
  readonly outcome: readonly number[]
  readonly cluster: readonly number[]
  readonly level: number
}

const differences = (errors: RegressionErrors) =>
  comparison<Panel>({
    name: `differenceInDifferences, errors by ${errors}`,
    draw: (random) => {
      const n = random.whole(25, 90)
      const cluster = random.list(n, () => random.whole(1, 12))
      const treated = cluster.map((each) => (each > 6 ? 1 : 0))
      const period = random.list(n, () => random.whole(2020, 2026))
      const outcome = random.list(
        n,
        (index) => 10 * (treated[index] ?? 0) + (period[index] ?? 0) - 2020 + 3 * random.normal(),
      )
      return { treated, period, outcome, cluster, level: random.pick([0.8, 0.9, 0.95]) }
    },
    ours: ({ treated, period, outcome, cluster, level }) => {
      const result = differenceInDifferences(
        treated.map((each, index) => ({
          treated: each === 1,
          period: period[index] ?? 0,
          outcome: outcome[index] ?? 0,
          cluster: `${cluster[index]}`,
        })),
        { treatedFrom: 2024, errors, level },
      )
      if ('refusal' in result || result.value.trendBefore === undefined) return 'refused'
      const { estimate, se, low, high, p } = told(result.value.trendBefore)
      return told(result.value, {
        trend: estimate ?? 0,
        trendSe: se ?? 0,
        trendLow: low ?? 0,
        trendHigh: high ?? 0,
        trendP: p ?? 0,
      })
    },
    r: `${clustered}
      plain <- function(fit) {
        s <- summary(fit)$coefficients[4, ]; reach <- qt((1 + level) / 2, fit$df.residual) * s[[2]]
        c(estimate = s[[1]], se = s[[2]], low = s[[1]] - reach, high = s[[1]] + reach, p = s[[4]])
      }
      post <- 1 * (period >= 2024); time <- period - 2024; early <- post == 0
      ${
        errors === 'model'
          ? 'a <- plain(lm(outcome ~ treated * post)); b <- plain(lm(outcome ~ treated * time, subset = early))'
          : `X <- cbind(1, treated, post, treated * post); Z <- cbind(1, treated, time, treated * time)
             a <- clustered(X, outcome, rep(1, nrow(X)), cluster)
             b <- clustered(Z[early, ], outcome[early], rep(1, sum(early)), cluster[early])`
      }
      c(a, setNames(b, c("trend", "trendSe", "trendLow", "trendHigh", "trendP")))`,
    relative: 1e-8,
    absolute: 1e-11,
  })

interface Goals {
  readonly score: readonly (readonly number[])[]
  readonly weight: readonly (readonly number[])[]
  readonly rho: number
  readonly level: number
}

const goals = comparison<Goals>({
  name: 'goalAttainment and meanGoalAttainment',
  draw: (random) => {
    const [people, each] = [random.whole(2, 20), random.whole(1, 5)]
    return {
      score: random.list(people, () => random.list(each, () => random.whole(-2, 2))),
      weight: random.list(people, () => random.list(each, () => random.whole(1, 9))),
      rho: random.between(0, 0.9),
      level: random.pick([0.8, 0.9, 0.95]),
    }
  },
  ours: ({ score, weight, rho, level }) => {
    const people = score.map((own, person) =>
      own.map((each, goal): GoalScore => ({ score: each as GoalScore['score'], weight: weight[person]?.[goal] ?? 1 })),
    )
    const first = goalAttainment(people[0] ?? [], { rho })
    const all = meanGoalAttainment(people, { rho, level })
    if ('refusal' in first || 'refusal' in all) return 'refused'
    return { first: first.value.t, mean: all.value.mean, low: all.value.interval.low, high: all.value.interval.high }
  },
  r: `t <- 50 + 10 * rowSums(weight * score) / sqrt((1 - rho) * rowSums(weight^2) + rho * rowSums(weight)^2)
    test <- t.test(t, conf.level = level)
    list(first = t[1], mean = test$estimate[[1]], low = test$conf.int[1], high = test$conf.int[2])`,
})

/** Comparisons of groups and goals beside plain R. */
export const groups = [matching, differences('model'), differences('cluster'), goals]
