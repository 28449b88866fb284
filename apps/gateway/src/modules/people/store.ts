import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import { type AccountRole, account, idempotencyKey, institution, person, roleGrant } from './table.ts'

/** An account with the roles that it holds. */
export interface AccountWithRoles {
  readonly id: string
  readonly personId: string | null
  readonly roles: ReadonlySet<AccountRole>
}

/** The account of an issuer's subject in the entered institution. */
export async function findAccount(
  tx: Transaction,
  institutionId: string,
  issuer: string,
  subject: string,
): Promise<AccountWithRoles | undefined> {
  const rows = await tx
    .select({ id: account.id, personId: account.personId, role: roleGrant.role })
    .from(account)
    .leftJoin(roleGrant, and(eq(roleGrant.institutionId, account.institutionId), eq(roleGrant.accountId, account.id)))
    .where(and(eq(account.institutionId, institutionId), eq(account.issuer, issuer), eq(account.subject, subject)))
  const [first] = rows
  if (first === undefined) return undefined
  return {
    id: first.id,
    personId: first.personId,
    roles: new Set(rows.flatMap(({ role }) => (role === null ? [] : [role]))),
  }
}

/** Makes an account; an account of the same issuer and subject is left as it is. */
export async function insertAccount(tx: Transaction, row: typeof account.$inferInsert): Promise<void> {
  await tx.insert(account).values(row).onConflictDoNothing()
}

/** Gives a role; a role already held is left as it is. */
export async function insertGrant(tx: Transaction, row: typeof roleGrant.$inferInsert): Promise<void> {
  await tx.insert(roleGrant).values(row).onConflictDoNothing()
}

/** Takes a role away. */
export async function deleteGrant(
  tx: Transaction,
  institutionId: string,
  accountId: string,
  role: AccountRole,
): Promise<void> {
  await tx
    .delete(roleGrant)
    .where(
      and(eq(roleGrant.institutionId, institutionId), eq(roleGrant.accountId, accountId), eq(roleGrant.role, role)),
    )
}

/** The accounts of the entered institution that hold a role. */
export async function accountsHolding(
  tx: Transaction,
  institutionId: string,
  role: AccountRole,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: roleGrant.accountId })
    .from(roleGrant)
    .where(and(eq(roleGrant.institutionId, institutionId), eq(roleGrant.role, role)))
  return rows.map(({ id }) => id)
}

/** Registers a person. */
export async function insertPerson(tx: Transaction, row: typeof person.$inferInsert): Promise<void> {
  await tx.insert(person).values(row)
}

/** Founds an institution; one with the same key is left as it is. */
export async function insertInstitution(tx: Transaction, row: typeof institution.$inferInsert): Promise<void> {
  await tx.insert(institution).values(row).onConflictDoNothing()
}

/** Every institution, latest first; for the operator, never for a request. */
export async function listInstitutions(tx: Transaction): Promise<readonly (typeof institution.$inferSelect)[]> {
  const rows = await tx.select().from(institution)
  return rows.sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || a.key.localeCompare(b.key))
}

/** The record of an idempotency key, once a first request has claimed it. */
export async function findKey(tx: Transaction, institutionId: string, accountId: string, key: string) {
  const [row] = await tx
    .select()
    .from(idempotencyKey)
    .where(
      and(
        eq(idempotencyKey.institutionId, institutionId),
        eq(idempotencyKey.accountId, accountId),
        eq(idempotencyKey.key, key),
      ),
    )
  return row
}

/** Claims a key: whether this transaction is the first. A second one waits here until the first has ended. */
export async function claimKey(tx: Transaction, row: typeof idempotencyKey.$inferInsert): Promise<boolean> {
  const claimed = await tx
    .insert(idempotencyKey)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: idempotencyKey.key })
  return claimed.length === 1
}

/** Keeps what the first request with a key was answered. */
export async function settleKey(
  tx: Transaction,
  institutionId: string,
  accountId: string,
  key: string,
  resultId: string,
): Promise<void> {
  await tx
    .update(idempotencyKey)
    .set({ resultId })
    .where(
      and(
        eq(idempotencyKey.institutionId, institutionId),
        eq(idempotencyKey.accountId, accountId),
        eq(idempotencyKey.key, key),
      ),
    )
}
