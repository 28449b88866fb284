import { formatDescriptor, parseDescriptor } from '@mentoring-commons/ukpsf'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { personOf } from '../evidence/commands.ts'
import { isOpen, mayDraft } from './policy.ts'
import { type ClaimRow, insertClaim, loadClaim, ownedEvidence, replaceEvidence, updateClaim } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Begins a claim of the viewer to a descriptor: its id. */
export function startClaim(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly descriptor: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'startClaim', idempotencyKey, input }, async (tx) => {
    const { refusal, value } = parseDescriptor(input.descriptor)
    if (refusal) throw new Refused({ ...refusal, path: 'descriptor' })
    const id = context.newId()
    await insertClaim(tx, {
      institutionId,
      id,
      personId: personOf(context),
      descriptor: formatDescriptor(value),
      status: 'draft',
      version: 1,
      startedAt: context.now(),
    })
    return id
  })
}

/** The evidence that a claim shall rest on, whole. */
export interface ChoiceInput extends Repeatable {
  readonly claimId: string
  readonly evidenceIds: readonly string[]
  readonly expectedVersion: number
}

/** Rests the viewer's claim on pieces of their evidence: its id. */
export function chooseEvidence(context: Context, { idempotencyKey, ...input }: ChoiceInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'chooseEvidence', idempotencyKey, input }, async (tx) => {
    const row = await draftOf(context, tx, input.claimId, input.expectedVersion)
    const ids = [...new Set(input.evidenceIds)]
    const own = await ownedEvidence(tx, institutionId, row.personId, ids)
    const strange = ids.findIndex((id) => !own.has(id))
    if (strange >= 0) throw unknownId('Evidence', `evidence[${strange}]`)
    await replaceEvidence(tx, institutionId, row.id, ids)
    await updateClaim(tx, institutionId, row.id, { version: row.version + 1 })
    return row.id
  })
}

/** A claim that the viewer may work at, held still at the version they decided on. */
export async function draftOf(context: Context, tx: Tx, id: string, expectedVersion: number): Promise<ClaimRow> {
  const row = await ownClaim(context, tx, id)
  if (!isOpen(row.status))
    throw new Refused({
      code: 'claim-not-open',
      message: `this claim is ${row.status}: what was submitted stays as it was submitted`,
      path: 'claim',
    })
  if (row.version !== expectedVersion)
    throw new Refused({
      code: 'stale-version',
      message: `this claim was changed since you read it (it is at version ${row.version} now); read it again and decide again`,
      path: 'expectedVersion',
    })
  return row
}

/** A claim of the viewer, held still. One of somebody else is answered as if it did not exist. */
export async function ownClaim(context: Context, tx: Tx, id: string): Promise<ClaimRow> {
  const viewer = viewerOf(context)
  const row = await loadClaim(tx, viewer.institutionId, id, 'lock')
  if (row === undefined || !mayDraft(viewer, row.personId)) throw unknownId('Claim', 'claim')
  return row
}
