import { createHash } from 'node:crypto'
import { type Context, type Tx, viewerOf } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { claimKey, findKey, settleKey } from './store.ts'

/**
 * Runs a command once per idempotency key, in one transaction: the id that the first request was answered.
 * The same key with another request is refused; without a key the command simply runs.
 */
export async function once(
  context: Context,
  request: { readonly command: string; readonly idempotencyKey?: string | null; readonly input: unknown },
  run: (tx: Tx) => Promise<string>,
): Promise<string> {
  const viewer = viewerOf(context)
  const key = request.idempotencyKey
  if (key === undefined || key === null) return context.transact('write', run)
  if (key.length < 8 || key.length > 200)
    throw new Refused({
      code: 'idempotency-key-length',
      message: 'an idempotency key has 8 to 200 characters; a random UUID is a good one',
      path: 'idempotencyKey',
    })
  const requestHash = createHash('sha256')
    .update(JSON.stringify([request.command, request.input]))
    .digest('hex')
  return context.transact('write', async (tx) => {
    const first = await claimKey(tx, {
      institutionId: viewer.institutionId,
      accountId: viewer.accountId,
      key,
      requestHash,
      createdAt: context.now(),
    })
    if (first) {
      const id = await run(tx)
      await settleKey(tx, viewer.institutionId, viewer.accountId, key, id)
      return id
    }
    const earlier = await findKey(tx, viewer.institutionId, viewer.accountId, key)
    if (earlier?.requestHash !== requestHash)
      throw new Refused({
        code: 'idempotency-key-reused',
        message: 'this idempotency key was used for another request; use a new key for a new request',
        path: 'idempotencyKey',
      })
    if (earlier.resultId === null) throw new TypeError('a settled idempotency key has no result')
    return earlier.resultId
  })
}
