import { logGamma } from '../special/log-gamma.ts'

/** How a standardised difference is corrected for the bias of small samples: not at all, by Hedges' gamma functions, or by his approximation to them. */
export type HedgesCorrection = 'none' | 'exact' | 'approximate'

/**
 * Hedges' factor J for so many degrees of freedom, at least 2. Source: L. V. Hedges, Journal of Educational Statistics 6 (1981),
 * 107-128: exact equation (6e), approximate 1 - 3 / (4 df - 1).
 */
export function hedgesFactor(df: number, correction: HedgesCorrection): number {
  if (correction === 'none') return 1
  if (correction === 'approximate') return 1 - 3 / (4 * df - 1)
  return Math.exp(logGamma(df / 2) - Math.log(df / 2) / 2 - logGamma((df - 1) / 2))
}
