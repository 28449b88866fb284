import { composeReport } from '../modules/impact/commands.ts'
import { findProgramme } from '../modules/mentoring/store.ts'
import { policyOf } from '../modules/people/policy.ts'
import { listInstitutions } from '../modules/people/store.ts'
import { freezeReport } from '../modules/reporting/build.ts'
import { knownReport } from '../modules/reporting/definition/commands.ts'
import { type FileBody, snapshotFiles } from '../modules/reporting/files.ts'
import { reportSteps } from '../modules/reporting/gather.ts'
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
  const told = (done: number, message: string) =>
    tell({ kind: 'progress', text: `[${done}/${reportSteps}] ${message}` })
  told(0, 'reading the programme')
  const composed = await shop.database.within(institutionId, 'read', async (tx) => {
    await knownReport(tx, institutionId, request.report)
    return composeReport(tx, { institutionId, programme, key: request.report, asOf })
  })
  const wish = { institutionId, programme, asOf, policy, salt: shop.newId() }
  const snapshot = await shop.database.within(institutionId, 'write', (tx) =>
    freezeReport(tx, wish, composed, (done, _total, message) => told(done, message)),
  )
  told(reportSteps, 'writing')
  const files = await snapshotFiles(snapshot, request.format)
  for (const [name, body] of Object.entries(files))
    tell(
      typeof body === 'string'
        ? { kind: 'file', name, text: body }
        : { kind: 'file', name, base64: await base64Of(body) },
    )
  return 0
}

/** Bytes as the answer's JSON can carry them. */
async function base64Of(body: Exclude<FileBody, string>): Promise<string> {
  if (body instanceof Uint8Array) return Buffer.from(body).toString('base64')
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('base64')
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
