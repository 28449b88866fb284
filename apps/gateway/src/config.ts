import path from 'node:path'
import { parseArgs } from 'node:util'

/** How tokens are checked: against an identity provider's published keys. */
export interface Identity {
  readonly jwksUrl: string
  readonly issuer: string
  readonly audience: string
  /** The claim that names the institution by its key. */
  readonly institutionClaim: string
}

/** A key that signs badges, or that did: its name, its secret or public part, and when it signs. */
export interface BadgeKey {
  readonly name: string
  readonly [field: string]: unknown
}

/** What a gateway is started with. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDirectory: string
  readonly databaseUrl: string | undefined
  readonly appDatabaseUrl: string | undefined
  readonly identity: Identity | undefined
  readonly production: boolean
  readonly logLevel: string
  /** The key that signs download addresses; several gateways of one service share it. */
  readonly signingKey: string | undefined
  /** The keys that sign badges, by the key of an institution. */
  readonly badgeKeys: Readonly<Record<string, readonly BadgeKey[]>>
  /** The address under which others reach the gateway, where it is not the one it listens on. */
  readonly publicUrl: string | undefined
}

/** A setting that cannot be used: one line that says what to do. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration from command line options, which win, and the environment. */
export function readConfig(args: readonly string[], env: Environment): Config {
  const { values } = readOptions(args)
  const port = Number(values.port ?? env.PORT ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(
      `the port must be a number from 0 to 65535, not "${values.port ?? env.PORT}"; give --port or PORT`,
    )
  const databaseUrl = env.DATABASE_URL || undefined
  requirePostgresUrl('DATABASE_URL', databaseUrl)
  requirePostgresUrl('APP_DATABASE_URL', env.APP_DATABASE_URL || undefined)
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDirectory: path.resolve(values['data-dir'] ?? env.DATA_DIR ?? '.data'),
    databaseUrl,
    appDatabaseUrl: env.APP_DATABASE_URL || undefined,
    identity: readIdentity(env),
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL || 'warn',
    signingKey: env.SIGNING_KEY || undefined,
    badgeKeys: readBadgeKeys(env),
    publicUrl: env.PUBLIC_URL || undefined,
  }
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { port: { type: 'string' }, 'data-dir': { type: 'string' } } })
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}; the options are --port N and --data-dir DIR`)
  }
}

function requirePostgresUrl(name: string, value: string | undefined) {
  if (value === undefined) return
  const protocol = URL.canParse(value) ? new URL(value).protocol : ''
  if (protocol !== 'postgres:' && protocol !== 'postgresql:')
    throw new ConfigError(
      `${name} must look like postgres://user:password@host:5432/database; correct it, or unset it to use the embedded database`,
    )
}

function readIdentity(env: Environment): Identity | undefined {
  const { AUTH_JWKS_URL: jwksUrl, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience } = env
  if (!jwksUrl && !issuer && !audience) return undefined
  if (!jwksUrl || !issuer || !audience)
    throw new ConfigError('AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE belong together; set all three or none')
  if (!URL.canParse(jwksUrl)) throw new ConfigError(`AUTH_JWKS_URL is no address: "${jwksUrl}"`)
  return { jwksUrl, issuer, audience, institutionClaim: env.AUTH_INSTITUTION_CLAIM || 'institution' }
}

/** The keys in BADGE_KEYS: an object with a list for each institution. What stands in a key is read when it is first used. */
function readBadgeKeys(env: Environment): Config['badgeKeys'] {
  const text = env.BADGE_KEYS
  if (!text) return {}
  const wanted =
    'write {"institution-key": [{"name": "2026", "privateKeyJwk": {…}}]}, as docs/operating.md shows; nothing of it is repeated here'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ConfigError(`BADGE_KEYS is no JSON; ${wanted}`)
  }
  const isKey = (key: unknown) =>
    typeof key === 'object' && key !== null && /^[\w.~-]{1,64}$/.test(String((key as { name?: unknown }).name))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(`BADGE_KEYS is no object; ${wanted}`)
  if (!Object.values(value).every((keys) => Array.isArray(keys) && keys.length > 0 && keys.every(isKey)))
    throw new ConfigError(`BADGE_KEYS names an institution without a list of keys, or a key without a name; ${wanted}`)
  if (!env.PUBLIC_URL?.startsWith('https://'))
    throw new ConfigError(
      'BADGE_KEYS needs PUBLIC_URL, an https address: badges name it for ever; set it to the address under which others reach this gateway',
    )
  return value as Config['badgeKeys']
}
