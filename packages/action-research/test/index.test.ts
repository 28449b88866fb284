import * as main from '@mentoring-commons/action-research'
import * as testing from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'

test('the package exports these names', () => {
  expect(Object.keys(main).sort()).toEqual([
    'actionResearch',
    'allowedCommands',
    'allowedFacets',
    'audiences',
    'completeness',
    'consentScopes',
    'defineModel',
    'evidenceKinds',
    'facets',
    'fold',
    'handle',
    'intervalFacets',
    'kemmisMcTaggart',
    'learningKinds',
    'learningLevels',
    'memoryStore',
    'refusalCodes',
    'refuse',
    'responsive',
    'scopesNeeded',
    'timeline',
    'timings',
    'upcast',
    'upcastSteps',
  ])
})

test('its testing subpath exports these', () => {
  expect(Object.keys(testing).sort()).toEqual(['ExpectationFailed', 'eventStoreContract', 'specification'])
})
