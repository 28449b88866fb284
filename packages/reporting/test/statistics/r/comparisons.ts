import { agreement } from './comparisons/agreement.ts'
import { coxModels } from './comparisons/cox.ts'
import { distributions } from './comparisons/distributions.ts'
import { effects } from './comparisons/effects.ts'
import { groups } from './comparisons/groups.ts'
import { reliability } from './comparisons/reliability.ts'
import { resampling } from './comparisons/resampling.ts'
import { survival } from './comparisons/survival.ts'
import { tests } from './comparisons/tests.ts'
import type { Comparison } from './frame/comparison.ts'

/** Every function that is held against R. */
export const comparisons: readonly Comparison<object>[] = [
  ...distributions,
  ...tests,
  ...effects,
  ...reliability,
  ...agreement,
  ...survival,
  ...coxModels,
  ...groups,
  ...resampling,
]
