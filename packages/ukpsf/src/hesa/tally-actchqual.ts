import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'
import { checkHesaCodes } from './check-hesa-codes.ts'
import type { HesaCode } from './hesa-code.ts'
import { type HesaCollection, hesaCollection } from './hesa-collection.ts'

/** A person in a return: one line a person, however many contracts. */
export interface CodedPerson {
  readonly id: string
  readonly codes: readonly string[]
}

/** Counts of people, exact and undisclosed: whoever publishes them rounds and suppresses first. */
export interface ActchqualTally {
  readonly year: string
  readonly people: number
  /** Code 90. They are in no denominator. */
  readonly notKnown: number
  /** Everybody else: what a share is a share of. */
  readonly known: number
  /** Code 99. */
  readonly none: number
  /** People with at least one qualification; with `none` they make up `known`. */
  readonly qualified: number
  /** People by each code of the collection, in its order, none left out. A person may be under several: they do not add up. */
  readonly byCode: readonly { readonly code: HesaCode; readonly people: number }[]
}

/**
 * Gives the counts of ACTCHQUAL over people in one year. Refuses `malformed-year`, `unknown-collection`, `empty-text` and
 * `duplicate-person` for ids, and whatever `checkHesaCodes` refuses, with a path such as `people[3].codes`.
 *
 * @example
 * ```ts
 * import { tallyActchqual } from '@mentoring-commons/ukpsf'
 * const people = [{ id: 'a', codes: ['07', '12'] }, { id: 'b', codes: ['90'] }, { id: 'c', codes: ['99'] }]
 * const tally = tallyActchqual(people, '2020/21').value
 * tally && [tally.people, tally.known, tally.qualified] //=> [3, 2, 1]
 * ```
 */
export function tallyActchqual(people: readonly CodedPerson[], year: string): Result<ActchqualTally> {
  const collection = hesaCollection(year)
  if (collection.refusal) return collection
  const ids = new Set<string>()
  const counts = new Map<HesaCode, number>()
  for (const [index, person] of people.entries()) {
    const path = `people[${index}]`
    if (!isText(person.id)) {
      return refuse('empty-text', 'A person has no id. Give each one.', `${path}.id`)
    }
    if (ids.has(person.id)) {
      return refuse('duplicate-person', `'${person.id}' is there twice. Give each person once, with all codes.`, path)
    }
    ids.add(person.id)
    const codes = checkHesaCodes(person.codes, year)
    if (codes.refusal) return { refusal: { ...codes.refusal, path: `${path}.${codes.refusal.path ?? 'codes'}` } }
    for (const code of codes.value) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return { value: sum(collection.value, people.length, counts) }
}

function sum(collection: HesaCollection, people: number, counts: ReadonlyMap<HesaCode, number>): ActchqualTally {
  const notKnown = counts.get('90') ?? 0
  const none = counts.get('99') ?? 0
  const byCode = collection.codes.map((code) => ({ code, people: counts.get(code) ?? 0 }))
  const known = people - notKnown
  return { year: collection.year, people, notKnown, known, none, qualified: known - none, byCode }
}
