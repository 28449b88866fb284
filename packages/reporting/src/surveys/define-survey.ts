import type { Result } from '../refusal.ts'
import { isKey } from './is-key.ts'
import { no } from './no.ts'
import { moments, type Survey, type Wave } from './survey.ts'

/**
 * A survey in waves, not launched yet, its waves in the order in which they open.
 *
 * Refused: no wave, a key that is repeated or not in kebab-case, a day that is not of the calendar, a wave that closes before it opens, a
 * moment held twice or before an earlier one. A survey without a baseline is allowed; what compares with one then refuses.
 *
 * @example
 * ```ts
 * import { defineSurvey } from '@mentoring-commons/reporting/surveys'
 *
 * const wave = { key: 'mid', moment: 'mid', opensOn: '2026-03-01', closesOn: '2026-03-14', roles: [] } as const
 * 'value' in defineSurvey('pilot', [wave]) //=> true
 * const wrong = defineSurvey('pilot', [{ ...wave, closesOn: '2026-02-01' }])
 * 'refusal' in wrong && wrong.refusal.code //=> "wave-days-wrong"
 * ```
 */
export function defineSurvey(key: string, waves: readonly Wave[]): Result<Extract<Survey, { state: 'draft' }>> {
  if (!isKey(key)) return no('survey-key-wrong', `"${key}" is no key. Write small letters and hyphens.`, [])
  if (waves.length === 0) return no('wave-unknown', 'A survey needs at least one wave. Give one.', ['waves'])
  for (const [at, wave] of waves.entries()) {
    const path = ['waves', at]
    if (!isKey(wave.key) || waves.findIndex((one) => one.key === wave.key) < at)
      return no('survey-key-wrong', `"${wave.key}" is no key, or that of another wave. Give it its own.`, path)
    const days = daysProblem(wave)
    if (days !== undefined) return no('wave-days-wrong', days, path)
    const before = waves[at - 1]
    if (before && moments.indexOf(wave.moment) <= moments.indexOf(before.moment))
      return no('wave-days-wrong', `The wave "${wave.key}" (${wave.moment}) comes after ${before.moment}.`, path)
    if (before && wave.opensOn <= before.closesOn)
      return no(
        'wave-days-wrong',
        `The wave "${wave.key}" opens on ${wave.opensOn}, before "${before.key}" has closed on ${before.closesOn}. Let one end first.`,
        path,
      )
  }
  return { value: { state: 'draft', key, waves } }
}

function daysProblem({ key, opensOn, closesOn }: Wave): string | undefined {
  for (const day of [opensOn, closesOn])
    if (!isDay(day)) return `The wave "${key}" has the day "${day}". Write a day of the calendar as YYYY-MM-DD.`
  return closesOn < opensOn
    ? `The wave "${key}" closes on ${closesOn}, before it opens on ${opensOn}. Let it open first.`
    : undefined
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(instant) && new Date(instant).toISOString().startsWith(text)
}
