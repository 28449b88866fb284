import type { Application } from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { mayReadApplication } from '../application/policy.ts'
import { lockApplication } from '../application/store.ts'
import { holdPeople } from '../capacity/store.ts'
import { mayAvoid, mayRank } from './policy.ts'
import { type ListKind, lastRun, listVersion, putList } from './store.ts'

/** How many people one list holds at most. */
export const listMax = 50

/** A list of people beside an application, and the version of the one that it takes the place of. */
export interface ListInput {
  readonly applicationId: string
  readonly people: readonly string[]
  readonly expectedVersion: number
  readonly idempotencyKey?: string | null | undefined
}

/**
 * Ranks whom somebody would rather have, best first: the application's id. Whoever applied does so until a run is drafted, which reads it;
 * a coordinator may still, and the draft has then to be made again.
 */
export function rankInMatching(context: Context, { idempotencyKey, ...input }: ListInput): Promise<string> {
  const viewer = viewerOf(context)
  return once(context, { command: 'rankInMatching', idempotencyKey, input }, async (tx) => {
    const state = await ownApplication(context, tx, input.applicationId)
    if (!mayRank(viewer, state.personId)) throw listOfSomebodyElse()
    if (!viewer.roles.has('coordinator')) await refuseDrafted(context, tx, state)
    await replaceList(context, tx, 'ranking', state, input)
    return state.id
  })
}

/** Names whom the viewer will not be matched with: the application's id. It holds from the next run on, and no draft with such a pair is published. */
export function avoidInMatching(context: Context, { idempotencyKey, ...input }: ListInput): Promise<string> {
  const viewer = viewerOf(context)
  return once(context, { command: 'avoidInMatching', idempotencyKey, input }, async (tx) => {
    const state = await ownApplication(context, tx, input.applicationId)
    if (!mayAvoid(viewer, state.personId)) throw listOfSomebodyElse()
    await replaceList(context, tx, 'not-with', state, input)
    return state.id
  })
}

/** An application that the viewer may know of, held still, of somebody who is matched. */
async function ownApplication(context: Context, tx: Tx, id: string): Promise<Application> {
  const viewer = viewerOf(context)
  const state = await lockApplication(tx, viewer.institutionId, id)
  if (state === undefined || !mayReadApplication(viewer, state.personId)) throw unknownId('Application', 'application')
  if (state.withdrawnOn !== undefined)
    throw new Refused({
      code: 'application-closed',
      message: 'this application was withdrawn, and nobody is matched by it; apply again',
      path: 'application',
    })
  if (state.role !== 'mentee' && state.role !== 'mentor')
    throw new Refused({
      code: 'role-not-matched',
      message: `only mentees and mentors are matched, and this application is of a ${state.role}`,
      path: 'application',
    })
  return state
}

async function replaceList(
  context: Context,
  tx: Tx,
  kind: ListKind,
  { id: applicationId, personId }: Application,
  { people, expectedVersion }: ListInput,
) {
  const { institutionId, accountId } = viewerOf(context)
  if (people.length > listMax) throw unusable(`a list holds up to ${listMax} people, and this one ${people.length}`)
  if (new Set(people).size !== people.length) throw unusable('somebody stands twice in the list; name each once')
  if (people.includes(personId)) throw unusable('whoever applied stands in their own list; leave them out')
  if (people.length > 0 && (await holdPeople(tx, institutionId, people)).length < people.length)
    throw unknownId('Person', 'people')
  const version = await listVersion(tx, institutionId, kind, applicationId)
  if (version !== expectedVersion)
    throw new Refused({
      code: 'stale-version',
      message: `this list was changed since you read it (it is at version ${version} now); read it again and decide again`,
      path: 'expectedVersion',
    })
  const recorded = { by: accountId, at: context.now() }
  await putList(tx, institutionId, kind, { applicationId, people, version: version + 1 }, recorded)
}

async function refuseDrafted(context: Context, tx: Tx, { programmeId, cohortId }: Application) {
  const last = await lastRun(tx, viewerOf(context).institutionId, programmeId, cohortId)
  if (last === undefined || last.status === 'published') return
  throw new Refused({
    code: 'run-drafted',
    message:
      'people are being matched by what they ranked until now; rank again once that is published, or ask a coordinator',
    path: 'application',
  })
}

function listOfSomebodyElse(): Refused {
  return new Refused({
    code: 'list-of-somebody-else',
    message: 'whoever applied writes this list, nobody else; a coordinator may rank for somebody who did so on paper',
    path: 'application',
  })
}

function unusable(message: string): Refused {
  return new Refused({ code: 'list-not-usable', message, path: 'people' })
}
