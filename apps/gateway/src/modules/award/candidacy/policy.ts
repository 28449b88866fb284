import type { AwardRole, CandidacyStatus, CommandType } from '@mentoring-commons/award'
import type { Viewer } from '../../../context.ts'
import { holdsAny, runsProgrammes } from '../../people/policy.ts'
import type { PanelRole } from '../table.ts'

/** Whose a candidacy is, and who is appointed to it now. */
export interface Whose {
  readonly candidateId: string
  readonly panel: readonly { readonly personId: string; readonly role: PanelRole }[]
}

/** As what a viewer stands to a candidacy. Whoever runs programmes coordinates, and sits on the board and in appeals: the package keeps out who must not. */
export function rolesIn(viewer: Viewer, { candidateId, panel }: Whose): readonly AwardRole[] {
  const { personId } = viewer
  const own = personId === candidateId ? (['candidate'] as const) : []
  const appointed = panel.filter((each) => each.personId === personId).map(({ role }) => role)
  // Nobody coordinates their own candidacy.
  const coordinating =
    personId !== candidateId && holdsAny(viewer, runsProgrammes)
      ? (['coordinator', 'award-board', 'appeal-panel'] as const)
      : []
  return [...own, ...coordinating, ...appointed]
}

/** Whether a viewer may know that somebody is on the way to an award: the candidate, who is appointed, and who coordinates. */
export function mayKnowCandidacy(viewer: Viewer, whose: Whose): boolean {
  return rolesIn(viewer, whose).length > 0
}

/** Whether a viewer may read what was submitted: the candidate, and who is appointed. Coordinators read none of it. */
export function mayReadSubmission(viewer: Viewer, { candidateId, panel }: Whose): boolean {
  return viewer.personId === candidateId || panel.some(({ personId }) => personId === viewer.personId)
}

const decided: readonly CandidacyStatus[] = ['to-be-conferred', 'referred', 'not-awarded', 'appealing', 'awarded']
const settled: readonly CandidacyStatus[] = [...decided, 'assessed']

/** Whether a viewer may read a judgement: whose it is; all who are appointed and who decide, once all are in or one moderates; the candidate after the decision. */
export function mayReadJudgement(
  viewer: Viewer,
  whose: Whose,
  status: CandidacyStatus,
  { assessor }: { readonly assessor: string },
): boolean {
  if (viewer.personId === assessor) return true
  const roles = rolesIn(viewer, whose)
  if (roles.includes('candidate')) return decided.includes(status)
  if (roles.includes('moderator') && status === 'moderating') return true
  return settled.includes(status) && roles.length > 0
}

/** Whether a viewer may read what assessment came to and what was decided: the candidate after the decision, others once it is settled. */
export function mayReadResults(viewer: Viewer, whose: Whose, status: CandidacyStatus): boolean {
  const roles = rolesIn(viewer, whose)
  return (roles.includes('candidate') ? decided : settled).includes(status) && roles.length > 0
}

/** Who takes a step. */
export const whoMay: Readonly<Record<Exclude<CommandType, 'Enrol' | 'RecountRelationship'>, readonly AwardRole[]>> = {
  // What a portfolio is made of is the candidate's own until it is submitted.
  LinkRelationship: ['candidate'],
  UnlinkRelationship: ['candidate'],
  LinkInquiry: ['candidate'],
  TakeSnapshot: ['candidate'],
  Submit: ['candidate'],
  Appeal: ['candidate'],
  Withdraw: ['candidate'],
  DeclareRelation: ['candidate', 'coordinator', 'assessor', 'moderator'],
  Defer: ['candidate', 'coordinator'],
  Resume: ['candidate', 'coordinator'],
  AppointAssessor: ['coordinator'],
  AppointModerator: ['coordinator'],
  StandDown: ['coordinator', 'assessor', 'moderator'],
  Judge: ['assessor'],
  SelectForModeration: ['coordinator'],
  Moderate: ['moderator'],
  Decide: ['award-board'],
  Confer: ['coordinator'],
  LapseReferral: ['coordinator'],
  DecideAppeal: ['appeal-panel'],
  Revoke: ['award-board'],
}

/** A step that somebody takes. */
export type StepType = keyof typeof whoMay

/** Whether a viewer may take a step; that it fits where things stand is the package's to say. */
export function mayTake(viewer: Viewer, whose: Whose, type: StepType): boolean {
  return rolesIn(viewer, whose).some((role) => whoMay[type].includes(role))
}

/** An event as far as showing it depends on it: whether a portfolio was submitted by then, and whether a decision came after it. */
export interface Occurrence {
  readonly type: string
  readonly by: string
  readonly isSubmitted: boolean
  readonly isDecided: boolean
}

/** Whether an event shows to a viewer: judgements to the candidate after the decision; to who is appointed what came with the submission or later. */
export function maySeeEvent(viewer: Viewer, whose: Whose, status: CandidacyStatus, event: Occurrence): boolean {
  if (event.by === viewer.personId) return true
  const roles = rolesIn(viewer, whose)
  const ofAssessment = ['OutcomeJudged', 'Moderated', 'SentToModeration', 'AssessmentSettled'].includes(event.type)
  if (roles.includes('candidate')) return !ofAssessment || event.isDecided
  if (roles.includes('coordinator')) return true
  return event.isSubmitted && (event.type !== 'OutcomeJudged' || settled.includes(status) || event.isDecided)
}
