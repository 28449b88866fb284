import { cronbachAlpha, itemAnalysis, omegaTotal } from '../../../../src/statistics/index.ts'
import { comparison } from '../frame/comparison.ts'
import type { Random } from '../frame/random.ts'

interface Answered {
  readonly m: readonly (readonly (number | null)[])[]
  readonly level: number
  readonly seed: number
}

/** Answers from 1 to 7 by one factor, some of them missing. */
function answered(random: Random, { least = 2, missing = 0.1 }: { least?: number; missing?: number } = {}): Answered {
  const loadings = random.list(random.whole(least, 7), () => random.between(0.45, 0.85))
  const m = random.list(random.whole(40, 120), () => {
    const common = random.normal()
    return loadings.map((loading) => {
      const value = 4 + 1.5 * (loading * common + Math.sqrt(1 - loading * loading) * random.normal())
      return random.next() < missing ? null : Math.max(1, Math.min(7, Math.round(value)))
    })
  })
  return { m, level: random.pick([0.8, 0.9, 0.95]), seed: random.whole(0, 1e6) }
}

const alpha = (missing: 'pairwise' | 'complete') =>
  comparison<Answered>({
    name: `cronbachAlpha, ${missing}`,
    draw: (random) => answered(random),
    ours: ({ m, level }) => {
      const result = cronbachAlpha(m, { missing, level, accept: ['few-items', 'few-respondents'] })
      if ('refusal' in result) return 'refused'
      const { alpha, n, interval } = result.value
      return { alpha, n, low: interval.low, high: interval.high }
    },
    r: `${missing === 'complete' ? 'm <- m[complete.cases(m), , drop = FALSE]' : ''}
      a <- suppressMessages(suppressWarnings(psych::alpha(m, check.keys = FALSE, warnings = FALSE)))$total$raw_alpha
      n <- min(crossprod(!is.na(m)))
      ci <- psych::alpha.ci(a, n.obs = n, n.var = ncol(m), p.val = 1 - level)
      list(alpha = a, n = n, low = ci$lower.ci, high = ci$upper.ci)`,
    packages: ['psych'],
  })

const items = comparison<Answered>({
  name: 'itemAnalysis',
  draw: (random) => answered(random, { least: 3 }),
  ours: ({ m }) => {
    const result = itemAnalysis(m, { missing: 'complete' })
    if ('refusal' in result) return 'refused'
    return Object.fromEntries(
      result.value.flatMap(({ itemRest = 0, alphaIfDropped = 0, mean, sd }, index) => [
        [`rest${index + 1}`, itemRest],
        [`dropped${index + 1}`, alphaIfDropped],
        [`mean${index + 1}`, mean],
        [`sd${index + 1}`, sd],
      ]),
    )
  },
  r: `m <- m[complete.cases(m), , drop = FALSE]
    a <- suppressMessages(suppressWarnings(psych::alpha(m, check.keys = FALSE, warnings = FALSE)))$alpha.drop$raw_alpha
    unlist(lapply(seq_len(ncol(m)), function(i) setNames(
      c(cor(m[, i], rowSums(m[, -i])), a[i], mean(m[, i]), sd(m[, i])),
      paste0(c("rest", "dropped", "mean", "sd"), i))))`,
  packages: ['psych'],
})

const omega = comparison<Answered>({
  name: 'omegaTotal',
  draw: (random) => answered(random, { least: 4, missing: 0.02 }),
  ours: ({ m, seed }) => {
    const result = omegaTotal(m, { missing: 'complete', seed, resamples: 30, level: 0.8, accept: ['few-respondents'] })
    return 'refusal' in result ? 'refused' : { omega: result.value.omega }
  },
  r: `m <- m[complete.cases(m), , drop = FALSE]
    R <- cor(m)
    fit <- suppressMessages(suppressWarnings(psych::fa(R, nfactors = 1, fm = "minres", rotate = "none")))
    list(omega = 1 - sum(fit$uniquenesses) / sum(R))`,
  packages: ['psych'],
  relative: 1e-3,
})

/** Reliability beside R. */
export const reliability = [alpha('pairwise'), alpha('complete'), items, omega]
