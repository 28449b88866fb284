import type { Result } from '../refusal.ts'
import { no } from './no.ts'
import { responsesLeast, type Survey } from './survey.ts'

/**
 * The survey as launched, its threshold frozen.
 *
 * Refused: a survey that is launched already, a threshold below 3, a survey whose last wave is over.
 *
 * @example
 * ```ts
 * import { defineSurvey, launchSurvey } from '@mentoring-commons/reporting/surveys'
 *
 * const draft = defineSurvey('pilot', [{ key: 'mid', moment: 'mid', opensOn: '2026-03-01', closesOn: '2026-03-14', roles: [] }])
 * if ('refusal' in draft) throw new Error(draft.refusal.message)
 * const low = launchSurvey(draft.value, { on: '2026-02-01', responsesMin: 2 })
 * 'refusal' in low && low.refusal.code //=> "threshold-too-low"
 * ```
 */
export function launchSurvey(
  survey: Survey,
  { on, responsesMin }: { readonly on: string; readonly responsesMin: number },
): Result<Extract<Survey, { state: 'launched' }>> {
  if (survey.state === 'launched')
    return no(
      'survey-launched',
      `The survey was launched on ${survey.launchedOn}, and its threshold of ${survey.responsesMin} is frozen. Plan another survey.`,
      [],
    )
  if (!Number.isInteger(responsesMin) || responsesMin < responsesLeast)
    return no(
      'threshold-too-low',
      `A threshold of ${responsesMin} protects nobody. Take a whole number of at least ${responsesLeast}.`,
      ['responsesMin'],
    )
  const last = survey.waves.at(-1)
  if (last !== undefined && last.closesOn < on)
    return no('wave-closed', `The last wave closed on ${last.closesOn}. Move it, or plan another survey.`, ['waves'])
  return { value: { ...survey, state: 'launched', launchedOn: on, responsesMin } }
}
