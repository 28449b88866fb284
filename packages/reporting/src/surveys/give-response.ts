import type { Result } from '../refusal.ts'
import { type Answers, answerProblems } from './answers.ts'
import type { Instrument } from './instrument.ts'
import type { GivenResponse, SurveyResponse } from './response.ts'
import type { Survey } from './survey.ts'
import { whyClosed } from './why-closed.ts'

/**
 * The response with these answers: a first one, or a revision of the earlier one, which it takes the place of whole.
 *
 * Refused: a wave that is not there, not open yet or closed; answers that do not fit; a response that was withdrawn. The pseudonym is made
 * outside and given; so is the day.
 *
 * @example
 * ```ts
 * import { experienceOfMentoring, giveResponse } from '@mentoring-commons/reporting/surveys'
 *
 * const wave = { key: 'mid', moment: 'mid', opensOn: '2026-03-01', closesOn: '2026-03-14', roles: [] } as const
 * const survey = { state: 'launched', key: 'pilot', waves: [wave], launchedOn: '2026-02-01', responsesMin: 5 } as const
 * const early = giveResponse(experienceOfMentoring, survey, { wave: 'mid', pseudonym: 'p1', answers: { 'been-mentored': 'no' }, on: '2026-02-28' })
 * 'refusal' in early && early.refusal.code //=> "wave-not-open"
 * ```
 */
export function giveResponse(
  instrument: Instrument,
  survey: Survey,
  given: { readonly wave: string; readonly pseudonym: string; readonly answers: Answers; readonly on: string },
  earlier?: SurveyResponse,
): Result<GivenResponse> {
  const { wave: key, pseudonym, answers, on } = given
  if (earlier !== undefined && (earlier.wave !== key || earlier.pseudonym !== pseudonym))
    throw new TypeError(
      `The earlier response is of ${earlier.wave}, ${earlier.pseudonym}, and not of ${key}, ${pseudonym}.`,
    )
  const closed = whyClosed(survey, key, on)
  if (closed !== undefined) return { refusal: closed }
  if (earlier?.state === 'withdrawn')
    return {
      refusal: {
        code: 'response-withdrawn',
        message: `These answers were withdrawn on ${earlier.withdrawnOn}, for good. The next wave can be answered again.`,
      },
    }
  const [problem] = answerProblems(instrument, answers)
  if (problem !== undefined) return { refusal: problem }
  const revision = earlier === undefined ? 1 : earlier.revision + 1
  const givenOn = earlier?.givenOn ?? on
  return { value: { state: 'given', wave: key, pseudonym, answers, givenOn, revision } }
}
