import type { ModelDefinition } from './model.ts'

/**
 * The cycle of Susman and Evered (1978), which canonical action research (Davison, Martinsons and Kock, 2004) keeps:
 * diagnosing, planning, taking action, evaluating, specifying learning. The titles are ours; that evaluating covers
 * observing and reflecting is our analysis.
 */
export const susmanEvered: ModelDefinition = {
  id: 'susman-evered',
  title: 'Five-stage cycle',
  authors: ['Gerald Susman', 'Roger Evered'],
  year: 1978,
  phases: [
    { id: 'diagnosing', title: 'Diagnosing', facets: ['diagnose'] },
    { id: 'action-planning', title: 'Planning action', facets: ['plan'] },
    { id: 'action-taking', title: 'Taking action', facets: ['act'] },
    { id: 'evaluating', title: 'Evaluating', facets: ['observe', 'reflect'] },
    { id: 'specifying-learning', title: 'Saying what was learned', facets: ['learn'] },
  ],
  initial: 'diagnosing',
  transitions: [
    ['diagnosing', 'action-planning'],
    ['action-planning', 'action-taking'],
    ['action-taking', 'evaluating'],
    ['evaluating', 'specifying-learning'],
    ['specifying-learning', 'diagnosing'],
  ],
  source:
    'Susman and Evered (1978), as summarised on one secondary page; the same five stages in Davison, Martinsons and Kock (2004), read in a copy',
  certainty: '2+',
}
