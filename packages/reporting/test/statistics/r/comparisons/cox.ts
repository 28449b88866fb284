import { type CoxOptions, type CoxRow, coxRegression, exposureRows } from '../../../../src/statistics/index.ts'
import { comparison, type Figures } from '../frame/comparison.ts'
import type { Random } from '../frame/random.ts'

interface Rows {
  readonly start: readonly number[]
  readonly stop: readonly number[]
  readonly event: readonly number[]
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly stratum: readonly number[]
  readonly cluster: readonly number[]
}

/** People in whole days, with ties, whose time is cut where x changes. */
function rows(random: Random): Rows {
  const all = random
    .list(random.whole(25, 80), (person) => {
      const [x, y, stratum, cluster] = [random.whole(0, 1), random.normal(), random.whole(1, 2), random.whole(1, 12)]
      const time = 2 + Math.floor((-20 * Math.log(1 - random.next())) / Math.exp(0.5 * x))
      const cut = random.next() < 0.5 ? random.whole(1, time - 1) : 0
      const event = random.next() < 0.75 ? 1 : 0
      const own = { y, stratum, cluster, person }
      const last = { ...own, start: cut, stop: time, event, x }
      return cut === 0 ? [last] : [{ ...own, start: 0, stop: cut, event: 0, x: 0 }, last]
    })
    .flat()
  const column = (name: 'start' | 'stop' | 'event' | 'x' | 'y' | 'stratum' | 'cluster') => all.map((row) => row[name])
  return {
    start: column('start'),
    stop: column('stop'),
    event: column('event'),
    x: column('x'),
    y: column('y'),
    stratum: column('stratum'),
    cluster: column('cluster'),
  }
}

function told(result: ReturnType<typeof coxRegression>): Figures | 'refused' {
  if ('refusal' in result) return 'refused'
  const { coefficients, logLikelihood } = result.value
  return {
    null: logLikelihood.withoutCovariates,
    fitted: logLikelihood.fitted,
    ...Object.fromEntries(
      coefficients.flatMap(({ covariate, coefficient, standardError, interval, p }) => [
        [covariate, coefficient],
        [`se_${covariate}`, standardError],
        [`low_${covariate}`, interval.low],
        [`high_${covariate}`, interval.high],
        [`p_${covariate}`, p],
      ]),
    ),
  }
}

const answer = (columns: string) => `b <- coef(fit); se <- sqrt(diag(vcov(fit))); names <- c(${columns})
  c(null = fit$loglik[1], fitted = fit$loglik[2], setNames(b, names), setNames(se, paste0("se_", names)),
    setNames(exp(b - qnorm(0.975) * se), paste0("low_", names)), setNames(exp(b + qnorm(0.975) * se), paste0("high_", names)),
    setNames(2 * pnorm(-abs(b / se)), paste0("p_", names)))`

const control = 'control = coxph.control(eps = 1e-14, iter.max = 60)'

const cox = (ties: CoxOptions['ties'], errors: CoxOptions['errors'], stratified: boolean) =>
  comparison<Rows>({
    name: `coxRegression, ${ties}, errors by ${errors}${stratified ? ', stratified' : ''}`,
    draw: rows,
    ours: ({ start, stop, event, x, y, stratum, cluster }) =>
      told(
        coxRegression(
          start.map(
            (each, index): CoxRow => ({
              start: each,
              stop: stop[index] ?? 0,
              event: event[index] === 1,
              covariates: [x[index] ?? 0, y[index] ?? 0],
              cluster: `${cluster[index]}`,
              ...(stratified ? { stratum: `${stratum[index]}` } : {}),
            }),
          ),
          { covariates: ['x', 'y'], ties, errors },
        ),
      ),
    r: `fit <- coxph(Surv(start, stop, event) ~ x + y${stratified ? ' + strata(stratum)' : ''}, ties = "${ties}", ${control}${errors === 'cluster' ? ', cluster = cluster' : ''})
      ${answer('"x", "y"')}`,
    packages: ['survival'],
    relative: 1e-6,
  })

interface Careers {
  readonly id: readonly number[]
  readonly stay: readonly number[]
  readonly left: readonly number[]
  /** Days of service at whose end mentoring counts; beyond the stay when there was none. */
  readonly mentored: readonly number[]
}

const day = (offset: number) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10)

const exposure = comparison<Careers>({
  name: 'exposureRows into coxRegression',
  draw: (random) => {
    const id = random.list(random.whole(40, 90), (index) => index + 1)
    const stay = id.map(() => 2 + Math.floor(-300 * Math.log(1 - random.next())))
    const mentored = stay.map((days) => (random.next() < 0.5 ? random.whole(1, days) : days + 1))
    return { id, stay, mentored, left: id.map(() => (random.next() < 0.8 ? 1 : 0)) }
  },
  ours: ({ id, stay, mentored, left }) => {
    const made = exposureRows(
      id.map((each, index) => ({
        person: `${each}`,
        start: day(0),
        end: day((stay[index] ?? 1) - 1),
        ending: left[index] === 1 ? 'event' : 'censored',
      })),
      id.flatMap((each, index) => {
        const from = mentored[index] ?? 0
        return from > (stay[index] ?? 0) ? [] : [{ person: `${each}`, start: day(from - 1) }]
      }),
      { exposed: 'since-first', close: day(10_000) },
    )
    if ('refusal' in made) return 'refused'
    const fit = told(
      coxRegression(
        made.value.rows.map((row) => ({ ...row, covariates: [Number(row.exposed)], cluster: row.person })),
        { covariates: ['exposed'], ties: 'efron', errors: 'cluster' },
      ),
    )
    return fit === 'refused' ? fit : { ...fit, rows: made.value.rows.length }
  },
  r: `people <- data.frame(id, stay, left, mentored)
    cut <- tmerge(people, people, id = id, event = event(stay, left))
    cut <- tmerge(cut, people[people$mentored <= people$stay, ], id = id, exposed = tdc(mentored))
    fit <- coxph(Surv(tstart, tstop, event) ~ exposed, data = cut, ties = "efron", cluster = id, ${control})
    c({${answer('"exposed"')}}, rows = nrow(cut))`,
  packages: ['survival'],
  relative: 1e-6,
})

/** Cox regression, and time that is cut where exposure begins, beside the survival package of R. */
export const coxModels = [
  cox('efron', 'model', false),
  cox('breslow', 'model', true),
  cox('efron', 'cluster', true),
  cox('breslow', 'cluster', false),
  exposure,
]
