import { type Condition, isBlank, meets } from '../condition.ts'
import type { Indicator } from '../indicator.ts'
import type { Refusal, RefusalCode } from '../refusal.ts'
import type { Column, Row, Table } from '../table.ts'

/** Why this indicator cannot be measured on this table, or nothing when it can. */
export function checkFit(indicator: Indicator, table: Table): Refusal | undefined {
  const columns = new Map(table.columns.map((column) => [column.name, column]))
  const { measure, where = [], by = [] } = indicator
  const missing = namedColumns(indicator).find(({ name }) => !columns.has(name))
  if (missing !== undefined)
    return no(
      'column-unknown',
      `Indicator "${indicator.id}" names the column "${missing.name}", which the table does not have. The columns are ${[...columns.keys()].join(', ')}.`,
      missing.path,
    )
  const conditions = [
    ...where.map((condition, index) => ({ condition, path: ['where', index] })),
    ...(measure.kind === 'rate' ? [{ condition: measure.of, path: ['measure', 'of'] }] : []),
  ]
  for (const { condition, path } of conditions) {
    const column = columns.get(condition.column)
    if (column !== undefined && !canBeAsked(condition, column))
      return no(
        'column-type-unfit',
        `Indicator "${indicator.id}" asks ${condition.op} of "${column.name}", which is of type ${column.type}. Compare it with values of that type.`,
        path,
      )
  }
  if (measure.kind === 'mean') {
    const type = columns.get(measure.of)?.type
    if (type !== 'integer' && type !== 'number')
      return no(
        'column-type-unfit',
        `Indicator "${indicator.id}" takes the mean of "${measure.of}", which is of type ${type}. Take it of a column of numbers.`,
        ['measure', 'of'],
      )
  }
  if (measure.kind !== 'distribution') return undefined
  if (columns.get(measure.of)?.type !== 'string')
    return no(
      'column-type-unfit',
      `Indicator "${indicator.id}" counts choices in "${measure.of}", which is of type ${columns.get(measure.of)?.type}. Keep the choices as text.`,
      ['measure', 'of'],
    )
  return wrongAnswer(
    indicator.id,
    measure,
    by,
    table.rows
      .map((row, index) => ({ row, index }))
      .filter(({ row }) => where.every((condition) => meets(condition, row))),
  )
}

function wrongAnswer(
  id: string,
  measure: Extract<Indicator['measure'], { kind: 'distribution' }>,
  by: readonly string[],
  rows: readonly { readonly row: Row; readonly index: number }[],
): Refusal | undefined {
  const answered = new Map<string, number>()
  for (const { row, index } of rows) {
    const answer = row[measure.of] ?? null
    if (isBlank(answer)) continue
    const path = ['rows', index, measure.of]
    if (!measure.choices.some((choice) => choice === answer))
      return no(
        'answer-not-a-choice',
        `Row ${index + 1} answers ${JSON.stringify(answer)}, which is no choice of "${id}". Add the choice, or map the answer to one of ${measure.choices.map((choice) => JSON.stringify(choice)).join(', ')}.`,
        path,
      )
    const respondent = row[measure.respondent] ?? null
    if (isBlank(respondent))
      return no(
        'column-type-unfit',
        `Row ${index + 1} has an answer but no "${measure.respondent}". Give each answer its respondent.`,
        ['rows', index, measure.respondent],
      )
    const key = JSON.stringify([respondent, ...by.map((column) => row[column] ?? null)])
    const before = answered.get(key)
    if (!measure.many && before !== undefined)
      return no(
        'answered-twice',
        `Rows ${before + 1} and ${index + 1} both answer "${id}" for ${JSON.stringify(respondent)}. Keep one, or let the indicator take many choices.`,
        path,
      )
    answered.set(key, index)
  }
  return undefined
}

function namedColumns({ where = [], by = [], measure }: Indicator): { name: string; path: (string | number)[] }[] {
  const named = [
    ...where.map((condition, index) => ({ name: condition.column, path: ['where', index, 'column'] })),
    ...by.map((name, index) => ({ name, path: ['by', index] })),
  ]
  switch (measure.kind) {
    case 'count':
      return named
    case 'rate':
      return [...named, { name: measure.of.column, path: ['measure', 'of', 'column'] }]
    case 'count-distinct':
    case 'mean':
      return [...named, { name: measure.of, path: ['measure', 'of'] }]
    case 'distribution':
      return [
        ...named,
        { name: measure.of, path: ['measure', 'of'] },
        { name: measure.respondent, path: ['measure', 'respondent'] },
      ]
  }
}

function canBeAsked(condition: Condition, column: Column): boolean {
  const type = column.type === 'integer' ? 'number' : column.type === 'date' ? 'string' : column.type
  switch (condition.op) {
    case 'not-null':
      return true
    case 'is-true':
      return type === 'boolean'
    case 'eq':
      return typeof condition.value === type
    case 'in':
      return condition.value.every((value) => typeof value === type)
  }
}

function no(code: RefusalCode, message: string, path: readonly (string | number)[]): Refusal {
  return { code, message, path }
}
