import { expect, test, vi } from 'vitest'
import type { Relations } from '../../src/context.ts'
import type { Database } from '../../src/db/database.ts'
import { openPglite } from '../../src/db/pglite.ts'
import { lazyQueue } from '../../src/jobs/lazy-queue.ts'
import { relations } from '../../src/relations.ts'
import { migrations } from '../harness/gateway.ts'

vi.setConfig({ testTimeout: 120_000 })

test('a queue whose database was away starts once it is back', async () => {
  const database = await openPglite(undefined, relations)
  await database.migrate(migrations)
  let away = true
  const sometimes: Database<Relations> = {
    ...database,
    queue: () => {
      if (away) throw new Error('the database is away')
      return database.queue()
    },
  }
  const queue = lazyQueue(
    sometimes,
    async () => {},
    () => {},
  )
  await expect(queue.ready()).rejects.toThrow('the database is away')
  away = false
  await queue.ready()
  await queue.stop()
  await database.close()
})
