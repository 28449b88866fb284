import {
  type BriefingRecord,
  type EligibilityRule,
  parseStored,
  recordSupervision as record,
  type SupervisionSession,
  type TrainingRecord,
} from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseFuture } from '../commands.ts'
import { linesAbove } from '../conflict/store.ts'
import { findProgrammeById } from '../store.ts'
import { insertBriefing, insertRules, insertSupervision, insertTraining, relationshipsLedBy, rulesOf } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Records that somebody completed a training: the training. */
export function recordTraining(
  context: Context,
  { idempotencyKey, ...input }: TrainingRecord & Repeatable,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordTraining', idempotencyKey, input }, async (tx) => {
    const { completedOn, validUntil, training } = input
    const parsed = accepted(parseStored('training', input))
    refuseFuture(context, completedOn, 'completedOn')
    if (validUntil !== undefined && validUntil < completedOn)
      throw new Refused({
        code: 'reversed-period',
        message: `it would count until ${validUntil}, before it was completed on ${completedOn}; correct one of the days`,
        path: 'validUntil',
      })
    await kept(insertTraining(tx, institutionId, parsed, accountId), {
      code: 'training-recorded',
      message: `the training "${training}" of that day is recorded already; leave it out`,
      path: 'completedOn',
    })
    return training
  })
}

/** Records that somebody was briefed for a role in a programme: the programme's id. */
export function recordBriefing(
  context: Context,
  { idempotencyKey, ...input }: BriefingRecord & Repeatable,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordBriefing', idempotencyKey, input }, async (tx) => {
    if ((await findProgrammeById(tx, institutionId, input.programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    refuseFuture(context, input.completedOn, 'completedOn')
    await kept(insertBriefing(tx, institutionId, accepted(parseStored('briefing', input)), accountId), {
      code: 'briefing-recorded',
      message: `the briefing for this role on ${input.completedOn} is recorded already; leave it out`,
      path: 'completedOn',
    })
    return input.programmeId
  })
}

/** Records a supervision session: its id. The supervisor stands apart from the mentors' lines and from their mentees. */
export function recordSupervision(
  context: Context,
  { idempotencyKey, ...input }: Omit<SupervisionSession, 'id'> & Repeatable,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordSupervision', idempotencyKey, input }, async (tx) => {
    refuseFuture(context, input.heldOn, 'heldOn')
    const relationships = await relationshipsLedBy(tx, institutionId, input.mentorIds)
    const mentees = relationships.flatMap(({ participants }) => participants.map(({ personId }) => personId))
    const around = [...input.mentorIds, input.supervisorId, ...mentees]
    const lines = await linesAbove(tx, institutionId, around, input.heldOn)
    const session = accepted(record({ id: context.newId(), ...input }, { lines, relationships }))
    await kept(insertSupervision(tx, institutionId, session, accountId), {
      code: 'try-again',
      message: 'this session was recorded at the same moment; send the request again',
    })
    return session.id
  })
}

/** What a programme asks of its mentors, and the version that the viewer has read. */
export interface RulesInput extends Repeatable {
  readonly programmeId: string
  readonly rules: readonly EligibilityRule[]
  readonly expectedVersion: number
}

/** The most rules that one programme has. */
const rulesMax = 50

/** Sets what a programme asks of its mentors: the programme's id. What was asked before is kept. */
export function setEligibilityRules(context: Context, { idempotencyKey, ...input }: RulesInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'setEligibilityRules', idempotencyKey, input }, async (tx) => {
    const { programmeId, rules, expectedVersion } = input
    if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    if (rules.length > rulesMax)
      throw new Refused({
        code: 'too-many-rules',
        message: `a programme asks for ${rulesMax} things at most, not ${rules.length}; leave some out`,
        path: 'rules',
      })
    const asked = rules.map((rule) => accepted(parseStored('eligibility-rule', rule)))
    const { version } = await rulesOf(tx, institutionId, programmeId)
    const stale = new Refused({
      code: 'stale-version',
      message: `the rules of this programme were changed since you read them (they are at version ${version} now); read them again and decide again`,
      path: 'expectedVersion',
    })
    if (version !== expectedVersion) throw stale
    const setAt = context.now()
    const row = { institutionId, programmeId, version: version + 1, rules: asked, setBy: accountId, setAt }
    await kept(insertRules(tx, row), stale.refusal)
    return programmeId
  })
}

async function kept(insert: Promise<unknown>, twin: Refused['refusal']): Promise<void> {
  try {
    await insert
  } catch (error) {
    const state = sqlStateOf(error)
    if (state === sqlState.uniqueViolation) throw new Refused(twin)
    throw state === sqlState.foreignKeyViolation ? unknownId('Person', 'person') : error
  }
}
