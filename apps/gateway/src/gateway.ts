import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type DevelopmentIssuer, developmentIssuer } from './auth/development.ts'
import { remoteVerifier, type Verifier, verifierFor } from './auth/verifier.ts'
import { badgeKeys, checkKeys, type KeyRing } from './badges/badge-keys.ts'
import { developmentKeys } from './badges/development-keys.ts'
import { closeHttp } from './close-http.ts'
import { type Config, ConfigError } from './config.ts'
import type { Relations, Services } from './context.ts'
import type { Database } from './db/database.ts'
import type { Lock } from './db/lock.ts'
import { addOperator } from './http/operator.ts'
import { buildHttp } from './http.ts'
import { doJob } from './jobs/do-job.ts'
import { lazyQueue } from './jobs/lazy-queue.ts'
import { linkSigner } from './links/signed-links.ts'
import { openDatabase, openDevelopment } from './open-database.ts'
import { buildSchema } from './schema.ts'

/** A gateway that listens. */
export interface Gateway {
  readonly url: string
  readonly app: FastifyInstance
  readonly services: Services
  readonly database: Database<Relations>
  readonly lock: Lock | undefined
  /** The development issuer, where there may be one. */
  readonly development: DevelopmentIssuer | undefined
  close(): Promise<void>
}

/** Starts a gateway: takes its data, brings it up to date, and listens. */
export async function startGateway(
  config: Config,
  now: () => string = () => new Date().toISOString(),
): Promise<Gateway> {
  const { database, lock } = await openDatabase(config)
  const opened: (() => Promise<unknown>)[] = [() => database.close(), async () => lock?.release()]
  const closeAll = async () => {
    for (const close of opened.splice(0)) await close()
  }
  try {
    const development = await openDevelopment(config)
    const verify = verifierFor(await verifiersFor(config, development))
    const ring: KeyRing = {
      byInstitution: config.badgeKeys,
      ...(development === undefined ? {} : { everybody: developmentKeys(config.dataDirectory) }),
    }
    const badges = badgeKeys(ring, config.publicUrl)
    await checkKeys(ring, badges)
    let url = ''
    const signer = linkSigner(config.signingKey ?? randomBytes(32).toString('hex'), () => config.publicUrl ?? url)
    const report = (error: Error) => app.log.error({ err: error }, 'a job failed')
    const jobs = lazyQueue(database, (ticket) => doJob(services, ticket, report), report)
    const services: Services = { database, now, newId: randomUUID, jobs, links: signer, badges }
    const app = await buildHttp({
      schema: buildSchema(),
      services,
      verify,
      signer,
      logLevel: config.logLevel,
      production: config.production,
      publicUrl: config.publicUrl,
    })
    if (lock !== undefined) addOperator(app, { database, now, newId: randomUUID, development }, lock.owner.secret)
    opened.unshift(
      () => closeHttp(app, 7_500),
      () => jobs.stop(),
    )
    url = await listen(app, config)
    await lock?.announce(url)
    jobs.startSoon()
    return { url, app, services, database, lock, development, close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function verifiersFor(
  config: Config,
  development: DevelopmentIssuer | undefined,
): Promise<ReadonlyMap<string, Verifier>> {
  const verifiers = new Map<string, Verifier>()
  if (development !== undefined) verifiers.set(developmentIssuer, development.verifier)
  if (config.identity === undefined) return verifiers
  const { jwksUrl, issuer } = config.identity
  try {
    return verifiers.set(issuer, await remoteVerifier(config.identity))
  } catch (error) {
    throw new ConfigError(
      `the keys at AUTH_JWKS_URL ${jwksUrl} cannot be read (${reasonOf(error)}); check the address and that this machine may reach it`,
    )
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE')
      throw new ConfigError(`port ${port} is in use; stop what listens there, or choose another with --port N`)
    if (code === 'EACCES')
      throw new ConfigError(`port ${port} needs more rights than this process has; choose another with --port N`)
    throw error
  }
}

function reasonOf(error: unknown): string {
  const cause = (error as Error).cause as { code?: string; message?: string } | undefined
  return cause?.code ?? cause?.message ?? (error as Error).message
}
