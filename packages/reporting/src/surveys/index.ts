// Answers: what was ticked or written down, against the instrument
export { type Answer, type Answers, answeredCount, answerProblems } from './answers.ts'
// Instruments: questionnaires as data
export { defineInstrument } from './define-instrument.ts'
// Surveys: an instrument held in waves
export { defineSurvey } from './define-survey.ts'
// Responses: by pseudonym, revised until the wave closes
export { giveResponse } from './give-response.ts'
export {
  type Choice,
  choicesOf,
  type Instrument,
  type Item,
  type Licence,
  type MissingPolicy,
  type Point,
  type Scale,
  type Subscale,
  type Translation,
} from './instrument.ts'
export { launchSurvey } from './launch-survey.ts'
// Returns: what came back, and what is missing
export { missingByWave } from './missing-by-wave.ts'
export { moveWave } from './move-wave.ts'
export { experienceOfMentoring } from './own-instruments.ts'
// Scores: flat rows, and pairs of them
export { type PairedScores, pairScores } from './pair-scores.ts'
export type { GivenResponse, SurveyResponse, WithdrawnResponse } from './response.ts'
export {
  type ResponseRates,
  responseRates,
  type Share,
  type WavePair,
  type WavePattern,
  type WaveRate,
  type WaveReturns,
} from './response-rates.ts'
export { type ScoreBasis, scoreResponses } from './score-responses.ts'
export { type Moment, moments, responsesLeast, type Survey, type Wave } from './survey.ts'
export { whyClosed } from './why-closed.ts'
export { withdrawResponse } from './withdraw-response.ts'
export { type TextPlace, textPlaces, type WordedItem, type Wording, wordingOf } from './wording.ts'
