import type { TeachingQualification } from '@mentoring-commons/ukpsf'
import { type Context, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseFuture } from '../fellowship/commands.ts'
import { countQualifications, deleteQualification, insertQualification, replaceRecord } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The most qualifications of one person; the return has at most six codes. */
const qualificationsMax = 50

/** What the return is told of somebody. */
export interface Statement extends Repeatable {
  readonly personId: string
  readonly inScope: boolean
  readonly known: boolean
}

/** States whether somebody is counted in the return and whether what they hold is known: their id. */
export function stateTeachingRecord(context: Context, { idempotencyKey, ...input }: Statement): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'stateTeachingRecord', idempotencyKey, input }, async (tx) => {
    await ofPerson(replaceRecord(tx, { institutionId, ...input, statedAt: context.now() }))
    return input.personId
  })
}

/** A qualification of somebody, fellowships aside: those are recorded as fellowships. */
export interface QualificationInput extends Repeatable {
  readonly personId: string
  readonly qualification: Exclude<TeachingQualification, { readonly kind: 'fellowship' }>
}

/** Adds a qualification to what somebody holds: its id. */
export function addTeachingQualification(
  context: Context,
  { idempotencyKey, ...input }: QualificationInput,
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'addTeachingQualification', idempotencyKey, input }, async (tx) => {
    const { personId, qualification } = input
    if (qualification.awarded !== undefined) refuseFuture(context, qualification.awarded, 'qualification.awarded')
    if ((await countQualifications(tx, institutionId, personId)) >= qualificationsMax)
      throw new Refused({
        code: 'too-many-qualifications',
        message: `this person has ${qualificationsMax} qualifications, which is the most; remove one that is not needed`,
        path: 'qualification',
      })
    const id = context.newId()
    await ofPerson(insertQualification(tx, { institutionId, id, personId, qualification }))
    return id
  })
}

/** Removes a qualification: its id. */
export function removeTeachingQualification(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly qualificationId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'removeTeachingQualification', idempotencyKey, input }, async (tx) => {
    if (!(await deleteQualification(tx, institutionId, input.qualificationId)))
      throw unknownId('TeachingQualification', 'qualification')
    return input.qualificationId
  })
}

/** Writes a row of a person; where there is no such person, that is told. */
async function ofPerson(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    throw sqlStateOf(error) === sqlState.foreignKeyViolation ? unknownId('Person', 'person') : error
  }
}
