import { findProgramme } from '../modules/mentoring/store.ts'
import { policyOf } from '../modules/people/policy.ts'
import { listInstitutions } from '../modules/people/store.ts'
import { buildReport, reportSteps } from '../modules/reporting/build.ts'
import { writeReport } from '../modules/reporting/files.ts'
import { readsReports } from '../modules/reporting/policy.ts'
import { Refused } from '../refused.ts'
import type { OperatorRequest, Tell } from './request.ts'
import type { Workshop } from './workshop.ts'

/** Writes a programme's report as a role may see it. */
export async function reportWork(
  shop: Workshop,
  request: Extract<OperatorRequest, { command: 'report' }>,
  tell: Tell,
): Promise<number> {
  if (!readsReports.includes(request.as))
    throw new Refused({
      code: 'role-reads-no-reports',
      message: `the role ${request.as} reads no impact report; take one of ${readsReports.join(', ')}`,
    })
  const { institutionId, programme } = await programmeOf(shop, request)
  const policy = policyOf(new Set([request.as]))
  const asOf = shop.now().slice(0, 10)
  const report = await shop.database.within(institutionId, 'write', (tx) =>
    buildReport(tx, institutionId, programme, policy, asOf, (done, total, message) =>
      tell({ kind: 'progress', text: `[${done}/${total}] ${message}` }),
    ),
  )
  tell({ kind: 'progress', text: `[${reportSteps}/${reportSteps}] writing` })
  const files = await writeReport(report, request.format)
  for (const [name, text] of Object.entries(files)) tell({ kind: 'file', name, text })
  return 0
}

/** The programme of a key, in the institution named, or in the only one that has it. */
async function programmeOf(
  shop: Workshop,
  { programme: key, institution }: { programme: string; institution?: string },
) {
  const institutions = await shop.database.asOwner(listInstitutions)
  const found: { institutionId: string; institution: string; programme: { id: string; key: string; title: string } }[] =
    []
  for (const one of institutions.filter((each) => institution === undefined || each.key === institution)) {
    const programme = await shop.database.within(one.id, 'read', (tx) => findProgramme(tx, one.id, key))
    if (programme !== undefined) found.push({ institutionId: one.id, institution: one.key, programme })
  }
  const [first, second] = found
  if (first === undefined)
    throw new Refused({
      code: 'unknown-programme',
      message: `no ${institution === undefined ? 'institution' : `institution "${institution}"`} has a programme "${key}"; institutions here: ${institutions.map((one) => one.key).join(', ') || 'none'}`,
    })
  if (second !== undefined)
    throw new Refused({
      code: 'which-institution',
      message: `several institutions have a programme "${key}"; add --institution with one of ${found.map((one) => one.institution).join(', ')}`,
    })
  return first
}
