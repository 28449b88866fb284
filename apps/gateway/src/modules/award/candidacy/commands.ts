import {
  type AppealGround,
  awarding,
  type CandidacyCommand,
  type CandidacyEvent,
  type CommandOf,
  type Enrolled,
  type Finding,
  type JudgementReason,
  type ModeratedOutcome,
  type Relation,
  type RevocationReason,
  type Scheme,
} from '@mentoring-commons/award'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { refuseUnstorable } from '../../action-research/storable.ts'
import { peopleAmong } from '../../action-research/store.ts'
import { once } from '../../people/idempotency.ts'
import { eligible, refuseBarred, refuseUnknownPerson } from '../eligibility/commands.ts'
import { countPractice, linkOf, ownInquiry, type SnapshotInput, snapshotCommands } from '../portfolio/commands.ts'
import { loadScheme } from '../scheme/store.ts'
import { mayKnowCandidacy, mayTake, type StepType, whoMay } from './policy.ts'
import { after, appendEvents, type Held, insertCandidacy, lockCandidacy, UnreadableCandidacy } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Somebody to enrol on a scheme; a version where the record is too rough to tell which, with a reason. */
export interface EnrolInput extends Repeatable {
  readonly candidateId: string
  readonly schemeId: string
  readonly version?: string | null | undefined
  readonly versionReason?: string | null | undefined
}

/** Enrols a candidate: the candidacy's id. */
export function enrolCandidate(context: Context, { idempotencyKey, ...input }: EnrolInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { candidateId, schemeId, version, versionReason } = input
  return once(context, { command: 'enrolCandidate', idempotencyKey, input }, async (tx) => {
    const found = await loadScheme(tx, institutionId, schemeId, 'keep')
    if (found === undefined) throw unknownId('AwardScheme', 'scheme')
    if (!(await peopleAmong(tx, institutionId, [candidateId])).has(candidateId)) throw unknownId('Person', 'candidate')
    const candidacy = context.newId()
    const command: CommandOf<'Enrol'> = {
      type: 'Enrol',
      ...actOf(context),
      candidacy,
      candidate: candidateId,
      scheme: found.scheme.id,
      ...(version ? { version } : {}),
      ...(versionReason ? { versionReason } : {}),
    }
    refuseUnstorable(command)
    const { decide, initialState } = awarding([found.scheme])
    const decision = decide(command, initialState)
    if (decision.refusal) throw new Refused(decision.refusal)
    const [enrolled] = decision.events
    const schemeVersion = enrolled.type === 'Enrolled' ? enrolled.version : ''
    const row = { institutionId, id: candidacy, candidateId, schemeId, schemeVersion }
    try {
      await insertCandidacy(tx, row, decision.events, { by: accountId, at: context.now() })
    } catch (error) {
      if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error
      throw new Refused({
        code: 'enrolled-already',
        message: 'this person is on the way to this award already; they finish or withdraw before they begin anew',
        path: 'candidate',
      })
    }
    return candidacy
  })
}

/** A step in a candidacy, as a caller gives it; counts, hashes and relations come from rows. */
export type Step =
  | { readonly type: 'LinkRelationship' | 'UnlinkRelationship'; readonly relationshipId: string }
  | { readonly type: 'LinkInquiry'; readonly inquiryId: string }
  | { readonly type: 'DeclareRelation'; readonly personId: string; readonly relation: Relation }
  | ({ readonly type: 'TakeSnapshot' } & SnapshotInput)
  | { readonly type: 'Submit'; readonly snapshotId: string }
  | { readonly type: 'AppointAssessor' | 'AppointModerator' | 'StandDown'; readonly personId: string }
  | {
      readonly type: 'Judge'
      readonly outcome: string
      readonly finding: Finding
      readonly reasons: readonly JudgementReason[]
      readonly remark?: string
    }
  | { readonly type: 'Moderate'; readonly findings: readonly ModeratedOutcome[]; readonly remark?: string }
  | { readonly type: 'Decide'; readonly decision: CommandOf<'Decide'>['decision']; readonly reason?: string }
  | { readonly type: 'Appeal'; readonly grounds: readonly AppealGround[]; readonly remark?: string }
  | {
      readonly type: 'DecideAppeal'
      readonly decision: CommandOf<'DecideAppeal'>['decision']
      readonly remark?: string
    }
  | { readonly type: 'Defer'; readonly until: string }
  | { readonly type: 'Revoke'; readonly reason: RevocationReason; readonly remark?: string }
  | { readonly type: 'SelectForModeration' | 'Confer' | 'LapseReferral' | 'Resume' | 'Withdraw' }

/** A step, and the version of the candidacy that it was decided on. */
export interface StepInput extends Repeatable {
  readonly candidacyId: string
  readonly step: Step
  readonly expectedVersion: number
}

