import type { ModelDefinition } from './model.ts'

/**
 * Coghlan and Brannick's cycle inside one's own organisation: a first step on context and purpose, then constructing,
 * planning, taking and evaluating action, with learning about the learning. The titles are ours; that evaluating covers
 * observing and reflecting is our analysis. That cycles of different length run at once is what nested cycles are for.
 */
export const coghlanBrannick: ModelDefinition = {
  id: 'coghlan-brannick',
  title: 'Cycle in one’s own organisation',
  authors: ['David Coghlan', 'Teresa Brannick'],
  phases: [
    { id: 'context', title: 'Context and purpose', facets: ['diagnose'] },
    { id: 'constructing', title: 'Constructing', facets: ['diagnose'] },
    { id: 'planning', title: 'Planning action', facets: ['plan'] },
    { id: 'taking', title: 'Taking action', facets: ['act'] },
    { id: 'evaluating', title: 'Evaluating action', facets: ['observe', 'reflect'] },
    { id: 'meta-learning', title: 'Learning about the learning', facets: ['learn'] },
  ],
  initial: 'context',
  transitions: [
    ['context', 'constructing'],
    ['constructing', 'planning'],
    ['planning', 'taking'],
    ['taking', 'evaluating'],
    ['evaluating', 'meta-learning'],
    ['meta-learning', 'constructing'],
  ],
  source: 'Coghlan and Brannick, known from their book; the detail from memory',
  certainty: 'M',
}
