import type postgres from 'postgres'

/** The parts of a transaction's client that the query builder uses. */
interface Inside {
  unsafe(...args: unknown[]): Promise<unknown>
  savepoint(work: (inside: Inside) => unknown): Promise<unknown>
}

/**
 * The same client, but a transaction whose connection is lost fails, and nothing else. The driver would go on to write
 * its rollback into the closed connection, which ends the process.
 */
export function surviveLoss(client: postgres.Sql): postgres.Sql {
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== 'begin') return Reflect.get(target, name)
      return async (work: (inside: Inside) => unknown) => {
        for (let attempt = 1; ; attempt++) {
          const connection = { begun: false, lost: false }
          try {
            return await target.begin((inside) => {
              connection.begun = true
              return untilLost(connection, inside as unknown as Inside, work) as never
            })
          } catch (error) {
            if (connection.begun || attempt === attemptsMax || !isOldNews(error)) throw error
          } finally {
            connection.lost = true
          }
        }
      }
    },
  })
}

/** Runs `work`; once the connection is lost this never ends, since the driver has failed the transaction by then. */
async function untilLost(connection: { lost: boolean }, inside: Inside, work: (inside: Inside) => unknown) {
  try {
    const result = await work(guarded(connection, inside))
    return connection.lost ? await never : result
  } catch (error) {
    return connection.lost ? await never : Promise.reject(error)
  }
}

function guarded(connection: { lost: boolean }, inside: Inside): Inside {
  const { unsafe, savepoint } = inside
  return Object.assign(Object.create(inside) as Inside, {
    unsafe: (...args: unknown[]) => {
      if (connection.lost) return gone()
      const query = unsafe(...args)
      query.catch((error: { code?: unknown }) => {
        if (isLoss(error.code)) connection.lost = true
      })
      return query
    },
    savepoint: (work: (deeper: Inside) => unknown) =>
      connection.lost ? gone() : savepoint((deeper) => untilLost(connection, deeper, work)),
  })
}

/** As many as a pool has connections, and some. */
const attemptsMax = 12

/** A connection that was lost tells so once more when it is first used again: nothing has begun then, so it may begin anew. */
function isOldNews(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(57P01|57P02|CONNECTION_CLOSED)$/.test(code)
}

const never = new Promise<never>(() => {})

/** What the driver and the operating system call a connection that is no more. */
function isLoss(code: unknown): boolean {
  return typeof code === 'string' && /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|E[A-Z]+)$/.test(code)
}

/** A query that was never sent. */
function gone() {
  const fail = () => Promise.reject(new Error('the connection of this transaction was lost'))
  const then: Promise<never>['then'] = (...handlers) => fail().then(...handlers)
  return { values: fail, then } as unknown as Promise<never>
}
