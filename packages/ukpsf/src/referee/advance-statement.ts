import { isText } from '../is-text.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { RefereeStatement, VersionHash } from './statement.ts'

/** Something that happens to an invitation or a statement, on a day. */
export type StatementStep =
  | { readonly type: 'accept'; readonly on: string }
  | { readonly type: 'decline'; readonly on: string }
  /** `version` is the one that the referee has read; `current` the one that is submitted. */
  | { readonly type: 'state'; readonly on: string; readonly version: VersionHash; readonly current: VersionHash }
  | { readonly type: 'replace-version'; readonly on: string; readonly current: VersionHash }
  | { readonly type: 'extend'; readonly on: string; readonly expiresOn: string }

const open: Readonly<Record<RefereeStatement['state'], readonly StatementStep['type'][]>> = {
  invited: ['accept', 'decline', 'replace-version', 'extend'],
  accepted: ['decline', 'state', 'replace-version', 'extend'],
  declined: [],
  stated: ['replace-version'],
  void: ['state', 'decline', 'replace-version', 'extend'],
}

/**
 * Gives a statement after a step, as a new value. A statement is bound to the version that the referee has read: it is
 * refused when another one is submitted by then, and becomes void when one takes its place; a referee may then state again.
 * Refuses `step-not-open`, `malformed-date`, `date-before-last`, `invitation-expired`, `empty-text` and `wrong-version`.
 *
 * @example
 * ```ts
 * import { advanceStatement, inviteReferee } from '@mentoring-commons/ukpsf/review'
 * const invited = inviteReferee({ claimId: 'c1', refereeId: 'rui', invitedOn: '2026-11-01', expiresOn: '2026-12-01' })
 * const accepted = invited.value && advanceStatement(invited.value, { type: 'accept', on: '2026-11-02' })
 * if (!accepted?.value) throw new TypeError('not accepted')
 * const state = { type: 'state', on: '2026-11-09', version: 'aa', current: 'ab' } as const
 * advanceStatement(accepted.value, state).refusal?.code //=> "wrong-version"
 * advanceStatement(accepted.value, { ...state, version: 'ab' }).value?.state //=> "stated"
 * ```
 */
export function advanceStatement(statement: RefereeStatement, step: StatementStep): Result<RefereeStatement> {
  const refusal = refuseStep(statement, step)
  if (refusal) return { refusal }
  const { claimId, refereeId, invitedOn, expiresOn } = statement
  const asked = { claimId, refereeId, invitedOn, expiresOn }
  switch (step.type) {
    case 'accept':
      return { value: { ...asked, state: 'accepted', acceptedOn: step.on } }
    case 'decline':
      return { value: { ...asked, state: 'declined', declinedOn: step.on } }
    case 'extend':
      return { value: { ...statement, expiresOn: step.expiresOn } }
    case 'state': {
      if (!('acceptedOn' in statement)) break
      const { acceptedOn } = statement
      return { value: { ...asked, state: 'stated', acceptedOn, statedOn: step.on, version: step.version } }
    }
    case 'replace-version': {
      if (statement.state !== 'stated' && statement.state !== 'void') return { value: statement }
      if (statement.state === 'stated' && statement.version === step.current) return { value: statement }
      return { value: { ...statement, state: 'void', voidedOn: step.on, replacedBy: step.current } }
    }
  }
  throw new TypeError(`No rule takes '${step.type}' from ${statement.state}.`)
}

function refuseStep(statement: RefereeStatement, step: StatementStep): Refusal | undefined {
  if (!open[statement.state].includes(step.type)) {
    const may = open[statement.state].join(', ') || 'nothing more'
    const text = `'${step.type}' is not open to a statement that is ${statement.state}. Open are: ${may}.`
    return refuse('step-not-open', text, 'type').refusal
  }
  for (const [path, day] of [
    ['on', step.on] as const,
    ...(step.type === 'extend' ? [['expiresOn', step.expiresOn] as const] : []),
  ]) {
    if (!isIsoDate(day)) return refuse('malformed-date', `'${day}' is not a day. Write it as YYYY-MM-DD.`, path).refusal
  }
  const last = lastDay(statement)
  if (step.on < last) {
    return refuse('date-before-last', `${step.on} is before the last step, on ${last}. Give a day from then on.`, 'on')
      .refusal
  }
  if (step.type === 'extend' && step.expiresOn <= statement.expiresOn) {
    const text = `${step.expiresOn} is no later than the last day so far, ${statement.expiresOn}. Give a later one.`
    return refuse('reversed-period', text, 'expiresOn').refusal
  }
  if ((step.type === 'accept' || step.type === 'state') && step.on > statement.expiresOn) {
    const text = `The invitation could be answered until ${statement.expiresOn}, not on ${step.on}. Extend it first.`
    return refuse('invitation-expired', text, 'on').refusal
  }
  if (step.type !== 'state' && step.type !== 'replace-version') return undefined
  for (const field of step.type === 'state' ? (['version', 'current'] as const) : (['current'] as const)) {
    const hash: unknown = step[field as keyof typeof step]
    if (isText(hash)) continue
    return refuse('empty-text', `A statement needs the hash of the version; got '${String(hash)}'.`, field).refusal
  }
  if (step.type === 'replace-version' || step.version === step.current) return undefined
  const text = `The statement is about version '${step.version}', and '${step.current}' is submitted. Ask for one on that.`
  return refuse('wrong-version', text, 'version').refusal
}

function lastDay(statement: RefereeStatement): string {
  switch (statement.state) {
    case 'invited':
      return statement.invitedOn
    case 'accepted':
      return statement.acceptedOn
    case 'declined':
      return statement.declinedOn
    case 'stated':
      return statement.statedOn
    case 'void':
      return statement.voidedOn
  }
}
