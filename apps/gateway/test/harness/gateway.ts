import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import postgres from 'postgres'
import { inject } from 'vitest'
import { localVerifier, type Verifier, verifierFor } from '../../src/auth/verifier.ts'
import { badgeKeys, type KeyRing, noKeys } from '../../src/badges/badge-keys.ts'
import type { Relations, Services } from '../../src/context.ts'
import type { Database } from '../../src/db/database.ts'
import { openPglite } from '../../src/db/pglite.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { buildHttp } from '../../src/http.ts'
import { doJob } from '../../src/jobs/do-job.ts'
import { lazyQueue } from '../../src/jobs/lazy-queue.ts'
import { linkSigner } from '../../src/links/signed-links.ts'
import { foundInstitution, grantTo } from '../../src/modules/people/commands.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { insertPerson } from '../../src/modules/people/store.ts'
import type { AccountRole } from '../../src/modules/people/table.ts'
import { relations } from '../../src/relations.ts'
import { buildSchema } from '../../src/schema.ts'
import { atEndOfFile } from '../process/left-over.ts'

export const migrations = path.resolve(import.meta.dirname, '../../migrations')
export const issuer = 'https://idp.example/test'
export const audience = 'mentoring-commons'

/** An answer of the API, as a test reads it. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by hand
  readonly data?: any
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Somebody who asks. */
export interface Asker {
  readonly token: string
  readonly accountId: string
  readonly personId: string | undefined
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>
}

/** A fresh database of the kind that this run is about. */
export async function freshDatabase(): Promise<Database<Relations>> {
  const database =
    process.env.TEST_DATABASE === 'postgres'
      ? await openPostgres({ ownerUrl: await freshOwnerUrl() }, relations)
      : await openPglite(undefined, relations, await openAsBlob(inject('migrated')))
  await database.migrate(migrations)
  return database
}

/** The owner's address of a new database on the run's server. */
export async function freshOwnerUrl(): Promise<string> {
  const url = new URL(inject('ownerUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const sql = postgres(url.toString(), { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${name} template ${inject('template')}`)
  await sql.end()
  url.pathname = `/${name}`
  return url.toString()
}

/** A gateway over a fresh database with the institutions `north` and `south`, asked without a network. */
export async function testGateway(options: { production?: boolean; badges?: KeyRing; publicUrl?: string } = {}) {
  const database = await freshDatabase()
  const keys = await generateKeyPair('RS256', { extractable: true })
  const publicKey = await exportJWK(keys.publicKey)
  const verify: Verifier = verifierFor(
    new Map([[issuer, localVerifier({ keys: [publicKey] }, { issuer, audience, institutionClaim: 'institution' })]]),
  )
  const clock = { now: '2026-03-02T09:00:00.000Z' }
  const signer = linkSigner('a test key', () => 'http://gateway.example')
  const jobs = lazyQueue(
    database,
    (ticket) => doJob(services, ticket, (error) => failures.push(error)),
    (error) => failures.push(error),
  )
  const failures: Error[] = []
  const badges = badgeKeys(options.badges ?? noKeys, options.publicUrl)
  const services: Services = { database, now: () => clock.now, newId: randomUUID, jobs, links: signer, badges }
  const app = await buildHttp({
    schema: buildSchema(),
    services,
    verify,
    signer,
    logLevel: 'silent',
    production: options.production ?? false,
    publicUrl: options.publicUrl,
  })
  for (const key of ['north', 'south'])
    await database.within(institutionIdOf(key), 'write', (tx) =>
      foundInstitution(tx, { key, name: `University ${key}`, now: clock.now }),
    )

  const sign = (claims: Record<string, unknown>, expires: string | number = '1h') =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(keys.privateKey)

  const person = async (institution: string, row: { name?: string; externalId?: string; country?: string } = {}) => {
    const institutionId = institutionIdOf(institution)
    const id = randomUUID()
    await database.within(institutionId, 'write', (tx) => insertPerson(tx, { institutionId, id, ...row }))
    return id
  }

  const signIn = async (
    role: AccountRole | readonly AccountRole[],
    institution = 'north',
    personId?: string,
  ): Promise<Asker> => {
    const institutionId = institutionIdOf(institution)
    const roles = typeof role === 'string' ? [role] : role
    const subject = `${roles.join('+')}-${randomUUID()}`
    let accountId = randomUUID() as string
    for (const one of roles)
      accountId = await database.within(institutionId, 'write', (tx) =>
        grantTo(tx, {
          institutionId,
          accountId,
          issuer,
          subject,
          ...(personId === undefined ? {} : { personId }),
          role: one,
          grantedBy: 'test',
          now: clock.now,
        }),
      )
    const token = await sign({ sub: subject, institution })
    return { token, accountId, personId, ask: (query, variables) => ask(app, token, query, variables) }
  }

  atEndOfFile(async () => {
    await app.close()
    await jobs.stop()
    await database.close()
  })
  return {
    app,
    database,
    services,
    clock,
    sign,
    signIn,
    person,
    signer,
    failures,
    keys,
    ask: (query: string, variables?: Record<string, unknown>) => ask(app, undefined, query, variables),
  }
}

async function ask(
  app: FastifyInstance,
  token: string | undefined,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    payload: JSON.stringify({ query, variables }),
  })
  return response.json()
}

/** The global id of a row, as the API writes it. */
export function globalId(typename: string, institution: string, id: string): string {
  return Buffer.from(`${typename}:${JSON.stringify([institutionIdOf(institution), id])}`).toString('base64')
}
