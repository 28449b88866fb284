import type { Result } from '../refusal.ts'
import { defineSurvey } from './define-survey.ts'
import { no } from './no.ts'
import type { Survey } from './survey.ts'

/**
 * The survey with other days for a wave.
 *
 * Refused: a wave that has closed, and another opening day once it is open, since people have answered by then.
 *
 * @example
 * ```ts
 * import { moveWave } from '@mentoring-commons/reporting/surveys'
 *
 * const wave = { key: 'mid', moment: 'mid', opensOn: '2026-03-01', closesOn: '2026-03-14', roles: [] } as const
 * const draft = { state: 'draft', key: 'pilot', waves: [wave] } as const
 * const late = moveWave(draft, 'mid', { opensOn: '2026-03-01', closesOn: '2026-03-31', on: '2026-03-15' })
 * 'refusal' in late && late.refusal.code //=> "wave-closed"
 * ```
 */
export function moveWave<Kind extends Survey>(
  survey: Kind,
  key: string,
  { opensOn, closesOn, on }: { readonly opensOn: string; readonly closesOn: string; readonly on: string },
): Result<Kind> {
  const wave = survey.waves.find((one) => one.key === key)
  if (wave === undefined)
    return no(
      'wave-unknown',
      `There is no wave "${key}". Take one of ${survey.waves.map((one) => one.key).join(', ')}.`,
      [],
    )
  if (wave.closesOn < on)
    return no('wave-closed', `The wave "${key}" closed on ${wave.closesOn}; what was answered stays as it is.`, [])
  if (wave.opensOn <= on && opensOn !== wave.opensOn)
    return no('wave-days-wrong', `The wave "${key}" is open since ${wave.opensOn}. Leave the opening day.`, ['opensOn'])
  if (closesOn < on)
    return no('wave-days-wrong', `${closesOn} is past. Let the wave close on ${on} or later.`, ['closesOn'])
  const waves = survey.waves.map((one) => (one.key === key ? { ...one, opensOn, closesOn } : one))
  const checked = defineSurvey(survey.key, waves)
  return 'refusal' in checked ? checked : { value: { ...survey, waves } }
}
