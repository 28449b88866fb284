import type { ModelDefinition } from './model.ts'

/** Zuber-Skerritt's turn of plan, act, observe and reflect towards change of an organisation. The titles are ours. */
export const zuberSkerritt: ModelDefinition = {
  id: 'zuber-skerritt',
  title: 'Cycle towards organisational change',
  authors: ['Ortrun Zuber-Skerritt'],
  phases: [
    { id: 'plan', title: 'Plan', facets: ['plan'] },
    { id: 'act', title: 'Act', facets: ['act'] },
    { id: 'observe', title: 'Observe', facets: ['observe'] },
    { id: 'reflect', title: 'Reflect', facets: ['reflect'] },
  ],
  initial: 'plan',
  transitions: [
    ['plan', 'act'],
    ['act', 'observe'],
    ['observe', 'reflect'],
    ['reflect', 'plan'],
  ],
  source: 'Zuber-Skerritt, as summarised on one secondary page; read second hand',
  certainty: '1',
}
