import { isText } from '../is-text.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Result, refuse } from '../refusal.ts'

interface Asked {
  readonly claimId: string
  readonly refereeId: string
  readonly invitedOn: string
  /** The last day on which the invitation can be answered and the statement given. */
  readonly expiresOn: string
}

/** A version of a claim as it was submitted. Its hash is the caller's, and equal hashes mean equal content. */
export type VersionHash = string

/** What a referee was asked and has answered. A statement belongs to one submitted version, and to no other. */
export type RefereeStatement =
  | (Asked & { readonly state: 'invited' })
  | (Asked & { readonly state: 'accepted'; readonly acceptedOn: string })
  | (Asked & { readonly state: 'declined'; readonly declinedOn: string })
  | (Asked & {
      readonly state: 'stated'
      readonly acceptedOn: string
      readonly statedOn: string
      readonly version: VersionHash
    })
  | (Asked & {
      readonly state: 'void'
      readonly acceptedOn: string
      readonly statedOn: string
      /** The version that the statement was about. */
      readonly version: VersionHash
      readonly voidedOn: string
      /** The version that took its place. */
      readonly replacedBy: VersionHash
    })

/**
 * Gives the invitation of a referee, to be answered by a last day. Sending it, and telling who holds it, is the caller's.
 * Refuses `empty-text`, `malformed-date`, and `reversed-period` where it would expire before it is sent.
 *
 * @example
 * ```ts
 * import { inviteReferee } from '@mentoring-commons/ukpsf/review'
 * const invitation = { claimId: 'c1', refereeId: 'rui', invitedOn: '2026-11-24', expiresOn: '2026-12-24' }
 * inviteReferee(invitation).value?.state //=> "invited"
 * inviteReferee({ ...invitation, expiresOn: '2026-11-23' }).refusal?.code //=> "reversed-period"
 * ```
 */
export function inviteReferee(input: Asked): Result<RefereeStatement> {
  const { claimId, refereeId, invitedOn, expiresOn } = input
  for (const field of ['claimId', 'refereeId'] as const) {
    if (isText(input[field])) continue
    return refuse('empty-text', `An invitation needs a ${field}; got '${String(input[field])}'.`, field)
  }
  for (const field of ['invitedOn', 'expiresOn'] as const) {
    if (isIsoDate(input[field])) continue
    return refuse('malformed-date', `'${input[field]}' is not a day. Write it as YYYY-MM-DD.`, field)
  }
  if (expiresOn < invitedOn) {
    const text = `The invitation of ${invitedOn} would expire before, on ${expiresOn}. Give a later day.`
    return refuse('reversed-period', text, 'expiresOn')
  }
  return { value: { claimId, refereeId, invitedOn, expiresOn, state: 'invited' } }
}

/**
 * Gives the statements that stand for a submitted version: those given for exactly that version. All others are to be shown
 * as void, whether or not anybody has recorded that the version changed.
 *
 * @example
 * ```ts
 * import { type RefereeStatement, standingStatements } from '@mentoring-commons/ukpsf/review'
 * const asked = { claimId: 'c1', refereeId: 'rui', invitedOn: '2026-11-01', expiresOn: '2026-12-01' }
 * const stated: RefereeStatement = { ...asked, state: 'stated', acceptedOn: '2026-11-02', statedOn: '2026-11-09', version: 'aa' }
 * standingStatements([stated], 'aa').length //=> 1
 * standingStatements([stated], 'ab').length //=> 0
 * ```
 */
export function standingStatements(
  statements: readonly RefereeStatement[],
  version: VersionHash,
): readonly RefereeStatement[] {
  return statements.filter((each) => each.state === 'stated' && each.version === version)
}
