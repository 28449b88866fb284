// How many mentees came back as mentors, as a number that may be shown. `mentoring` counts people, `reporting` guards
// the count; neither knows the other, so what passes between them is plain rows.
import assert from 'node:assert/strict'
import { pathway } from '@mentoring-commons/mentoring'
import { defineIndicator, defineTable, disclose, hesa, measure } from '@mentoring-commons/reporting'

// Forty made-up mentees of a first cohort. Every third mentors in the second.
const people = Array.from({ length: 40 }, (_, place) => `person-${place}`)
const participations = people.flatMap((personId, place) => [
  { personId, cohortOrdinal: 1, role: 'mentee' },
  ...(place % 3 === 0 ? [{ personId, cohortOrdinal: 2, role: 'mentor' }] : []),
])
const back = new Set(pathway(participations, { from: 'mentee', to: ['mentor'] }))

const table = accepted(
  defineTable(
    [{ name: 'back', type: 'boolean', label: 'Came back as a mentor' }],
    people.map((person) => ({ back: back.has(person) })),
  ),
)
const indicator = accepted(
  defineIndicator({
    id: 'came-back',
    label: 'Mentees who came back as mentors',
    definition: 'People whose first cohort as a mentor comes after their first cohort as a mentee.',
    where: [{ column: 'back', op: 'is-true' }],
    measure: { kind: 'count' },
    people: true,
    unit: 'people',
  }),
)
const [figure] = disclose([accepted(measure(indicator, table))], hesa)

assert.equal(back.size, 14)
assert.equal(figure.value, 15)
console.log(`${figure.label}: ${figure.value}, to the nearest 5`)

/** The value of an answer; a refusal says what is wrong and what to do. */
function accepted(answer) {
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
