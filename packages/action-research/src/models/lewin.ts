import type { ModelDefinition } from './model.ts'

/**
 * Lewin's spiral (1946): planning, action, and fact-finding about its result, on which the next plan rests. The titles
 * are ours; that fact-finding covers observing, reflecting and learning is our analysis.
 */
export const lewin: ModelDefinition = {
  id: 'lewin',
  title: 'Spiral of steps',
  authors: ['Kurt Lewin'],
  year: 1946,
  phases: [
    { id: 'planning', title: 'Planning', facets: ['plan'] },
    { id: 'action', title: 'Action', facets: ['act'] },
    { id: 'fact-finding', title: 'Finding facts about the result', facets: ['observe', 'reflect', 'learn'] },
  ],
  initial: 'planning',
  transitions: [
    ['planning', 'action'],
    ['action', 'fact-finding'],
    ['fact-finding', 'planning'],
  ],
  source: 'Lewin (1946/47), as summarised on one secondary page; read second hand',
  certainty: '1',
}
