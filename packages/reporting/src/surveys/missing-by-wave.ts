import type { Column, Table } from '../table.ts'
import { answerTo } from './answers.ts'
import type { Instrument } from './instrument.ts'
import type { SurveyResponse } from './response.ts'

const columns: readonly Column[] = [
  { name: 'wave', type: 'string', label: 'Wave' },
  { name: 'item', type: 'string', label: 'Item' },
  { name: 'responses', type: 'integer', label: 'Responses' },
  { name: 'answered', type: 'integer', label: 'Answered' },
  { name: 'missing', type: 'integer', label: 'Missing' },
]

/**
 * A flat table with a row for each wave and item: of how many responses the item is answered, and missing. Waves are as given and have rows
 * when nobody answered too; withdrawn responses are not counted.
 *
 * @example
 * ```ts
 * import { experienceOfMentoring, missingByWave } from '@mentoring-commons/reporting/surveys'
 *
 * const given = { state: 'given', wave: 'end', pseudonym: 'p1', answers: { 'been-mentored': 'no' }, givenOn: '2026-03-02', revision: 1 } as const
 * missingByWave(experienceOfMentoring, ['end'], [given]).rows[1] //=> { "wave": "end", "item": "sought-for", "responses": 1, "answered": 0, "missing": 1 }
 * ```
 */
export function missingByWave(
  { items }: Instrument,
  waves: readonly string[],
  responses: readonly SurveyResponse[],
): Table {
  const rows = waves.flatMap((wave) => {
    const given = responses.flatMap((one) => (one.state === 'given' && one.wave === wave ? [one.answers] : []))
    return items.map(({ key }) => {
      const answered = given.filter((answers) => answerTo(answers, key) !== undefined).length
      return { wave, item: key, responses: given.length, answered, missing: given.length - answered }
    })
  })
  return { columns, rows }
}
