import {
  type DisclosedFigure,
  type DisclosurePolicy,
  defineIndicator,
  type Indicator,
  measure,
  type Table,
} from '@mentoring-commons/reporting'
import type { RetentionWindow } from '@mentoring-commons/reporting/evaluation'
import { academicYear, academicYearOf } from '@mentoring-commons/ukpsf'
import type { Transaction } from '../../../db/database.ts'
import { accepted, Refused } from '../../../refused.ts'
import { disclosedThrough } from '../../people/disclosure/through.ts'
import { employmentKnownUntil, retentionRows } from './store.ts'

/** What retention may be split by, each taken on the first day. */
export const retentionSplits = ['mentored_before', 'terms', 'grade', 'unit'] as const

/** One of those. */
export type RetentionSplit = (typeof retentionSplits)[number]

/** Over which academic years: from the first day of one to the last day of the one that many years on, itself included. */
export interface RetentionQuestion {
  readonly year: string
  readonly years: number
  readonly by: RetentionSplit | null
}

/** Figures of retention, fit to be shown. */
export interface RetentionFigures {
  readonly window: RetentionWindow
  readonly figures: readonly DisclosedFigure[]
}

/** The longest window that is asked for, in academic years. */
export const yearsMax = 10

/**
 * Who stayed over whole academic years, through the one door by which figures of people leave. Windows begin and end with academic years
 * alone: were every pair of days a question, two of them a day apart would tell of whoever left in between.
 */
export async function retentionFigures(
  tx: Transaction,
  institutionId: string,
  question: RetentionQuestion,
  policy: DisclosurePolicy,
): Promise<RetentionFigures> {
  const window = windowOf(question)
  const known = await employmentKnownUntil(tx, institutionId)
  if (known === undefined || known < window.to)
    throw new Refused({
      code: 'not-known-yet',
      message:
        known === undefined
          ? 'no contracts were imported; a data steward imports them'
          : `employment is known until ${known}, and this window ends on ${window.to}; ask for an earlier one, or import a later file`,
      path: 'year',
    })
  const table = await retentionRows(tx, institutionId, window)
  const by = question.by === null ? [] : [question.by]
  const sets = indicatorsOf(window).flatMap((indicator) => [
    measured(indicator, table),
    ...(by.length === 0 ? [] : [measured({ ...indicator, by }, table)]),
  ])
  const where = { institutionId, dataset: 'employment', asOf: known }
  return { window, figures: await disclosedThrough(tx, where, sets, policy) }
}

function windowOf({ year, years }: RetentionQuestion): RetentionWindow {
  if (!(years >= 1 && years <= yearsMax))
    throw new Refused({ code: 'years-wrong', message: `years is 1 to ${yearsMax}, not ${years}`, path: 'years' })
  const { from } = accepted(academicYear(year))
  const last = `${Number(from.slice(0, 4)) + years}-07-31`
  return { from, to: accepted(academicYear(accepted(academicYearOf(last)).year)).to }
}

function indicatorsOf({ from, to }: RetentionWindow): readonly Indicator[] {
  const people = { people: true, unit: 'people' } as const
  return [
    {
      ...people,
      id: 'employment.employed',
      label: 'Employed at the beginning',
      definition: `People with a contract on ${from}.`,
      measure: { kind: 'count' },
    },
    {
      id: 'employment.stayed',
      label: 'Stayed',
      definition: `Of people with a contract on ${from} of whom it is known, those whose employment was unbroken until ${to}; a renewed contract and an internal move are no break.`,
      where: [{ column: 'stayed', op: 'not-null' }],
      measure: { kind: 'rate', of: { column: 'stayed', op: 'is-true' } },
      people: true,
      unit: 'percent',
    },
  ]
}

function measured(indicator: Indicator, table: Table) {
  return sound(measure(sound(defineIndicator(indicator)), table))
}

/** A refusal here would be a fault of this file. */
function sound<T>(answer: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('value' in answer) return answer.value
  throw new TypeError(answer.refusal.message)
}
