import {
  type Annotation,
  type Audience,
  type Claim,
  type Cycle,
  type Evidence,
  type InquiryUnderway,
  type ObservedChange,
  type Outlook,
  type PortfolioItem,
  portfolio,
  type Stakeholder,
  timeline,
} from '@mentoring-commons/action-research'
import type { Viewer } from '../../context.ts'
import { holdsAny, runsProgrammes } from '../people/policy.ts'
import type { InquiryRole } from './table.ts'

/** A person in an inquiry, and as what. */
interface Member {
  readonly personId: string
  readonly role: InquiryRole
}

/** Whether a viewer may know that an inquiry exists, whose it is and how far it is: its members, and who runs programmes. */
export function mayKnowInquiry(viewer: Viewer, members: readonly Member[]): boolean {
  return mayReadInquiry(viewer, members) || holdsAny(viewer, runsProgrammes)
}

/** Whether a viewer may read what an inquiry asks and finds: its authors and critical friends, whatever other roles say. */
export function mayReadInquiry(viewer: Viewer, members: readonly Member[]): boolean {
  return members.some(({ personId }) => personId === viewer.personId)
}

/** Whether a viewer may record in an inquiry, invite to it and take all of it away: its authors. */
export function mayRecordInquiry(viewer: Viewer, members: readonly Member[]): boolean {
  return members.some(({ personId, role }) => personId === viewer.personId && role === 'author')
}

/** Whether a viewer may take files of an inquiry along: its authors all, its critical friends what is for more than the team. */
export function mayTakeInquiryAlong(viewer: Viewer, members: readonly Member[], audience: Audience): boolean {
  return mayRecordInquiry(viewer, members) || (audience !== 'team' && mayReadInquiry(viewer, members))
}

/** A claim as a view may show it: without text where it quotes words that are withdrawn, and without evidence beyond consent. */
export interface ClaimInView {
  readonly claim: Claim
  readonly text: string | null
  readonly citations: readonly { readonly evidence: Evidence; readonly quoted: boolean }[]
  readonly beyondConsent: number
  readonly found: readonly string[]
  readonly soughtIn: readonly string[]
}

/** What of an inquiry its members may see: evidence whose participants no longer consent to that is in no part of it. */
export interface InquiryInView {
  readonly cycles: readonly Cycle[]
  readonly evidence: readonly Evidence[]
  readonly claims: readonly ClaimInView[]
  readonly stakeholders: readonly Stakeholder[]
  readonly changes: readonly ObservedChange[]
  readonly outlooks: readonly Outlook[]
  readonly annotations: readonly Annotation[]
}

const views = new WeakMap<InquiryUnderway, InquiryInView>()

/** An inquiry within the consent that it has for its own team, as the package draws that line; made once for a state. */
export function withinConsent(inquiry: InquiryUnderway): InquiryInView {
  const view = views.get(inquiry) ?? viewOf(inquiry)
  views.set(inquiry, view)
  return view
}

function viewOf(inquiry: InquiryUnderway): InquiryInView {
  const rows = timeline(inquiry, 'team')
  const shown = new Map(rows.flatMap((row) => (row.kind === 'evidence' ? [[row.id, row] as const] : [])))
  const texts = new Map(rows.flatMap((row) => (row.kind === 'claim' ? [[row.id, row.what] as const] : [])))
  const evidence = inquiry.evidence.filter(({ id }) => shown.has(id))
  const byId = new Map(evidence.map((item) => [item.id, item]))
  const items = itemsForTeam(inquiry)
  const within = <Thing extends { readonly id: string }>(kind: PortfolioItem['kind'], things: readonly Thing[]) =>
    things.filter(({ id }) => items.has(`${kind} ${id}`))
  return {
    cycles: inquiry.cycles
      .map((cycle) => withoutHidden(cycle, (id) => shown.has(id)))
      .map((cycle) => ({ ...cycle, reflections: within('reflection', cycle.reflections) })),
    evidence,
    stakeholders: within('stakeholder', inquiry.stakeholders),
    changes: within('change', inquiry.changes),
    outlooks: within('outlook', inquiry.outlooks),
    annotations: within('annotation', inquiry.annotations),
    claims: inquiry.claims.map((claim) => {
      const citations = claim.cites.flatMap(({ evidence: id, quoted }) => {
        const item = byId.get(id)
        return item === undefined ? [] : [{ evidence: item, quoted }]
      })
      return {
        claim,
        text: texts.get(claim.id) ?? null,
        citations,
        beyondConsent: claim.cites.length - citations.length,
        found: claim.findings.flatMap((one) => (one.kind === 'found' && shown.has(one.evidence) ? [one.evidence] : [])),
        soughtIn: claim.findings.flatMap((one) => (one.kind === 'none-found' ? [one.where] : [])),
      }
    }),
  }
}

/** Whether a thing is in an inquiry, and within the consent that there is for its team. */
export function isItemForTeam(inquiry: InquiryUnderway, { kind, id }: PortfolioItem): boolean {
  return itemsForTeam(inquiry).has(`${kind} ${id}`)
}

/** What is in the portfolio for the team: there the package draws the line of consent for everything else. */
function itemsForTeam(inquiry: InquiryUnderway): ReadonlySet<string> {
  const answer = portfolio(inquiry, { audience: 'team', version: 0, frozenOn: inquiry.begunOn })
  return new Set('value' in answer ? answer.value.items.map(({ kind, id }) => `${kind} ${id}`) : [])
}

/** A revision of a plan keeps its reason, but no longer names evidence that has left. */
function withoutHidden(cycle: Cycle, isShown: (evidence: string) => boolean): Cycle {
  if (cycle.plan === undefined) return cycle
  const revisions = cycle.plan.revisions.map(({ evidence, ...revision }) =>
    evidence !== undefined && isShown(evidence) ? { ...revision, evidence } : revision,
  )
  return { ...cycle, plan: { ...cycle.plan, revisions } }
}
