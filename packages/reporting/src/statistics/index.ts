// Estimates: what every answer is made of
export type { Bound, Interval } from './estimate/interval.ts'
