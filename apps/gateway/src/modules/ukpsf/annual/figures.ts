import {
  type CsvWithCodebook,
  type DisclosedFigure,
  type DisclosurePolicy,
  defineIndicator,
  defineTable,
  figuresCsv,
  measure,
} from '@mentoring-commons/reporting'
import { academicYear } from '@mentoring-commons/ukpsf'
import type { Transaction } from '../../../db/database.ts'
import { accepted } from '../../../refused.ts'
import { disclosedThrough } from '../../people/disclosure/through.ts'
import { annualOutcomes, annualRows } from './store.ts'

/** The counts of a year, fit to be shown. */
export interface AnnualCounts {
  readonly year: string
  readonly from: string
  readonly to: string
  readonly figures: readonly DisclosedFigure[]
}

const columns = [
  { name: 'person_id', type: 'string', label: 'Person' },
  { name: 'descriptor', type: 'string', label: 'Descriptor, with its edition' },
  { name: 'route', type: 'string', label: 'Route: the workflow of review, or recorded elsewhere' },
  {
    name: 'outcome',
    type: 'string',
    label: 'Outcome',
    values: annualOutcomes.map((value) => ({ value, label: value })),
  },
] as const

/** How counts are split: from everybody down to descriptor, route and outcome together. */
const splits = [[], ['descriptor'], ['route'], ['outcome'], ['descriptor', 'route', 'outcome']] as const

/**
 * How many claims and recorded fellowships an academic year had, by descriptor, route and outcome, through the one door by which figures of
 * people leave. A person with two claims counts twice. A year that is none is refused.
 */
export async function annualCounts(
  tx: Transaction,
  { institutionId, year, asOf }: { readonly institutionId: string; readonly year: string; readonly asOf: string },
  policy: DisclosurePolicy,
): Promise<AnnualCounts> {
  const { from, to } = accepted(academicYear(year))
  const rows = await annualRows(tx, institutionId, { from, to })
  const plain = rows.map(({ personId, ...row }) => ({ person_id: personId, ...row }))
  const table = { ...sound(defineTable(columns, plain)), name: `fellowships:${year}`, entity: 'person_id' }
  const sets = splits.map((by) =>
    sound(
      measure(
        sound(
          defineIndicator({
            id: 'fellowships.claims',
            label: 'Claims and recorded fellowships',
            definition: `Claims to a descriptor last submitted from ${from} to ${to}, where they stand on ${asOf}, and fellowships awarded elsewhere in these days.`,
            ...(by.length === 0 ? {} : { by: [...by] }),
            measure: { kind: 'count' },
            people: true,
            unit: 'claims',
          }),
        ),
        table,
      ),
    ),
  )
  const figures = await disclosedThrough(tx, { institutionId, dataset: 'fellowships', asOf }, sets, policy)
  return { year, from, to, figures }
}

/** The counts as a flat table with its codebook. */
export function annualCsv({ figures }: AnnualCounts): CsvWithCodebook {
  return figuresCsv(figures)
}

/** A refusal here would be a fault of this file. */
function sound<T>(answer: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('value' in answer) return answer.value
  throw new TypeError(answer.refusal.message)
}
