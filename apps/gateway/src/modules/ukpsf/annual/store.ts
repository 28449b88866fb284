import { academicYear, academicYearOf, type DescriptorCode } from '@mentoring-commons/ukpsf'
import { and, asc, eq, gte, isNull, lt, lte, max, ne } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { claim, claimSubmission } from '../claim/table.ts'
import { fellowship } from '../fellowship/table.ts'
import { review } from '../review/table.ts'

/** What became of a claim, as the annual count tells it; a claim that is still in review is pending. */
export const annualOutcomes = ['awarded', 'not-awarded', 'referred', 'pending', 'lapsed', 'withdrawn'] as const

/** One of those. */
export type AnnualOutcome = (typeof annualOutcomes)[number]

/** Of fellowships that are only recorded here: by whatever route they came to be, it was not one of these. */
export const recordedElsewhere = 'recorded-elsewhere'

/** A claim or a fellowship of a year. */
export interface AnnualRow {
  readonly personId: string
  readonly descriptor: DescriptorCode
  /** The key of the workflow by which it was reviewed, or `recorded-elsewhere`. */
  readonly route: string
  readonly outcome: AnnualOutcome
}

/**
 * Claims by the academic year of their last submission, with where they stand today, and fellowships of that year that were awarded
 * elsewhere and are only recorded here. A claim that was never submitted is in no year.
 */
export async function annualRows(
  tx: Transaction,
  institutionId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly AnnualRow[]> {
  const last = tx
    .select({ claimId: claimSubmission.claimId, at: max(claimSubmission.submittedAt).as('last_at') })
    .from(claimSubmission)
    .where(eq(claimSubmission.institutionId, institutionId))
    .groupBy(claimSubmission.claimId)
    .as('last_submission')
  const claims = await tx
    .select({ personId: claim.personId, descriptor: claim.descriptor, status: claim.status, route: review.workflowKey })
    .from(claim)
    .innerJoin(last, eq(last.claimId, claim.id))
    .innerJoin(review, and(eq(review.institutionId, claim.institutionId), eq(review.claimId, claim.id)))
    .where(
      and(
        eq(claim.institutionId, institutionId),
        eq(review.institutionId, institutionId),
        ne(claim.status, 'draft'),
        gte(last.at, `${from}T00:00:00Z`),
        lt(last.at, `${dayAfter(to)}T00:00:00Z`),
      ),
    )
    .orderBy(asc(claim.id))
  const elsewhere = await tx
    .select({ personId: fellowship.personId, descriptor: fellowship.descriptor })
    .from(fellowship)
    .where(
      and(
        eq(fellowship.institutionId, institutionId),
        isNull(fellowship.claimId),
        gte(fellowship.awardedOn, from),
        lte(fellowship.awardedOn, to),
      ),
    )
    .orderBy(asc(fellowship.id))
  return [
    ...claims.map(({ status, ...one }) => ({ ...one, outcome: outcomeOf(status) })),
    ...elsewhere.map((one) => ({ ...one, route: recordedElsewhere, outcome: 'awarded' as const })),
  ]
}

function outcomeOf(status: (typeof claim.$inferSelect)['status']): AnnualOutcome {
  return status === 'submitted' || status === 'draft' ? 'pending' : status
}

/** The first day of the academic year that follows one ending on a day. */
function dayAfter(to: string): string {
  const year = academicYearOf(to).value?.year
  const end = year === undefined ? undefined : academicYear(year).value?.to
  if (end !== to) throw new RangeError(`${to} is no last day of an academic year`)
  return `${to.slice(0, 4)}-08-01`
}
