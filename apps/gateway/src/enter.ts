import type { Claims } from './auth/verifier.ts'
import type { Context, Services, Tx, Viewer } from './context.ts'
import type { Mode } from './db/database.ts'
import { preparing, Unprepared } from './db/unprepared.ts'
import { partnersOf } from './modules/mentoring/partner/store.ts'
import { institutionIdOf } from './modules/people/identity.ts'
import { findAccount } from './modules/people/store.ts'

/** What a request is known by before it is answered. */
export interface Arrival {
  readonly requestId: string
  readonly claims: Claims | null
}

/**
 * Makes the context of an operation. A query sees one unchanging state of one institution; each field of a mutation
 * has a transaction of its own, because a later refusal must not undo an effect that was already reported. A query that lacked
 * something that is to be written first is answered again, whole, once that is there.
 */
export function enterWith(services: Services) {
  return async <T>(
    { requestId, claims }: Arrival,
    kind: 'query' | 'mutation',
    work: (context: Context) => Promise<T>,
  ): Promise<T> => {
    if (claims === null)
      return work({
        ...services,
        requestId,
        claims,
        viewer: null,
        db: closedDoor,
        transact: closedTransact,
        partners: async () => nobody,
      })
    const institutionId = institutionIdOf(claims.institutionKey)
    const transact = <R>(mode: Mode, inside: (tx: Tx) => Promise<R>) =>
      services.database.within(institutionId, mode, inside)
    const write = (inside: (tx: Tx) => Promise<void>) => transact('write', inside)
    const base = { ...services, requestId, claims, transact }
    if (kind === 'query')
      return preparing(
        () =>
          answerOnce((answer) =>
            transact('read', async (tx) => {
              const lacking: Unprepared[] = []
              const read = noWrites(tx, lacking)
              const viewer = await viewerIn(tx, institutionId, claims)
              const { partners } = partnersIn(viewer, read)
              const answered = await work({ ...base, viewer, db: tx, transact: read, partners })
              for (const unprepared of lacking) throw unprepared
              return answer(answered)
            }),
          ),
        write,
      )
    const viewer = await transact('read', (tx) => viewerIn(tx, institutionId, claims))
    const { partners, forget } = partnersIn(viewer, transact)
    const transactAfresh: Context['transact'] = (mode, inside) =>
      preparing(() => transact(mode, inside), write).finally(() => mode === 'write' && forget())
    return work({ ...base, viewer, db: readerOver(transact), transact: transactAfresh, partners })
  }
}

/** A read that failed in one field has an answer for the others: its transaction may end as it likes. */
async function answerOnce<T>(run: (answer: (value: T) => T) => Promise<T>): Promise<T> {
  const answers: T[] = []
  try {
    return await run((value) => {
      answers.push(value)
      return value
    })
  } catch (error) {
    const [answer] = answers
    if (answer === undefined) throw error
    return answer
  }
}

const nobody: ReadonlySet<string> = new Set()

/** The viewer's partners, looked up once until a write may have changed them. */
function partnersIn(viewer: Viewer | null, transact: Context['transact']) {
  const personId = viewer?.personId
  let known: Promise<ReadonlySet<string>> | undefined
  const look = async () => {
    if (viewer === null || !personId) return nobody
    return transact('read', (tx) => partnersOf(tx, viewer.institutionId, personId))
  }
  return {
    partners: () => {
      known ??= look()
      return known
    },
    forget: () => {
      known = undefined
    },
  }
}

/** The viewer of a token: an account that the institution does not know has no roles, and so no open doors. */
async function viewerIn(tx: Tx, institutionId: string, claims: Claims): Promise<Viewer | null> {
  const account = await findAccount(tx, institutionId, claims.issuer, claims.subject)
  if (account === undefined) return null
  const { institutionKey, subject } = claims
  return {
    accountId: account.id,
    institutionId,
    institutionKey,
    subject,
    personId: account.personId,
    roles: account.roles,
  }
}

/** Reads outside a transaction: each opens one of its own and closes it. */
function readerOver(transact: Context['transact']): Tx {
  const table = (name: string) => ({
    findMany: (config: never) => transact('read', (tx) => tx.query[name as 'person'].findMany(config)),
    findFirst: (config: never) => transact('read', (tx) => tx.query[name as 'person'].findFirst(config)),
  })
  const query = new Proxy({}, { get: (_target, name) => table(String(name)) })
  return { query } as unknown as Tx
}

const closedTransact: Context['transact'] = () =>
  Promise.reject(new TypeError('nobody is signed in, so there is no institution to enter'))
const closedDoor = new Proxy(
  {},
  {
    get: () => {
      throw new TypeError('nobody is signed in, so there is nothing to read')
    },
  },
) as Tx

/** Reads in the query's one transaction; what they lacked is noted, so that the query can be asked again once it is there. */
function noWrites(tx: Tx, lacking: Unprepared[] = []): Context['transact'] {
  return (mode, work) => {
    if (mode !== 'read') return Promise.reject(new TypeError('a query does not write'))
    return work(tx).catch((error: unknown) => {
      if (error instanceof Unprepared) lacking.push(error)
      throw error
    })
  }
}
