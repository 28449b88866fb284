import type { Outcome } from '../outcome.ts'
import type { CompleteOutcomeSet } from '../outcome-set.ts'
import type { Sourced } from '../sourced.ts'

const pages: Sourced = {
  source: 'seda.ac.uk: SEDA-PDF further guidance; Developing Leadership award page',
  certainty: '2+',
}

/** The four core development outcomes of SEDA-PDF. Titles are our own short words; since when they are in force was not found. */
export const sedaCoreOutcomes: CompleteOutcomeSet = {
  id: 'seda-core',
  group: 'core',
  title: 'SEDA-PDF core development outcomes',
  listing: 'complete',
  outcomes: [
    core('seda-core:1', 'Names own development goals'),
    core('seda-core:2', 'Plans initial or continuing development'),
    core('seda-core:3', 'Takes part in fitting activities'),
    core('seda-core:4', 'Reviews development, practice and how they relate'),
  ],
  ...pages,
}

function core(code: string, title: string): Outcome {
  return { code, group: 'core', title, ...pages }
}
