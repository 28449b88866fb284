import type { Refusal } from '../../../refusal.ts'
import { isReckonable } from '../../estimate/is-reckonable.ts'

/**
 * A stretch of one person's time with what held throughout it: watched after `start` up to and including `stop`, at which the event ended it or not. What changes with
 * time, as being mentored, makes a new row, with the same cluster.
 */
export interface CoxRow {
  /** 0 when absent. */
  readonly start?: number
  readonly stop: number
  readonly event: boolean
  /** In the order of the names that are given with the rows. */
  readonly covariates: readonly number[]
  /** Rows are compared within a stratum only. */
  readonly stratum?: string
  /** Whose rows may depend on each other: the person, or a department. */
  readonly cluster?: string
}

/** Why rows cannot be fitted, or nothing when each ends after it starts and has all covariates. */
export function checkRows(rows: readonly CoxRow[], names: readonly string[]): Refusal | undefined {
  for (const [index, { start = 0, stop, covariates }] of rows.entries()) {
    const path = ['rows', index]
    if (covariates.length !== names.length)
      return {
        code: 'lengths-differ',
        message: `Row ${index + 1} has ${covariates.length} covariates, and ${names.length} are named: ${names.join(', ')}. Give each row all of them.`,
        path,
      }
    const wrong = covariates.findIndex((value) => !isReckonable(value))
    if (wrong >= 0 || !isReckonable(start) || !isReckonable(stop))
      return {
        code: 'value-not-finite',
        message: `Row ${index + 1} has ${wrong >= 0 ? `${String(covariates[wrong])} as ${names[wrong]}` : `the times ${start} and ${stop}`}. Leave out rows with something missing, and say how many they were.`,
        path,
      }
    if (!(start >= 0 && stop > start))
      return {
        code: 'stretch-wrong',
        message: `Row ${index + 1} runs from ${start} to ${stop}. Let it start at 0 or later and stop after it starts.`,
        path,
      }
  }
  return undefined
}
