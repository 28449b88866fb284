import { expect, test } from 'vitest'
import type { Relations } from '../../src/context.ts'
import type { Database } from '../../src/db/database.ts'
import { lazyQueue } from '../../src/jobs/lazy-queue.ts'

test('a queue whose database was away is tried again by whoever needs it next', async () => {
  let tries = 0
  const away: Pick<Database<Relations>, 'queue'> = {
    queue: () => {
      throw new Error(`away at try ${++tries}`)
    },
  }
  const queue = lazyQueue(
    away as Database<Relations>,
    async () => {},
    () => {},
  )
  await expect(queue.ready()).rejects.toThrow('away at try 1')
  await expect(queue.ready()).rejects.toThrow('away at try 2')
  await queue.stop()
})
