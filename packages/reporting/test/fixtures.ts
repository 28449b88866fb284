import { defineTable, type FigureSet, type Indicator, measure, type Result, type Table } from '../src/index.ts'

export function valued<T>(result: Result<T>): T {
  if ('refusal' in result) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

export function codeOf(result: Result<unknown>): string {
  if ('value' in result) throw new Error(`not refused: ${JSON.stringify(result.value)}`)
  return result.refusal.code
}

/** A table with one row per person: `sizes[g]` people in group g, the first `done[g]` of them done. */
export function peopleTable(sizes: readonly number[], done: readonly number[] = []): Table {
  const rows = sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, place) => ({
      id: `${group}-${place}`,
      group: `g${group}`,
      done: place < (done[group] ?? 0),
    })),
  )
  const columns = [
    { name: 'id', type: 'string', label: 'Person' },
    { name: 'group', type: 'string', label: 'Group' },
    { name: 'done', type: 'boolean', label: 'Done' },
  ] as const
  return valued(defineTable(columns, rows))
}

/** A survey with one row per answer: `cells[c]` people chose choice c. */
export function surveyTable(groups: readonly (readonly number[])[]): Table {
  const rows = groups.flatMap((cells, group) =>
    cells.flatMap((size, choice) =>
      Array.from({ length: size }, (_, place) => ({
        id: `${group}-${choice}-${place}`,
        group: `g${group}`,
        answer: `c${choice}`,
      })),
    ),
  )
  const columns = [
    { name: 'id', type: 'string', label: 'Respondent' },
    { name: 'group', type: 'string', label: 'Group' },
    { name: 'answer', type: 'string', label: 'Answer' },
  ] as const
  return valued(defineTable(columns, rows))
}

export const base = { label: 'A label', definition: 'A definition.', people: true, unit: 'people' } as const
export const people: Indicator = { ...base, id: 'people', measure: { kind: 'count' } }
export const peopleBy: Indicator = { ...base, id: 'people-by', by: ['group'], measure: { kind: 'count' } }
export const doneBy: Indicator = {
  ...base,
  id: 'done-by',
  by: ['group'],
  where: [{ column: 'done', op: 'is-true' }],
  measure: { kind: 'count' },
}
export const rateBy: Indicator = {
  ...base,
  id: 'rate-by',
  by: ['group'],
  unit: 'percent',
  measure: { kind: 'rate', of: { column: 'done', op: 'is-true' } },
}
export const rate: Indicator = {
  ...base,
  id: 'rate',
  unit: 'percent',
  measure: { kind: 'rate', of: { column: 'done', op: 'is-true' } },
}

export function answers(choices: number, by: readonly string[] = []): Indicator {
  const measure = {
    kind: 'distribution',
    of: 'answer',
    choices: Array.from({ length: choices }, (_, c) => `c${c}`),
    respondent: 'id',
    many: false,
  } as const
  return { ...base, id: `answers-${by.join('-')}`, by, measure }
}

export function measured(table: Table, ...indicators: readonly Indicator[]): readonly FigureSet[] {
  return indicators.map((indicator) => valued(measure(indicator, table)))
}
