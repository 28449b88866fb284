import type { ModelDefinition } from './model.ts'

/**
 * The spiral of Kemmis and McTaggart (1988): reconnaissance on a thematic concern, then plan, act, observe and reflect,
 * and on to a revised plan. The titles are ours; the mapping of reconnaissance to `diagnose` is our analysis.
 */
export const kemmisMcTaggart: ModelDefinition = {
  id: 'kemmis-mctaggart',
  title: 'Action research spiral',
  authors: ['Stephen Kemmis', 'Robin McTaggart'],
  year: 1988,
  phases: [
    { id: 'reconnaissance', title: 'Reconnaissance', facets: ['diagnose'] },
    { id: 'plan', title: 'Plan', facets: ['plan'] },
    { id: 'act', title: 'Act', facets: ['act'] },
    { id: 'observe', title: 'Observe', facets: ['observe'] },
    { id: 'reflect', title: 'Reflect', facets: ['reflect'] },
  ],
  initial: 'reconnaissance',
  transitions: [
    ['reconnaissance', 'plan'],
    ['plan', 'act'],
    ['act', 'observe'],
    ['observe', 'reflect'],
    ['reflect', 'plan'],
  ],
  source:
    'Kemmis and McTaggart, The Action Research Planner (1988), as summarised on one secondary page; read second hand',
  certainty: '1',
}
