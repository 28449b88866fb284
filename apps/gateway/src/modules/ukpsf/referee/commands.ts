import { type Category, formatDimension, parseDimension } from '@mentoring-commons/ukpsf'
import { advanceStatement, inviteReferee as invite, type RefereeStatement } from '@mentoring-commons/ukpsf/review'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { institutionIdOf } from '../../people/identity.ts'
import { hashOfSecret } from '../../people/secret.ts'
import { draftOf } from '../claim/commands.ts'
import { mayDraft } from '../claim/policy.ts'
import { lastSubmission, loadClaim, type SubmissionRow, updateClaim } from '../claim/store.ts'
import { deleteReferee, insertReferee, loadReferee, type RefereeRow, refereesOf, updateReferee } from './store.ts'
import { newToken, readToken } from './token.ts'

/** The most letters of a statement. */
const statementMax = 20_000

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Somebody to name as referee. */
export interface RefereeInput extends Repeatable {
  readonly claimId: string
  readonly expectedVersion: number
  readonly name: string
  readonly personId?: string | undefined
  readonly holds?: Category | null | undefined
  readonly workedTogetherUntil?: string | null | undefined
  readonly observedPractice: boolean
}

/** Names a referee of the viewer's claim: the referee's id. Whether the referees are eligible is asked when it is submitted. */
export function nameReferee(context: Context, { idempotencyKey, ...input }: RefereeInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'nameReferee', idempotencyKey, input }, async (tx) => {
    const row = await draftOf(context, tx, input.claimId, input.expectedVersion)
    if (input.name.trim() === '')
      throw new Refused({ code: 'empty-text', message: 'a referee needs a name', path: 'name' })
    const named = await refereesOf(tx, institutionId, row.id)
    if (input.personId !== undefined && named.some(({ personId }) => personId === input.personId))
      throw new Refused({
        code: 'duplicate-person',
        message: 'this person is a referee of the claim already; name somebody else',
        path: 'person',
      })
    const id = context.newId()
    try {
      await insertReferee(tx, {
        institutionId,
        id,
        claimId: row.id,
        name: input.name.trim(),
        personId: input.personId ?? null,
        holds: input.personId === undefined ? (input.holds ?? null) : null,
        workedTogetherUntil: input.workedTogetherUntil ?? null,
        observedPractice: input.observedPractice,
      })
    } catch (error) {
      throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', 'person') : error
    }
    await updateClaim(tx, institutionId, row.id, { version: row.version + 1 })
    return id
  })
}

/** Takes a referee off the viewer's claim: the claim's id. */
export function removeReferee(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly refereeId: string; readonly expectedVersion: number },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'removeReferee', idempotencyKey, input }, async (tx) => {
    const row = await ownReferee(context, tx, input.refereeId)
    const claim = await draftOf(context, tx, row.claimId, input.expectedVersion)
    await deleteReferee(tx, institutionId, row.id)
    await updateClaim(tx, institutionId, claim.id, { version: claim.version + 1 })
    return claim.id
  })
}

/**
 * Invites a referee, or invites them anew: the token, which is told this once. An earlier token of theirs opens nothing any more.
 */
export async function inviteReferee(
  context: Context,
  input: { readonly refereeId: string; readonly expiresOn: string },
): Promise<{ readonly refereeId: string; readonly token: string }> {
  const { institutionId } = viewerOf(context)
  const on = today(context)
  const token = await newToken({ institutionId, refereeId: input.refereeId })
  await context.transact('write', async (tx) => {
    const row = await ownReferee(context, tx, input.refereeId)
    const state = invited(row, on, input.expiresOn)
    await updateReferee(tx, institutionId, row.id, { state, tokenHash: token.hash })
  })
  return { refereeId: input.refereeId, token: token.text }
}

function invited(row: RefereeRow, on: string, expiresOn: string): RefereeStatement {
  if (row.state === null || row.state.state === 'declined')
    return accepted(invite({ claimId: row.claimId, refereeId: row.id, invitedOn: on, expiresOn }))
  if (expiresOn === row.state.expiresOn) return row.state
  return accepted(advanceStatement(row.state, { type: 'extend', on, expiresOn }))
}

/** An invitation as whoever holds its token sees it. */
export interface Invitation {
  readonly referee: RefereeRow
  readonly state: RefereeStatement
  /** What was submitted; nothing before a submission. */
  readonly submission: SubmissionRow | undefined
  readonly institutionId: string
}

/** Opens an invitation by its token; whatever does not fit is refused alike. */
export async function openInvitation(context: Context, token: string): Promise<Invitation> {
  return withToken(context, token, 'read', async (_tx, invitation) => invitation)
}

