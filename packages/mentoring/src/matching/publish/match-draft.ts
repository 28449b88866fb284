import { identifierRefusal } from '../../identifier.ts'
import { dateRefusal } from '../../iso-date.ts'
import { type Refusal, type Result, refuse } from '../../refusal.ts'
import type { MatchInput } from '../input/match-input.ts'
import { bitOf, codesOf } from '../rules/exclusion.ts'
import { pairRules, placeOf } from '../rules/pair-rules.ts'
import type { MatchRun } from '../run/match-run.ts'

/** Who did something, and on which day. */
export interface DraftAct {
  readonly by: string
  /** A day, written YYYY-MM-DD. */
  readonly on: string
}

/** A run on its way to the people in it. Nothing is proposed to anybody before it is published. */
export type MatchDraft =
  | { readonly status: 'draft'; readonly run: MatchRun; readonly made: DraftAct }
  | { readonly status: 'in-review'; readonly run: MatchRun; readonly made: DraftAct; readonly submitted: DraftAct }
  | {
      readonly status: 'approved'
      readonly run: MatchRun
      readonly made: DraftAct
      readonly submitted: DraftAct
      readonly approved: DraftAct
    }
  | {
      readonly status: 'published'
      readonly run: MatchRun
      readonly made: DraftAct
      readonly submitted: DraftAct
      readonly approved: DraftAct
      readonly published: DraftAct
    }

/** A step of a draft. To publish, the input as it is today comes with it: every pair is held against the rules once more. */
export type DraftStep =
  | ({ readonly type: 'submit' | 'approve' | 'send-back' } & DraftAct)
  | ({ readonly type: 'publish'; readonly inputToday: MatchInput } & DraftAct)

/**
 * Gives the draft of a run.
 *
 * @example
 * ```ts
 * import { draftMatch, match } from '@mentoring-commons/mentoring'
 *
 * const policy = { version: '1', objective: 'most-matched' as const, rules: [], menteeShare: 0.5 }
 * const matched = match({ mentees: [], mentors: [], policy, seed: 'spring' })
 * if ('refusal' in matched) throw new TypeError(matched.refusal.message)
 * const draft = draftMatch(matched.value.run, { by: 'kim', on: '2026-02-02' })
 * 'value' in draft && draft.value.status //=> "draft"
 * ```
 */
export function draftMatch(run: MatchRun, made: DraftAct): Result<MatchDraft> {
  const refusal = actRefusal(made)
  return refusal ? { refusal } : { value: { status: 'draft', run, made } }
}

/**
 * Takes a draft one step on: submit, approve or send back, publish. Whoever made a run does not approve it, and a pair that a rule excludes today is not
 * published.
 *
 * @example
 * ```ts
 * import { advanceDraft, draftMatch, match } from '@mentoring-commons/mentoring'
 *
 * const policy = { version: '1', objective: 'most-matched' as const, rules: [], menteeShare: 0.5 }
 * const matched = match({ mentees: [], mentors: [], policy, seed: 'spring' })
 * const draft = 'value' in matched ? draftMatch(matched.value.run, { by: 'kim', on: '2026-02-02' }) : matched
 * const submitted = 'value' in draft ? advanceDraft(draft.value, { type: 'submit', by: 'kim', on: '2026-02-02' }) : draft
 * if ('refusal' in submitted) throw new TypeError(submitted.refusal.message)
 * const own = advanceDraft(submitted.value, { type: 'approve', by: 'kim', on: '2026-02-03' })
 * 'refusal' in own && own.refusal.code //=> "approver-made-it"
 * ```
 */
export function advanceDraft(draft: MatchDraft, step: DraftStep): Result<MatchDraft> {
  const { run, made } = draft
  const act = { by: step.by, on: step.on }
  const refusal = actRefusal(act) ?? orderRefusal(draft, step)
  if (refusal) return { refusal }
  if (draft.status === 'draft' && step.type === 'submit')
    return { value: { status: 'in-review', run, made, submitted: act } }
  if (draft.status === 'in-review' || draft.status === 'approved') {
    if (step.type === 'send-back') return { value: { status: 'draft', run, made } }
  }
  if (draft.status === 'in-review' && step.type === 'approve') {
    if (step.by === made.by)
      return refuse('approver-made-it', `"${step.by}" made the run: let somebody else approve it.`, 'by')
    return { value: { ...draft, status: 'approved', approved: act } }
  }
  if (draft.status === 'approved' && step.type === 'publish') {
    const crossed = crossedToday(run, step.inputToday)
    return crossed ? { refusal: crossed } : { value: { ...draft, status: 'published', published: act } }
  }
  return refuse(
    'draft-step-not-allowed',
    `A run that is ${draft.status} cannot take the step "${step.type}": submit, approve, then publish.`,
    'type',
  )
}

function actRefusal({ by, on }: DraftAct): Refusal | undefined {
  return identifierRefusal(by, 'by') ?? dateRefusal(on, 'on')
}

function orderRefusal(draft: MatchDraft, { on }: DraftAct): Refusal | undefined {
  const acts = [
    draft.made,
    'submitted' in draft ? draft.submitted : undefined,
    'approved' in draft ? draft.approved : undefined,
  ]
  const late = acts.find((act) => act !== undefined && act.on > on)
  return (
    late &&
    refuse('date-goes-back', `${on} is before ${late.on}, the day of a step before: give a later day.`, 'on').refusal
  )
}

function crossedToday(run: MatchRun, input: MatchInput): Refusal | undefined {
  const menteeAt = placeOf(input.mentees)
  const mentorAt = placeOf(input.mentors)
  const rules = pairRules(
    input,
    input.mentors.map(({ places }) => places),
  )
  const passed = bitOf('not-a-candidate') | bitOf('not-ranked')
  const load = new Map<string, number>()
  for (const { menteeId, mentorId } of run.pairs) {
    const mentee = menteeAt.get(menteeId)
    const mentor = mentorAt.get(mentorId)
    load.set(mentorId, (load.get(mentorId) ?? 0) + 1)
    const why =
      mentee === undefined || mentor === undefined
        ? 'one of them no longer applies'
        : (codesOf(rules(mentee, mentor) & ~passed)[0] ??
          ((load.get(mentorId) ?? 0) > (input.mentors[mentor]?.places ?? 0) ? 'no-places' : undefined))
    if (why !== undefined)
      return refuse(
        'pair-excluded-since',
        `"${menteeId}" and "${mentorId}" cannot be published (${why}): match again.`,
        'run.pairs',
      ).refusal
  }
  return undefined
}
