import { expect, test } from 'vitest'
import * as ukpsf from '../../src/index.ts'
import * as review from '../../src/review/index.ts'

test('the subpath exports these names and no others, none of them of the main entry', () => {
  expect(Object.keys(review).sort()).toEqual([
    'advanceReview',
    'advanceStatement',
    'allowedReviewSteps',
    'checkReferees',
    'completePreset',
    'conflictRules',
    'conflictsOf',
    'defineRefereePolicy',
    'defineWorkflow',
    'drawSample',
    'inviteReferee',
    'overdue',
    'standingStatements',
    'startReview',
    'stillToDecide',
    'visibleTo',
    'workflowPresets',
  ])
  for (const name of Object.keys(review)) expect(ukpsf).not.toHaveProperty(name)
})
