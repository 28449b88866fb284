import type { ModelDefinition } from './model.ts'

/**
 * Stringer's routine: look, think, act, and again. The titles are ours; that looking covers diagnosing and observing,
 * and thinking covers reflecting and planning, is our analysis.
 */
export const stringer: ModelDefinition = {
  id: 'stringer',
  title: 'Look, think, act',
  authors: ['Ernest Stringer'],
  phases: [
    { id: 'look', title: 'Look', facets: ['diagnose', 'observe'] },
    { id: 'think', title: 'Think', facets: ['reflect', 'plan'] },
    { id: 'act', title: 'Act', facets: ['act'] },
  ],
  initial: 'look',
  transitions: [
    ['look', 'think'],
    ['think', 'act'],
    ['act', 'look'],
  ],
  source: 'Stringer, Action Research, read in a copy of the book',
  certainty: '1',
}
