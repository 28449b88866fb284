import type { Refusal } from '../../refusal.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'

/** How long somebody was watched, in any one unit, and whether the event ended it; without it the watching ended first (censored). */
export interface Observation {
  readonly time: number
  readonly event: boolean
  /** When watching began, on the same clock, for those who were there before it (delayed entry); 0 when absent. */
  readonly entry?: number
}

/** Why observations cannot be reckoned with, or nothing when each ends after it begins and there is at least one. */
export function checkObservations(observations: readonly Observation[]): Refusal | undefined {
  for (const [index, { time, entry = 0 }] of observations.entries()) {
    if (!isReckonable(time) || !isReckonable(entry))
      return {
        code: 'value-not-finite',
        message: `Observation ${index + 1} runs from ${entry} to ${time}. Leave out those whose time is not known, and say how many they were.`,
        path: ['observations', index],
      }
    if (!(entry >= 0 && time > entry))
      return {
        code: 'stretch-wrong',
        message: `Observation ${index + 1} runs from ${entry} to ${time}. Let it begin at 0 or later and end after it begins; count a day that was worked as one.`,
        path: ['observations', index],
      }
  }
  if (observations.length > 0) return undefined
  return {
    code: 'too-few-values',
    message: 'Nobody was watched. Wait until there are spells to look at.',
    path: ['observations'],
  }
}
