import { policyOf } from '../modules/people/policy.ts'
import { annualCounts, annualCsv } from '../modules/ukpsf/annual/figures.ts'
import { readsReturn } from '../modules/ukpsf/hesa/policy.ts'
import { Refused } from '../refused.ts'
import { knownInstitution } from './institution.ts'
import type { OperatorRequest, Tell } from './request.ts'
import type { Workshop } from './workshop.ts'

/** Writes the counts of an academic year by descriptor, route and outcome, as a role may see them, with their codebook. */
export async function annualWork(
  shop: Workshop,
  request: Extract<OperatorRequest, { command: 'annual' }>,
  tell: Tell,
): Promise<number> {
  const { year, as } = request
  if (!readsReturn.includes(as))
    throw new Refused({
      code: 'role-reads-no-counts',
      message: `the role ${as} reads no annual counts; take one of ${readsReturn.join(', ')}`,
    })
  const { id: institutionId } = await knownInstitution(shop, request.institution)
  const asOf = shop.now().slice(0, 10)
  // Figures under rounding open their ledger, which is a write.
  const counts = await shop.database.within(institutionId, 'write', (tx) =>
    annualCounts(tx, { institutionId, year, asOf }, policyOf(new Set([as]))),
  )
  const { csv, codebook } = annualCsv(counts)
  tell({ kind: 'file', name: `annual-${year.replace('/', '-')}.csv`, text: csv })
  tell({ kind: 'file', name: 'codebook.csv', text: codebook })
  return 0
}
