import type { ModelDefinition } from './model.ts'

/**
 * McNiff and Whitehead's turn around the question of how to improve what one is doing: find an area, imagine a way,
 * try it, evaluate, change practice in that light, and take up a new area. The titles are ours; that evaluating covers
 * observing and reflecting, and changing practice is learning, is our analysis.
 */
export const mcniffWhitehead: ModelDefinition = {
  id: 'mcniff-whitehead',
  title: 'Improving one’s own practice',
  authors: ['Jean McNiff', 'Jack Whitehead'],
  phases: [
    { id: 'area', title: 'Find an area', facets: ['diagnose'] },
    { id: 'imagine', title: 'Imagine a way', facets: ['plan'] },
    { id: 'try', title: 'Try it', facets: ['act'] },
    { id: 'evaluate', title: 'Evaluate', facets: ['observe', 'reflect'] },
    { id: 'change', title: 'Change practice', facets: ['learn'] },
  ],
  initial: 'area',
  transitions: [
    ['area', 'imagine'],
    ['imagine', 'try'],
    ['try', 'evaluate'],
    ['evaluate', 'change'],
    ['change', 'area'],
  ],
  source: 'McNiff’s booklet, a paper by Whitehead (2008) and a secondary page, read in copies',
  certainty: '2+',
}
