import { expect, test } from 'vitest'
import * as mentoring from '../src/index.ts'

test('the public names are these and no other', () => {
  expect(Object.keys(mentoring).sort()).toEqual([
    'advance',
    'allowedSteps',
    'defineCohort',
    'defineProgramme',
    'defineTopicSet',
    'endingReasons',
    'endingSeenBy',
    'isIsoDate',
    'meetingModes',
    'outstanding',
    'pairsNotAgain',
    'parseRelationship',
    'participantRoles',
    'participationRoles',
    'pathway',
    'pauseReasons',
    'proposeRelationship',
    'recordMeeting',
    'recordRelationship',
    'refusalCodes',
    'relationshipKinds',
    'relationshipStatuses',
    'stepTypes',
    'warningCodes',
  ])
})
