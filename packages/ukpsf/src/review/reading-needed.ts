import type { Sample } from './workflow.ts'

/** Says whether somebody from outside reads a settled claim: `yes`, `no`, or a sample of its cohort decides. */
export function readingNeeded(sample: Sample, borderline: boolean): 'yes' | 'no' | 'draw' {
  if (sample.share === 1 || (sample.borderline && borderline)) return 'yes'
  return sample.share === 0 ? 'no' : 'draw'
}
