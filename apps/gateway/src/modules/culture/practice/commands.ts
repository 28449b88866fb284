import { definePractice, type Practice, type PracticeForm } from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { findProgrammeById } from '../../mentoring/store.ts'
import { once } from '../../people/idempotency.ts'
import { insertPractice, lockPractice, updatePractice } from './store.ts'

/** What is known of a practice. What is left out is not known. */
export interface PracticeInput {
  readonly title: string
  readonly form: PracticeForm
  readonly departmentId?: string | null | undefined
  readonly programmeId?: string | null | undefined
  readonly beganOn?: string | null | undefined
  readonly seenFrom: string
  readonly seenTo: string
  readonly endedOn?: string | null | undefined
}

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Adds a practice to the inventory: its id. */
export function listPractice(context: Context, input: PracticeInput, { idempotencyKey }: Repeatable): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'listPractice', idempotencyKey, input }, async (tx) => {
    const state = await soundPractice(context, tx, context.newId(), input)
    await insertPractice(tx, institutionId, state)
    return state.id
  })
}

/** Says what is known of a practice now, in place of what was: its id. */
export function amendPractice(
  context: Context,
  input: PracticeInput,
  { idempotencyKey, ...which }: Repeatable & { readonly practiceId: string; readonly expectedVersion: number },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'amendPractice', idempotencyKey, input: [which, input] }, async (tx) => {
    const stored = await lockPractice(tx, institutionId, which.practiceId)
    if (stored === undefined) throw unknownId('Practice', 'practice')
    if (stored.version !== which.expectedVersion)
      throw new Refused({
        code: 'stale-version',
        message: `this practice was changed since you read it (it is at version ${stored.version} now); read it again and decide again`,
        path: 'expectedVersion',
      })
    const state = await soundPractice(context, tx, which.practiceId, input)
    await updatePractice(tx, institutionId, state, stored.version + 1)
    return state.id
  })
}

async function soundPractice(context: Context, tx: Tx, id: string, input: PracticeInput): Promise<Practice> {
  const today = context.now().slice(0, 10)
  for (const path of ['beganOn', 'seenFrom', 'seenTo', 'endedOn'] as const) {
    const on = input[path]
    if (on && on > today)
      throw new Refused({
        code: 'day-in-the-future',
        message: `${on} is after today, ${today}: say what was seen`,
        path,
      })
  }
  const { programmeId } = input
  if (programmeId && (await findProgrammeById(tx, viewerOf(context).institutionId, programmeId)) === undefined)
    throw unknownId('Programme', 'programme')
  const known = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
  return accepted(definePractice({ ...(known as unknown as Practice), id }))
}
