import * as award from '@mentoring-commons/award'
import { expect, test } from 'vitest'

test('the exported names are these', () => {
  expect(Object.keys(award).sort()).toEqual([
    'certainties',
    'defineScheme',
    'firstDay',
    'isPartialDate',
    'lastDay',
    'loadOutcomes',
    'mapEvidence',
    'missingOutcomes',
    'outcomeGroups',
    'outcomeSetOn',
    'outcomesOf',
    'recognisedOn',
    'requireSet',
    'sedaActionResearchOutcomes',
    'sedaAssessmentRules',
    'sedaCoreOutcomes',
    'sedaReviewInterval',
    'sedaValues',
    'sedaValuesBefore2014',
    'sedaValuesSince2014',
    'theoryAndPractice',
    'versionOn',
  ])
})
