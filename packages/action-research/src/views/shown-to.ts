import type { About } from '../annotation.ts'
import type { Claim } from '../claim.ts'
import type { Audience } from '../consent.ts'
import type { Evidence } from '../evidence.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import {
  countLeftOut,
  type LeftOutSort,
  type Shown,
  type ShownClaim,
  type ShownCycle,
  type ShownMeeting,
} from './shown.ts'
import { type ShownNames, shownNames } from './shown-names.ts'
import {
  type WithholdingReason,
  withheldAnnotation,
  withheldChange,
  withheldClaim,
  withheldEvidence,
  withheldOutlook,
  withheldPerson,
  withheldRevision,
  withheldStakeholder,
  withheldWords,
} from './withheld.ts'

/**
 * What an audience may see of an inquiry: the one place from which portfolios and exports take their content. Authors are
 * named as they are `called`, else by their id.
 */
export function shownTo(
  inquiry: InquiryUnderway,
  audience: Audience,
  called: Readonly<Record<string, string>> = {},
): Shown {
  const left: [LeftOutSort, WithholdingReason][] = []
  const keep = (of: LeftOutSort, because: WithholdingReason | undefined): boolean => {
    if (because !== undefined) left.push([of, because])
    return because === undefined
  }
  const evidence = inquiry.evidence.filter((item) => keep('evidence', withheldEvidence(inquiry, item, audience)))
  const hasEvidence = (id: string) => evidence.some((item) => item.id === id)
  const cycles = inquiry.cycles.map(
    (cycle): ShownCycle => ({
      cycle,
      revisions: (cycle.plan?.revisions ?? []).map((revision) => ({
        on: revision.on,
        stepsBefore: revision.stepsBefore,
        reason: keep('reason for a plan revision', withheldRevision(inquiry, revision, audience))
          ? revision.reason
          : null,
        evidence: revision.evidence !== undefined && hasEvidence(revision.evidence) ? revision.evidence : null,
      })),
      reflections: cycle.reflections.filter(({ by }) =>
        keep('reflection', withheldPerson(inquiry, by, audience, { cycle: cycle.id })),
      ),
    }),
  )
  const outlooks = inquiry.outlooks.filter((one) => keep('outlook', withheldOutlook(inquiry, one, audience)))
  const claims = inquiry.claims
    .filter((claim) => keep('claim', withheldClaim(inquiry, claim, audience)))
    .map((claim) => shownClaim(claim, hasEvidence))
  const meetings = inquiry.meetings.map(
    ({ id, on, attendees, claims: heard, challenges, group }): ShownMeeting => ({
      id,
      on,
      authors: attendees.filter((one) => inquiry.authors.includes(one)).length,
      others: attendees.filter((one) => !inquiry.authors.includes(one)).length,
      group: group !== undefined,
      claims: heard.filter((one) => claims.some(({ claim }) => claim.id === one)),
      challenges: keep('challenges of a meeting', withheldWords(inquiry, heard, audience)) ? challenges : null,
    }),
  )
  const changes = inquiry.changes.filter((one) => keep('observed change', withheldChange(inquiry, one, audience)))
  const stakeholders = inquiry.stakeholders.filter((one) =>
    keep('stakeholder', withheldStakeholder(inquiry, one, audience)),
  )
  const named = evidence.map((item) => ({ ...item, participants: participantsOf(item, inquiry) }))
  const parts = { audience, cycles, evidence: named, outlooks, claims, meetings, changes, stakeholders }
  const annotations = inquiry.annotations.filter((one) =>
    keep(
      'annotation',
      withheldAnnotation(inquiry, one, audience, (about) => isShown(parts, about)),
    ),
  )
  const shown = { ...parts, annotations, leftOut: countLeftOut(left) }
  return renamed(shown, shownNames(inquiry, peopleIn(shown), called))
}

/** Whether what an annotation is about is shown; a meeting of which the words are not shown is not. */
function isShown(parts: Omit<Shown, 'annotations' | 'leftOut'>, { kind, id }: About): boolean {
  const within = (things: readonly { readonly id: string }[]) => things.some((thing) => thing.id === id)
  switch (kind) {
    case 'evidence':
      return within(parts.evidence)
    case 'reflection':
      return within(parts.cycles.flatMap(({ reflections }) => reflections))
    case 'claim':
      return within(parts.claims.map(({ claim }) => claim))
    case 'meeting':
      return parts.meetings.some((meeting) => meeting.id === id && meeting.challenges !== null)
    case 'change':
      return within(parts.changes)
    case 'outlook':
      return within(parts.outlooks)
    case 'stakeholder':
      return within(parts.stakeholders)
    case 'consent':
      return false
    default:
      return true
  }
}

function shownClaim({ cites, findings, ...claim }: Claim, hasEvidence: (id: string) => boolean): ShownClaim {
  return {
    claim,
    cites: cites.map(({ evidence }) => evidence).filter(hasEvidence),
    found: findings.flatMap((one) => (one.kind === 'found' ? [hasEvidence(one.evidence) ? one.evidence : null] : [])),
    soughtIn: findings.flatMap((one) => (one.kind === 'none-found' ? [one.where] : [])),
  }
}

function participantsOf({ consents }: Evidence, inquiry: InquiryUnderway): readonly string[] {
  const all = consents.flatMap((id) => inquiry.consents.find((consent) => consent.id === id)?.participant ?? [])
  return [...new Set(all)].filter((id) => !inquiry.authors.includes(id))
}

function peopleIn({ evidence, cycles, outlooks, stakeholders }: Shown): readonly string[] {
  return [
    ...evidence.flatMap(({ source, participants }) => (participants.length === 0 ? [] : [source, ...participants])),
    ...cycles.flatMap(({ reflections }) => reflections.map(({ by }) => by)),
    ...outlooks.map(({ by }) => by),
    ...stakeholders.flatMap(({ id, who }) => [id, who]),
  ]
}

function renamed(shown: Shown, { person, source }: ShownNames): Shown {
  const by = <Thing extends { readonly by: string }>(thing: Thing): Thing => ({ ...thing, by: person(thing.by) })
  return {
    ...shown,
    evidence: shown.evidence.map((item) => ({
      ...item,
      source: source(item.source),
      participants: item.participants.map(person),
    })),
    cycles: shown.cycles.map((one) => ({ ...one, reflections: one.reflections.map(by) })),
    outlooks: shown.outlooks.map(by),
    stakeholders: shown.stakeholders.map((one) => ({ ...one, who: source(one.who) })),
    annotations: shown.annotations.map(by),
  }
}
