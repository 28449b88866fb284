import * as main from '@mentoring-commons/action-research'
import * as testing from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'

test('the package exports these names', () => {
  expect(Object.keys(main).sort()).toEqual([
    'actionResearch',
    'allowedCommands',
    'allowedFacets',
    'annotated',
    'audiences',
    'coghlanBrannick',
    'completeness',
    'consentScopes',
    'criterionIds',
    'defineModel',
    'elliott',
    'evidenceKinds',
    'facets',
    'fold',
    'groupSizeUsual',
    'handle',
    'intervalFacets',
    'kemmisMcTaggart',
    'learningKinds',
    'learningLevels',
    'lewin',
    'mcniffWhitehead',
    'memoryStore',
    'models',
    'observedKinds',
    'outlookMoments',
    'outlookRoles',
    'policies',
    'quality',
    'refusalCodes',
    'refuse',
    'responsive',
    'restore',
    'scopesNeeded',
    'strict',
    'stringer',
    'susmanEvered',
    'timeline',
    'timings',
    'upcast',
    'upcastSteps',
    'warnings',
    'zuberSkerritt',
  ])
})

test('its testing subpath exports these', () => {
  expect(Object.keys(testing).sort()).toEqual(['ExpectationFailed', 'eventStoreContract', 'specification'])
})
