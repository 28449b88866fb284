import type { Interval } from '../estimate/interval.ts'

/** On which scale the interval of a survival curve is even: the log of survival, or the log of its negative log. */
export type CurveScale = 'log' | 'log-log'

/**
 * The interval of a survival strictly between 0 and 1, by `ratio`, the square root of Greenwood's sum (standard error over survival), and the normal
 * quantile `z`. An upper end on the log scale is cut at 1.
 *
 * Source: J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. (2003), section 4.3.
 */
export function curveInterval(
  survival: number,
  ratio: number,
  { scale, level, z }: { readonly scale: CurveScale; readonly level: number; readonly z: number },
): Interval {
  const method = `Greenwood, ${scale}`
  if (scale === 'log') {
    const reach = Math.exp(z * ratio)
    return { level, low: survival / reach, high: Math.min(1, survival * reach), method }
  }
  const reach = Math.exp((z * ratio) / -Math.log(survival))
  return { level, low: survival ** reach, high: survival ** (1 / reach), method }
}
