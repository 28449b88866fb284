import {
  type AgreementTerms,
  advance,
  draftAgreement as draft,
  outstanding,
  type RelationshipStep,
  signAgreement as sign,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseFuture, staleVersion, visibleRelationship } from '../commands.ts'
import { topicCodes, updateRelationship } from '../store.ts'
import { mayAgree } from './policy.ts'
import { agreementsOf, insertSignature, insertVersion } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Terms that a participant proposes, and the latest version that they have read. */
export interface DraftInput extends Repeatable {
  readonly relationshipId: string
  readonly terms: AgreementTerms
  readonly on: string
  readonly expectedVersion: number
}

/** Drafts the next version of the agreement of a relationship: its number, as text. */
export function draftAgreement(context: Context, { idempotencyKey, ...input }: DraftInput): Promise<string> {
  return once(context, { command: 'draftAgreement', idempotencyKey, input }, async (tx) => {
    const { institutionId, stored, personId } = await asParty(context, tx, input.relationshipId)
    refuseFuture(context, input.on, 'on')
    const earlier = await agreementsOf(tx, institutionId, [stored.state.id])
    const latest = earlier.at(-1)?.version ?? 0
    if (latest !== input.expectedVersion)
      throw new Refused({
        code: 'stale-version',
        message: `the latest version of this agreement is ${latest}; read it, and draft the next one on it`,
        path: 'expectedVersion',
      })
    const codes = await topicCodes(tx, institutionId, stored.programmeId)
    const { version, draftedOn, terms } = accepted(draft(stored.state, earlier, input.terms, input.on, { codes }))
    const recordedAt = context.now()
    await insertVersion(tx, {
      institutionId,
      relationshipId: stored.state.id,
      version,
      draftedOn,
      draftedBy: personId,
      terms,
      recordedAt,
    })
    return String(version)
  })
}

/** A signature of the viewer under a version. */
export interface SignatureInput extends Repeatable {
  readonly relationshipId: string
  readonly version: number
  readonly on: string
}

/**
 * Signs a version of the agreement: its number, as text. While the relationship is forming and waits for signatures, the step is
 * taken with it, in one transaction.
 */
export function signAgreement(context: Context, { idempotencyKey, ...input }: SignatureInput): Promise<string> {
  return once(context, { command: 'signAgreement', idempotencyKey, input }, async (tx) => {
    const { institutionId, stored, personId } = await asParty(context, tx, input.relationshipId)
    const { relationshipId, version, on } = input
    refuseFuture(context, on, 'on')
    const versions = await agreementsOf(tx, institutionId, [relationshipId])
    accepted(sign(stored.state, versions, version, { personId, on }))
    const recordedAt = context.now()
    await insertSignature(tx, { institutionId, relationshipId, version, personId, signedOn: on, recordedAt })
    if (outstanding(stored.state, stored.policy).signatures.length > 0) {
      const step: RelationshipStep = { type: 'sign-agreement', by: personId, on, version }
      const next = accepted(advance(stored.state, step, stored.policy))
      const recorded = { by: viewerOf(context).accountId, at: recordedAt }
      if (!(await updateRelationship(tx, institutionId, next, stored.version, step, recorded)))
        throw staleVersion(undefined)
    }
    return String(version)
  })
}

/** A relationship that the viewer takes part in, held still. */
async function asParty(context: Context, tx: Tx, relationshipId: string) {
  const viewer = viewerOf(context)
  const stored = await visibleRelationship(context, tx, relationshipId)
  const people = stored.state.participants.map(({ personId }) => personId)
  if (viewer.personId === null || !mayAgree(viewer, people))
    throw new Refused({
      code: 'agreement-of-others',
      message: 'the people of a relationship draft and sign their agreement, each for themselves',
      path: 'relationship',
    })
  return { institutionId: viewer.institutionId, stored, personId: viewer.personId }
}
