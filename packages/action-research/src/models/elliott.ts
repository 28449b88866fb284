import type { ModelDefinition } from './model.ts'

/**
 * Elliott's revision of the spiral (1991): an initial idea, reconnaissance that recurs in every cycle, a general plan
 * of action steps, carrying out a step, monitoring, explaining what failed, and revising the idea. The titles are ours;
 * that explaining is reflecting, and revising is learning, is our analysis. The detail is from memory.
 */
export const elliott: ModelDefinition = {
  id: 'elliott',
  title: 'Spiral with recurring reconnaissance',
  authors: ['John Elliott'],
  year: 1991,
  phases: [
    { id: 'idea', title: 'Initial idea', facets: ['diagnose'] },
    { id: 'reconnaissance', title: 'Reconnaissance', facets: ['diagnose'] },
    { id: 'general-plan', title: 'General plan', facets: ['plan'] },
    { id: 'implement', title: 'Carry out a step', facets: ['act'] },
    { id: 'monitor', title: 'Monitor', facets: ['observe'] },
    { id: 'explain', title: 'Explain what failed', facets: ['reflect'] },
    { id: 'revise', title: 'Revise the idea', facets: ['learn'] },
  ],
  initial: 'idea',
  transitions: [
    ['idea', 'reconnaissance'],
    ['reconnaissance', 'general-plan'],
    ['general-plan', 'implement'],
    ['implement', 'monitor'],
    ['monitor', 'explain'],
    ['explain', 'revise'],
    ['revise', 'reconnaissance'],
    ['revise', 'general-plan'],
  ],
  source: 'Elliott (1991), as summarised on two secondary pages; the detail from memory',
  certainty: 'M',
}
