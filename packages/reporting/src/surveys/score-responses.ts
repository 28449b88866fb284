import type { Column, Row, Table } from '../table.ts'
import { type Answers, answerTo } from './answers.ts'
import type { Instrument, Subscale } from './instrument.ts'
import type { SurveyResponse } from './response.ts'

/** How a score came about, or why there is none. */
export type ScoreBasis = 'complete' | 'prorated' | 'as-answered' | 'too-few-answered'

const columns: readonly Column[] = [
  { name: 'wave', type: 'string', label: 'Wave' },
  { name: 'pseudonym', type: 'string', label: 'Respondent, by pseudonym' },
  { name: 'subscale', type: 'string', label: 'Subscale' },
  { name: 'score', type: 'number', label: 'Score', description: 'Missing where too few items were answered.' },
  { name: 'answered', type: 'integer', label: 'Items answered' },
  { name: 'items', type: 'integer', label: 'Items asked' },
  {
    name: 'basis',
    type: 'string',
    label: 'How the score came about',
    values: [
      { value: 'complete', label: 'Every item was answered' },
      { value: 'prorated', label: 'The answered items stand for the missing ones' },
      { value: 'as-answered', label: 'Of what was answered, however little' },
      { value: 'too-few-answered', label: 'No score: too few items were answered' },
    ],
  },
]

/**
 * A flat table with a row for each response and subscale: the score, of how many answered items it is, and how it came about.
 *
 * Reversed items are turned round at the middle of their scale. A response that was withdrawn has no row; one of which too much is missing has
 * a row whose score is missing, never 0. Answers that the instrument does not know count as not given.
 *
 * @example
 * ```ts
 * import { experienceOfMentoring, scoreResponses } from '@mentoring-commons/reporting/surveys'
 *
 * const answers = { settled: 'agree', 'at-home': 'strongly-agree', 'on-my-own': 'disagree' }
 * const given = { state: 'given', wave: 'end', pseudonym: 'p1', answers, givenOn: '2026-03-02', revision: 1 } as const
 * scoreResponses(experienceOfMentoring, [given]).rows.map(({ subscale, score, basis }) => [subscale, score, basis]) //=> [["belonging", 4.333333333333333, "prorated"], ["network", null, "too-few-answered"]]
 * ```
 */
export function scoreResponses(instrument: Instrument, responses: readonly SurveyResponse[]): Table {
  const rows = responses.flatMap((response): Row[] => {
    if (response.state === 'withdrawn') return []
    const { wave, pseudonym, answers } = response
    return instrument.subscales.map((subscale) => ({
      wave,
      pseudonym,
      subscale: subscale.key,
      ...scored(instrument, subscale, answers),
    }))
  })
  return { columns, rows }
}

interface Scored extends Row {
  readonly score: number | null
  readonly answered: number
  readonly items: number
  readonly basis: ScoreBasis
}

function scored(instrument: Instrument, subscale: Subscale, answers: Answers): Scored {
  const values = subscale.items.flatMap((key) => pointValue(instrument, key, answers) ?? [])
  const [answered, items] = [values.length, subscale.items.length]
  const basis = basisOf(subscale, answered)
  if (basis === 'too-few-answered') return { score: null, answered, items, basis }
  const mean = values.reduce((sum, value) => sum + value, 0) / answered
  return { score: subscale.rule === 'sum' ? mean * items : mean, answered, items, basis }
}

function basisOf({ items, missing }: Subscale, answered: number): ScoreBasis {
  if (answered === items.length) return 'complete'
  if (missing.kind === 'none') return answered > 0 ? 'as-answered' : 'too-few-answered'
  return missing.kind === 'prorated' && answered >= missing.atLeast ? 'prorated' : 'too-few-answered'
}

function pointValue({ items, scales }: Instrument, key: string, answers: Answers): number | undefined {
  const item = items.find((one) => one.key === key)
  if (item?.kind !== 'scale') return undefined
  const points = scales.find((one) => one.key === item.scale)?.points ?? []
  const code = answerTo(answers, key)
  const value = points.find((point) => point.code === code)?.value
  const [lowest, highest] = [points[0]?.value, points.at(-1)?.value]
  if (value === undefined || !item.reversed || lowest === undefined || highest === undefined) return value
  return lowest + highest - value
}