/** Answers an invitation. */
export async function answerInvitation(context: Context, token: string, accept: boolean): Promise<Invitation> {
  return withToken(context, token, 'write', async (tx, invitation) => {
    const type = accept ? ('accept' as const) : ('decline' as const)
    const state = accepted(advanceStatement(invitation.state, { type, on: today(context) }))
    await updateReferee(tx, invitation.institutionId, invitation.referee.id, { state })
    return { ...invitation, state }
  })
}

/** What a referee states of a submitted version. */
export interface StatementInput {
  readonly token: string
  /** The hash of the version that was read. */
  readonly version: string
  readonly statement: string
  readonly tags: readonly string[]
}

/** Gives a statement on the very version that is submitted. */
export async function giveStatement(context: Context, input: StatementInput): Promise<Invitation> {
  const text = input.statement.trim()
  if (text === '' || text.length > statementMax)
    throw new Refused({
      code: 'statement-length',
      message: `a statement has 1 to ${statementMax} letters; this one has ${text.length}`,
      path: 'statement',
    })
  const tags = input.tags.map((tag, index) => {
    const dimension = parseDimension(tag)
    if (dimension.refusal) throw new Refused({ ...dimension.refusal, path: `tags[${index}]` })
    return formatDimension(dimension.value)
  })
  return withToken(context, input.token, 'write', async (tx, invitation) => {
    const { submission } = invitation
    if (submission === undefined)
      throw new Refused({
        code: 'nothing-submitted',
        message: 'the claim is not submitted yet, so there is nothing to state about; come back when it is',
        path: 'version',
      })
    const step = { type: 'state' as const, on: today(context), version: input.version, current: submission.hash }
    const state = accepted(advanceStatement(invitation.state, step))
    await updateReferee(tx, invitation.institutionId, invitation.referee.id, { state, statement: text, tags })
    return { ...invitation, state }
  })
}

/** Marks the statements of a claim as void that were about another version than this one. */
export async function replaceVersion(tx: Tx, institutionId: string, claimId: string, current: string, on: string) {
  for (const row of await refereesOf(tx, institutionId, claimId)) {
    if (row.state === null || row.state.state === 'declined') continue
    const state = accepted(advanceStatement(row.state, { type: 'replace-version', on, current }))
    if (state !== row.state) await updateReferee(tx, institutionId, row.id, { state })
  }
}

async function withToken<T>(
  context: Context,
  text: string,
  mode: 'read' | 'write',
  work: (tx: Tx, invitation: Invitation) => Promise<T>,
): Promise<T> {
  const token = readToken(text)
  if (token === undefined) throw closed()
  const hash = await hashOfSecret(token.secret)
  return enter(context, token.institutionId)(mode, async (tx) => {
    const row = await loadReferee(tx, token.institutionId, token.refereeId, mode === 'write' ? 'lock' : 'look')
    if (row === undefined || row.state === null || row.tokenHash !== hash) throw closed()
    if (today(context) > row.state.expiresOn)
      throw new Refused({
        code: 'invitation-expired',
        message: `this invitation was open until ${row.state.expiresOn}; ask whoever invited you for a new one`,
        path: 'token',
      })
    const submission = await lastSubmission(tx, token.institutionId, row.claimId)
    return work(tx, { referee: row, state: row.state, submission, institutionId: token.institutionId })
  })
}

/** A token opens its own institution, signed in or not; whoever is signed in elsewhere stays there. */
function enter(context: Context, institutionId: string): Context['transact'] {
  if (context.claims === null) return (mode, work) => context.database.within(institutionId, mode, work)
  if (institutionIdOf(context.claims.institutionKey) === institutionId) return context.transact
  throw new Refused({
    code: 'signed-in-elsewhere',
    message:
      'this invitation is of another institution than the one that you are signed in to; send it without signing in',
    path: 'token',
  })
}

function closed(): Refused {
  return new Refused({
    code: 'invitation-closed',
    message: 'this token opens no invitation: it is mistyped, or a newer one took its place; ask whoever invited you',
    path: 'token',
  })
}

async function ownReferee(context: Context, tx: Tx, id: string): Promise<RefereeRow> {
  const viewer = viewerOf(context)
  const row = await loadReferee(tx, viewer.institutionId, id, 'lock')
  const claim = row && (await loadClaim(tx, viewer.institutionId, row.claimId, 'look'))
  if (
    row === undefined ||
    claim === undefined ||
    !(mayDraft(viewer, claim.personId) || viewer.roles.has('coordinator'))
  )
    throw unknownId('Referee', 'referee')
  return row
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
