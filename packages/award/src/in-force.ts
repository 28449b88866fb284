import { dateFaults, type PartialDate } from './partial-date.ts'
import { type Period, standing } from './period.ts'
import type { Result } from './refusal.ts'

/** The one item that is in force on every day of a date, or why it cannot be told; `nameOf` names an item in the message. */
export function inForce<T extends Period>(
  items: readonly T[],
  date: PartialDate,
  nameOf: (item: T) => string,
): Result<T> {
  for (const refusal of dateFaults(date, 'date')) return { refusal }
  const certain = items.filter((item) => standing(item, date) === 'throughout')
  const possible = items.filter((item) => standing(item, date) === 'unclear')
  const [only, second] = certain
  if (only !== undefined && second === undefined) return { value: only }
  if (only !== undefined) {
    const message = `On ${date} all of ${certain.map(nameOf).join(', ')} are in force: end one before the next begins.`
    return { refusal: { code: 'periods-overlap', message, path: 'date' } }
  }
  if (possible.length > 0) {
    const message = `What is known does not decide whether ${possible.map(nameOf).join(' or ')} was in force on ${date}: give a more exact date, or record the exact day on which it began or ended.`
    return { refusal: { code: 'date-too-imprecise', message, path: 'date' } }
  }
  const known = items.map(nameOf).join(', ') || 'nothing'
  const message = `Nothing was in force on ${date}; on record: ${known}. Check the date, or record what was in force then.`
  return { refusal: { code: 'nothing-in-force', message, path: 'date' } }
}
