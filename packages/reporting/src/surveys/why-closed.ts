import type { Refusal } from '../refusal.ts'
import type { Survey } from './survey.ts'

/**
 * Why a wave takes no answers on a day; undefined when it does.
 *
 * @example
 * ```ts
 * import { whyClosed } from '@mentoring-commons/reporting/surveys'
 *
 * const wave = { key: 'mid', moment: 'mid', opensOn: '2026-03-01', closesOn: '2026-03-14', roles: [] } as const
 * const survey = { state: 'launched', key: 'pilot', waves: [wave], launchedOn: '2026-02-01', responsesMin: 5 } as const
 * whyClosed(survey, 'mid', '2026-03-14') //=> undefined
 * whyClosed(survey, 'mid', '2026-03-15')?.code //=> "wave-closed"
 * ```
 */
export function whyClosed(survey: Survey, key: string, on: string): Refusal | undefined {
  const wave = survey.waves.find((one) => one.key === key)
  if (wave === undefined)
    return {
      code: 'wave-unknown',
      message: `There is no wave "${key}". Take one of ${survey.waves.map((one) => one.key).join(', ')}.`,
    }
  if (survey.state === 'draft')
    return { code: 'wave-not-open', message: 'The survey is not launched yet. Launch it first.' }
  if (on < wave.opensOn)
    return { code: 'wave-not-open', message: `The wave "${key}" opens on ${wave.opensOn}. Come back then.` }
  if (on > wave.closesOn)
    return {
      code: 'wave-closed',
      message: `The wave "${key}" closed on ${wave.closesOn}. What was answered stays as it is.`,
    }
  return undefined
}
