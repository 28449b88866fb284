import { type Context, viewerOf } from '../../context.ts'
import { unknownId } from '../../own.ts'
import { Refused } from '../../refused.ts'
import { once } from '../people/idempotency.ts'
import { erasePersonRows, mentionsOf } from './erase.ts'
import { gatherPerson } from './export.ts'
import { markOf, markOfExternal } from './mark.ts'
import { mayExportPerson } from './policy.ts'
import { closeExports, findErasure, findPerson, insertRequest, isLastAdministrator, underWay } from './store.ts'

interface Asked {
  readonly personId: string
  readonly idempotencyKey?: string | null | undefined
}

/** Notes that what is held on a person is taken out, by them or by whoever answers for the data: the request's id. */
export function exportPerson(context: Context, { personId, idempotencyKey }: Asked): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId, accountId } = viewer
  return once(context, { command: 'exportPerson', idempotencyKey, input: [personId] }, async (tx) => {
    if (!mayExportPerson(viewer, personId) || (await findPerson(tx, institutionId, personId)) === undefined)
      throw unknownId('Person', 'person')
    const { rows } = await gatherPerson(tx, { institutionId, personId }, context.now())
    const id = context.newId()
    await insertRequest(tx, {
      ...{ institutionId, id, kind: 'export', personId, marks: [markOf(institutionId, personId)], mentions: {} },
      rows: Object.fromEntries(Object.entries(rows).map(([table, found]) => [table, found.length])),
      requestedBy: accountId,
      requestedAt: context.now(),
    })
    return id
  })
}

/**
 * Erases a person: the request's id. Somebody who still takes part in something is not erased before that is ended in the ordinary way.
 * Asked again, nothing happens, and the answer is the first one.
 */
export function erasePerson(context: Context, { personId, idempotencyKey }: Asked): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  // What is only ever added to is rewritten by one role alone, which the gateway takes on here and nowhere else.
  const erasing: Context = {
    ...context,
    transact: (_mode, work) => context.database.erasing(institutionId, work),
  }
  return once(erasing, { command: 'erasePerson', idempotencyKey, input: [personId] }, async (tx) => {
    const found = await findPerson(tx, institutionId, personId, 'lock')
    if (found === undefined) {
      const earlier = await findErasure(tx, institutionId, markOf(institutionId, personId))
      if (earlier === undefined) throw unknownId('Person', 'person')
      return earlier
    }
    const open = await underWay(tx, institutionId, personId)
    if (open.length > 0)
      throw new Refused({
        code: 'person-still-takes-part',
        message: `this person still takes part (${open.join(', ')}); end, withdraw or hand these over first, and ask again`,
        path: 'person',
      })
    if (await isLastAdministrator(tx, institutionId, personId))
      throw new Refused({
        code: 'last-administrator',
        message: 'nobody would be an administrator without this person; make another one first',
        path: 'person',
      })
    await closeExports(tx, institutionId, personId)
    const rows = await erasePersonRows(tx, { institutionId, personId }, context.newId(), context.now().slice(0, 10))
    const id = context.newId()
    await insertRequest(tx, {
      ...{ institutionId, id, kind: 'erasure', personId: null, rows },
      marks: [
        markOf(institutionId, personId),
        ...(found.externalId === null ? [] : [markOfExternal(institutionId, found.externalId)]),
      ],
      mentions: await mentionsOf(tx, institutionId, found.name),
      requestedBy: accountId,
      requestedAt: context.now(),
    })
    return id
  })
}
