import { type Context, viewerOf } from '../../context.ts'
import type { Transaction } from '../../db/database.ts'
import { Refused } from '../../refused.ts'
import { once } from './idempotency.ts'
import { institutionIdOf } from './identity.ts'
import {
  accountsHolding,
  deleteGrant,
  findAccount,
  insertAccount,
  insertGrant,
  insertInstitution,
  insertPerson,
} from './store.ts'
import type { AccountRole } from './table.ts'

/** Founds an institution from inside it: the id that follows from its key. One that is there already is left as it is. */
export async function foundInstitution(
  tx: Transaction,
  input: { key: string; name: string; now: string },
): Promise<string> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.key))
    throw new Refused({
      code: 'institution-key',
      message: `an institution's key is lower-case letters, digits and hyphens, not "${input.key}"`,
      path: 'key',
    })
  const id = institutionIdOf(input.key)
  await insertInstitution(tx, { id, key: input.key, name: input.name, createdAt: input.now })
  return id
}

/** Gives a role to an issuer's subject and makes the account where there is none: the account's id. */
export async function grantTo(
  tx: Transaction,
  grant: {
    institutionId: string
    accountId: string
    issuer: string
    subject: string
    personId?: string
    role: AccountRole
    grantedBy: string
    now: string
  },
): Promise<string> {
  const { institutionId, issuer, subject } = grant
  await insertAccount(tx, {
    institutionId,
    id: grant.accountId,
    issuer,
    subject,
    personId: grant.personId ?? null,
    createdAt: grant.now,
  })
  const found = await findAccount(tx, institutionId, issuer, subject)
  if (found === undefined) throw new TypeError(`the account of ${subject} was just made and is not there`)
  await insertGrant(tx, {
    institutionId,
    accountId: found.id,
    role: grant.role,
    grantedBy: grant.grantedBy,
    grantedAt: grant.now,
  })
  return found.id
}

/** Gives a role, as an administrator: the account's id. */
export function grantRole(
  context: Context,
  input: {
    issuer?: string | null
    subject: string
    role: AccountRole
    personId?: string | null
    idempotencyKey?: string | null
  },
): Promise<string> {
  const viewer = viewerOf(context)
  if (input.subject.trim() === '')
    throw new Refused({
      code: 'subject-missing',
      message: 'name the subject as its tokens do (claim `sub`)',
      path: 'subject',
    })
  return once(
    context,
    {
      command: 'grantRole',
      idempotencyKey: input.idempotencyKey,
      input: [input.issuer, input.subject, input.role, input.personId],
    },
    (tx) =>
      grantTo(tx, {
        institutionId: viewer.institutionId,
        accountId: context.newId(),
        issuer: input.issuer ?? context.claims?.issuer ?? '',
        subject: input.subject,
        ...(input.personId ? { personId: input.personId } : {}),
        role: input.role,
        grantedBy: viewer.subject,
        now: context.now(),
      }),
  )
}

/** Takes a role away, as an administrator: the account's id. The last administrator stays one. */
export function revokeRole(
  context: Context,
  input: { accountId: string; role: AccountRole; idempotencyKey?: string | null },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(
    context,
    { command: 'revokeRole', idempotencyKey: input.idempotencyKey, input: [input.accountId, input.role] },
    async (tx) => {
      if (input.role === 'administrator') {
        const holders = await accountsHolding(tx, institutionId, 'administrator')
        if (holders.length === 1 && holders[0] === input.accountId)
          throw new Refused({
            code: 'last-administrator',
            message: 'this is the last administrator; make another one first',
            path: 'role',
          })
      }
      await deleteGrant(tx, institutionId, input.accountId, input.role)
      return input.accountId
    },
  )
}

/** Registers a person of the institution: the person's id. */
export function registerPerson(
  context: Context,
  input: {
    externalId?: string | null
    name?: string | null
    unit?: string | null
    country?: string | null
    continent?: string | null
    idempotencyKey?: string | null
  },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { externalId = null, name = null, unit = null, country = null, continent = null } = input
  return once(
    context,
    {
      command: 'registerPerson',
      idempotencyKey: input.idempotencyKey,
      input: [externalId, name, unit, country, continent],
    },
    async (tx) => {
      const id = context.newId()
      await insertPerson(tx, { institutionId, id, externalId, name, unit, country, continent })
      return id
    },
  )
}