/** Takes a step in a candidacy: its id. */
export function advanceCandidacy(context: Context, { idempotencyKey, ...input }: StepInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { candidacyId, step, expectedVersion } = input
  return once(context, { command: 'advanceCandidacy', idempotencyKey, input }, async (tx) => {
    const held = await knownCandidacy(context, tx, candidacyId)
    refuseOthers(context, held, step.type)
    if (held.row.version !== expectedVersion) throw staleVersion(held.row.version)
    refuseUnstorable(step)
    const scheme = await loadScheme(tx, institutionId, held.row.schemeId, 'keep')
    if (scheme === undefined) throw new TypeError('a candidacy is kept without its scheme')
    const commands = await commandsFor(context, tx, held, step)
    const { state, events } = decided(held.state, commands, scheme.scheme)
    await appendEvents(tx, held, state, events, { by: accountId, at: context.now() })
    return candidacyId
  })
}

/** A candidacy that the viewer may know of, held still. One that they may not is answered as if it were not there. */
export async function knownCandidacy(context: Context, tx: Tx, id: string): Promise<Held> {
  const viewer = viewerOf(context)
  const held = await refuseUnreadable(lockCandidacy(tx, viewer.institutionId, id))
  if (held === undefined || !mayKnowCandidacy(viewer, whoseOf(held))) throw unknownId('Candidacy', 'candidacy')
  return held
}

/** Whose a candidacy is that is held. */
export function whoseOf({ row, panel }: Held) {
  return { candidateId: row.candidateId, panel }
}

function refuseOthers(context: Context, held: Held, type: StepType) {
  if (mayTake(viewerOf(context), whoseOf(held), type)) return
  throw new Refused({
    code: 'step-of-others',
    message: `${type} is for the ${whoMay[type].join(', ')}; ask one of them`,
    path: 'step',
  })
}

function decided(before: Enrolled, commands: readonly CandidacyCommand[], scheme: Scheme) {
  const { decide } = awarding([scheme])
  let state = before
  const events: CandidacyEvent[] = []
  for (const command of commands) {
    const decision = decide(command, state)
    if (decision.refusal) throw new Refused(decision.refusal)
    events.push(...decision.events)
    state = after(state, decision.events) as Enrolled
  }
  return { state, events }
}

async function commandsFor(
  context: Context,
  tx: Tx,
  { state: { file } }: Held,
  step: Step,
): Promise<readonly CandidacyCommand[]> {
  const act = actOf(context)
  switch (step.type) {
    case 'LinkRelationship': {
      const { relationshipId: relationship } = step
      const { id: _, ...counts } = await countPractice(context, tx, relationship, file.candidate)
      const isLinked = file.relationships.some(({ id }) => id === relationship)
      return [{ type: isLinked ? 'RecountRelationship' : 'LinkRelationship', ...act, relationship, ...counts }]
    }
    case 'UnlinkRelationship':
      return [{ type: step.type, ...act, relationship: step.relationshipId }]
    case 'LinkInquiry': {
      const { id: inquiry, streamVersion } = linkOf(
        step.inquiryId,
        await ownInquiry(context, tx, step.inquiryId, file.candidate),
      )
      return [{ type: step.type, ...act, inquiry, streamVersion }]
    }
    case 'DeclareRelation':
      await refuseUnknownPerson(context, tx, step.personId)
      return [{ type: step.type, ...act, person: step.personId, relation: step.relation }]
    case 'TakeSnapshot':
      return snapshotCommands(context, tx, file, step, act.by)
    case 'Submit':
      return [{ type: step.type, ...act, snapshot: step.snapshotId }]
    case 'AppointAssessor':
    case 'AppointModerator':
      return [
        { type: step.type, ...act, person: step.personId, relations: await eligible(context, tx, file, step.personId) },
      ]
    case 'StandDown':
      refuseStandingDownOthers(context, step.personId)
      return [{ type: step.type, ...act, person: step.personId }]
    case 'Judge':
    case 'Moderate':
    case 'Decide':
    case 'DecideAppeal':
      await refuseBarred(context, tx, file)
      return [{ ...step, ...act }]
    default:
      return [{ ...step, ...act }]
  }
}

/** An assessor stands down for themselves; a coordinator lets anybody stand down. */
function refuseStandingDownOthers(context: Context, personId: string) {
  const { roles, personId: own } = viewerOf(context)
  if (personId === own || roles.has('coordinator') || roles.has('administrator')) return
  throw new Refused({
    code: 'step-of-others',
    message: 'you stand down for yourself alone; give your own id',
    path: 'person',
  })
}

/** Who acts, and today: a candidacy records what happens as it happens. */
function actOf(context: Context): { readonly by: string; readonly on: string } {
  const { personId, accountId } = viewerOf(context)
  return { by: personId ?? accountId, on: today(context) }
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}

function staleVersion(current: number): Refused {
  return new Refused({
    code: 'stale-version',
    message: `the candidacy is at version ${current} by now; read it again and decide again`,
    path: 'expectedVersion',
  })
}

async function refuseUnreadable<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof UnreadableCandidacy)) throw error
    throw new Refused({ code: 'history-not-readable', message: error.message })
  }
}
