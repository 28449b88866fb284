import type { Comparison } from './comparison.ts'
import { distributions } from './comparisons/distributions.ts'
import { effects } from './comparisons/effects.ts'
import { tests } from './comparisons/tests.ts'

/** Every function that is held against R. */
export const comparisons: readonly Comparison<object>[] = [...distributions, ...tests, ...effects]
