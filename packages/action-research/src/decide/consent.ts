import type { Claim } from '../claim.ts'
import type { CommandOf } from '../commands.ts'
import { consentScopes } from '../consent.ts'
import type { Decision } from '../decider.ts'
import type { EventOf, InquiryEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { type Inquiry, type InquiryUnderway, mayUse } from '../inquiry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { date, find, first, freshId, notBefore, oneOf, textList, texts, unless } from './check.ts'

/** Records a participant's consent for a cycle, which may have ended: a follow-up needs consent too. */
export function recordConsent(
  command: CommandOf<'RecordConsent'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { consent, participant, cycle, scopes, version, on, removableUntil } = command
  const found = find(inquiry.cycles, cycle, 'cycle')
  if ('refusal' in found) return found
  const check = first(
    freshId(consent, inquiry.consents, 'consent'),
    texts({ participant, version }),
    textList(scopes, 'scopes'),
    ...scopes.map((scope, index) => oneOf(scope, consentScopes, `scopes[${index}]`)),
    date(on),
    removableUntil === undefined ? undefined : date(removableUntil, 'removableUntil'),
    removableUntil === undefined ? undefined : notBefore(removableUntil, on, 'consent was given', 'removableUntil'),
  )
  const event = { type: 'ConsentRecorded', consent, participant, cycle, scopes, version, on } as const
  return unless(check, removableUntil === undefined ? event : { ...event, removableUntil })
}

/**
 * Withdraws scopes of a consent, at any time, and flags each claim that thereby uses evidence beyond consent. Only scopes
 * that still hold are recorded; when none does, the consent was withdrawn before and the command is refused.
 */
export function withdrawConsent(
  { consent: id, scopes, on }: CommandOf<'WithdrawConsent'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = find(inquiry.consents, id, 'consent')
  if ('refusal' in found) return found
  const consent = found.value
  const check = first(
    textList(scopes, 'scopes'),
    ...scopes.map((scope, index) => oneOf(scope, consentScopes, `scopes[${index}]`)),
    date(on),
    notBefore(on, consent.givenOn, 'the consent was given'),
  )
  if (check !== undefined) return { refusal: check }
  const taken = consent.scopes.filter((scope) => scopes.includes(scope))
  if (taken.length === 0) {
    const held = consent.scopes.join(', ') || 'nothing'
    return refuse(
      'nothing-to-withdraw',
      `consent "${id}" holds ${held}; ${scopes.join(', ')} is withdrawn already`,
      'scopes',
    )
  }
  const withdrawn: EventOf<'ConsentWithdrawn'> = { type: 'ConsentWithdrawn', consent: id, scopes: taken, on }
  const after = evolve(inquiry, withdrawn)
  const hit = inquiry.claims.filter((claim) => loses(claim, inquiry, after))
  return { events: [withdrawn, ...hit.map((claim) => flagged(claim.id, on))] }
}

function flagged(claim: string, on: string): EventOf<'ClaimFlagged'> {
  return { type: 'ClaimFlagged', claim, on, because: 'consent-withdrawn' }
}

function loses({ audience, cites, findings }: Claim, before: InquiryUnderway, after: Inquiry): boolean {
  const found = findings.flatMap((finding) => (finding.kind === 'found' ? [finding.evidence] : []))
  const uses = [...cites, ...found.map((evidence) => ({ evidence, quoted: false }))]
  return uses.some(
    ({ evidence, quoted }) =>
      mayUse(before, evidence, audience, quoted) &&
      !(after.status === 'underway' && mayUse(after, evidence, audience, quoted)),
  )
}
