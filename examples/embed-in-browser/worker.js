// A browser needs no bundler for a package that imports nothing. A bundler would take '@mentoring-commons/reporting'.
import {
  defineIndicator,
  defineTable,
  disclose,
  hesa,
  measure,
} from './node_modules/@mentoring-commons/reporting/dist/index.js'

const columns = [
  { name: 'year', type: 'string', label: 'Year' },
  { name: 'finished', type: 'boolean', label: 'Finished' },
]
const finished = {
  by: ['year'],
  people: true,
  definition: 'People of the year who finished what they began.',
}
const indicators = [
  {
    ...finished,
    id: 'finished',
    label: 'Finished',
    unit: 'people',
    where: [{ column: 'finished', op: 'is-true' }],
    measure: { kind: 'count' },
  },
  {
    ...finished,
    id: 'rate',
    label: 'Finished, of those who began',
    unit: 'percent',
    measure: { kind: 'rate', of: { column: 'finished', op: 'is-true' } },
  },
]

addEventListener('message', ({ data: years }) => {
  try {
    const rows = years.flatMap(({ finished, of }, index) =>
      Array.from({ length: of }, (_, place) => ({ year: String(index + 1), finished: place < finished })),
    )
    const table = accepted(defineTable(columns, rows))
    const sets = indicators.map((indicator) => accepted(measure(accepted(defineIndicator(indicator)), table)))
    postMessage({ figures: disclose(sets, hesa) })
  } catch (error) {
    postMessage({ problem: error.message })
  }
})

/** The value of an answer; a refusal says what is wrong and what to do. */
function accepted(answer) {
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
