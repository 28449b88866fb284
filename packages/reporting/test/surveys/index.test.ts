import { expect, test } from 'vitest'
import * as surveys from '../../src/surveys/index.ts'

test('the public names', () => {
  expect(Object.keys(surveys).sort()).toEqual([
    'answerProblems',
    'answeredCount',
    'choicesOf',
    'defineInstrument',
    'defineSurvey',
    'experienceOfMentoring',
    'giveResponse',
    'launchSurvey',
    'missingByWave',
    'moments',
    'moveWave',
    'pairScores',
    'responseRates',
    'responsesLeast',
    'scoreResponses',
    'textPlaces',
    'whyClosed',
    'withdrawResponse',
    'wordingOf',
  ])
})
