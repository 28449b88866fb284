import type { Annotation } from '../annotation.ts'
import type { Claim } from '../claim.ts'
import { type Audience, audiences, type ConsentScope, scopesNeeded } from '../consent.ts'
import type { Evidence } from '../evidence.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Outlook } from '../outlook.ts'
import type { PlanRevision } from '../plan.ts'
import type { ObservedChange } from '../problem.ts'
import type { Stakeholder } from '../stakeholder.ts'

/** Every reason for which an audience is not shown an item, each with a sentence that says it of no one in particular. */
export const withholdingReasons = {
  'consent-withdrawn': 'Consent that this needs was given and has been withdrawn since.',
  'outside-consent': 'Consent to this use was never given.',
  'narrower-audience': 'This was written for a narrower circle of readers.',
  'rests-on-withheld': 'This gives or discusses words of something that is itself left out.',
} as const

/** A reason for which an item is not shown. */
export type WithholdingReason = keyof typeof withholdingReasons

/** Why evidence is not shown to an audience, if so: of several participants one who does not consent is enough. */
export function withheldEvidence(
  { consents }: InquiryUnderway,
  item: Evidence,
  audience: Audience,
  quoted = false,
): WithholdingReason | undefined {
  const needed = scopesNeeded(audience, quoted)
  const lacks = item.consents.flatMap(
    (id) =>
      lacking(
        consents.find((consent) => consent.id === id),
        needed,
      ) ?? [],
  )
  return lacks.includes('consent-withdrawn') ? 'consent-withdrawn' : lacks[0]
}

/**
 * Why the text of a claim is not shown to an audience, if so: it is meant for a narrower one, it quotes words beyond
 * consent, or nothing that it cites may be used any longer.
 */
export function withheldClaim(
  inquiry: InquiryUnderway,
  claim: Claim,
  audience: Audience,
): WithholdingReason | undefined {
  if (audiences.indexOf(claim.audience) < audiences.indexOf(audience)) return 'narrower-audience'
  const reasons = claim.cites.map(({ evidence, quoted }) => {
    const item = inquiry.evidence.find(({ id }) => id === evidence)
    if (item === undefined) return { quoted, why: 'rests-on-withheld' as const }
    const why =
      withheldEvidence(inquiry, item, audience, quoted) ?? withheldEvidence(inquiry, item, claim.audience, quoted)
    return { quoted, why }
  })
  const ofQuotes = reasons.find(({ quoted, why }) => quoted && why !== undefined)?.why
  if (ofQuotes !== undefined) return ofQuotes
  return reasons.length > 0 && reasons.every(({ why }) => why !== undefined) ? 'rests-on-withheld' : undefined
}

/**
 * Why somebody's own words are not shown to an audience, if so. Authors own theirs, and so do critics who are no
 * participants; words of anybody else are data and need a consent, for the cycle if one is named, that covers quoting them.
 */
export function withheldPerson(
  { authors, consents, criticalFriends, groups }: InquiryUnderway,
  by: string,
  audience: Audience,
  { cycle, quoted = true }: { readonly cycle?: string; readonly quoted?: boolean } = {},
): WithholdingReason | undefined {
  if (authors.includes(by)) return undefined
  const own = consents.filter(({ participant }) => participant === by)
  const isCritic = criticalFriends.some(({ id }) => id === by) || groups.some(({ members }) => members.includes(by))
  if (own.length === 0 && isCritic) return undefined
  const needed = scopesNeeded(audience, quoted)
  const reasons = own
    .filter((consent) => cycle === undefined || consent.cycle === cycle)
    .map((consent) => lacking(consent, needed))
  if (reasons.includes(undefined)) return undefined
  return reasons.includes('consent-withdrawn') ? 'consent-withdrawn' : 'outside-consent'
}

/** Why an outlook is not shown, if so: a participant's needs the consent that it names to cover quoting it. */
export function withheldOutlook(
  inquiry: InquiryUnderway,
  { by, cycle, consent: id }: Outlook,
  audience: Audience,
): WithholdingReason | undefined {
  if (id === undefined) return withheldPerson(inquiry, by, audience, { cycle })
  return lacking(
    inquiry.consents.find((consent) => consent.id === id),
    scopesNeeded(audience, true),
  )
}

/** Why a stakeholder is not shown, if so: one who is a participant needs consent to be reported to this audience. */
export function withheldStakeholder(
  inquiry: InquiryUnderway,
  { id, who }: Stakeholder,
  audience: Audience,
): WithholdingReason | undefined {
  const participant = inquiry.consents.find(({ participant }) => participant === id || participant === who)?.participant
  return participant === undefined ? undefined : withheldPerson(inquiry, participant, audience, { quoted: false })
}

/** Why an observed change is not shown, if so: some evidence that it was observed in is not shown. */
export function withheldChange(
  inquiry: InquiryUnderway,
  { evidence }: ObservedChange,
  audience: Audience,
): WithholdingReason | undefined {
  const items = evidence.map((id) => inquiry.evidence.find((item) => item.id === id))
  const shown = items.every((item) => item !== undefined && withheldEvidence(inquiry, item, audience) === undefined)
  return shown ? undefined : 'rests-on-withheld'
}

/**
 * Why an annotation is not shown, if so: it is about a consent, or about something that is not shown, as `isShown` tells,
 * or its writer does not consent.
 */
export function withheldAnnotation(
  inquiry: InquiryUnderway,
  { about, by }: Annotation,
  audience: Audience,
  isShown: (about: Annotation['about']) => boolean,
): WithholdingReason | undefined {
  if (about.kind === 'consent') return 'narrower-audience'
  return isShown(about) ? withheldPerson(inquiry, by, audience) : 'rests-on-withheld'
}

/** Why the reason for a change of plan is not shown, if so: it was given on evidence that is itself not shown. */
export function withheldRevision(
  inquiry: InquiryUnderway,
  { evidence: id }: PlanRevision,
  audience: Audience,
): WithholdingReason | undefined {
  if (id === undefined) return undefined
  const item = inquiry.evidence.find((one) => one.id === id)
  return item === undefined ? 'rests-on-withheld' : withheldEvidence(inquiry, item, audience)
}

/** Why the words of a validation meeting are not shown, if so: it heard a claim that is itself not shown. */
export function withheldWords(
  inquiry: InquiryUnderway,
  claims: readonly string[],
  audience: Audience,
): WithholdingReason | undefined {
  const heard = claims.map((id) => inquiry.claims.find((claim) => claim.id === id))
  const shown = heard.every((claim) => claim !== undefined && withheldClaim(inquiry, claim, audience) === undefined)
  return shown ? undefined : 'rests-on-withheld'
}

function lacking(
  consent: InquiryUnderway['consents'][number] | undefined,
  needed: readonly ConsentScope[],
): 'consent-withdrawn' | 'outside-consent' | undefined {
  const lacks = needed.filter((scope) => !consent?.scopes.includes(scope))
  if (lacks.length === 0) return undefined
  const withdrawn = consent?.withdrawals.flatMap(({ scopes }) => scopes) ?? []
  return lacks.some((scope) => withdrawn.includes(scope)) ? 'consent-withdrawn' : 'outside-consent'
}
