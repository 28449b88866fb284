import type { Issuer, SigningKey } from '@mentoring-commons/award/credential'
import { type BadgeKey, ConfigError } from '../config.ts'

/** Stands where no public address is configured: a name that is reserved to lead nowhere, so that it is never somebody else's. */
const nowhere = 'https://mentoring-commons.invalid'

/** Who issues an institution's badges, and what signs them. */
export interface BadgeIssuer {
  readonly issuer: Issuer
  /** The keys whose secret is here, in the order of the configuration. */
  readonly signing: readonly SigningKey[]
}

/** The keys that sign badges, by institution. */
export interface BadgeKeys {
  /** The address that every address in a badge begins with, without a slash at its end. */
  readonly base: string
  /** The address under which the frameworks are published, where one is configured. */
  readonly publicUrl: string | undefined
  /** The issuer of an institution; undefined where it has no key. */
  of(institution: { readonly key: string; readonly name: string }): Promise<BadgeIssuer | undefined>
}

/** The keys of institutions by their key; with `everybody`, keys that any institution signs with. */
export interface KeyRing {
  readonly byInstitution: Readonly<Record<string, readonly BadgeKey[]>>
  readonly everybody?: () => Promise<readonly BadgeKey[]>
}

/** No key at all. */
export const noKeys: KeyRing = { byInstitution: {} }

/** The address of an institution's issuer. */
export function issuerAddress(base: string, institutionKey: string): string {
  return `${base}/badges/${encodeURIComponent(institutionKey)}`
}

/** The keys of a ring, read when they are first asked for. A key that cannot be read is a `ConfigError` that repeats no secret. */
export function badgeKeys(ring: KeyRing, publicUrl: string | undefined): BadgeKeys {
  const base = publicUrl?.startsWith('https://') ? publicUrl.replace(/\/+$/, '') : nowhere
  const read = new Map<string, Promise<BadgeIssuer | undefined>>()
  return {
    base,
    publicUrl,
    of: ({ key, name }) => {
      const known = JSON.stringify([key, name])
      const issuer = read.get(known) ?? issuerOf(ring, issuerAddress(base, key), key, name)
      read.set(known, issuer)
      return issuer
    },
  }
}

/** Reads every key of a ring once, so that one that cannot be used shows at the start. */
export async function checkKeys(ring: KeyRing, keys: BadgeKeys): Promise<void> {
  for (const key of Object.keys(ring.byInstitution)) await keys.of({ key, name: key })
}

async function issuerOf(
  { byInstitution, everybody }: KeyRing,
  id: string,
  institutionKey: string,
  name: string,
): Promise<BadgeIssuer | undefined> {
  const own = Object.hasOwn(byInstitution, institutionKey) ? byInstitution[institutionKey] : undefined
  const raw = own ?? (await everybody?.()) ?? []
  if (raw.length === 0) return undefined
  // The engine behind it is large: a start that signs and verifies nothing does not load it.
  const { parseIssuer, parseSigningKey } = await import('@mentoring-commons/award/credential')
  const signing: SigningKey[] = []
  const keys: object[] = []
  for (const { name: fragment, secretKeyMultibase, privateKeyJwk, ...key } of raw) {
    const keyId = `${id}#${fragment}`
    if (secretKeyMultibase === undefined && privateKeyJwk === undefined) {
      keys.push({ ...key, id: keyId })
      continue
    }
    const secret = secretKeyMultibase === undefined ? { privateKeyJwk } : { secretKeyMultibase }
    const parsed = await parseSigningKey({ id: keyId, ...secret })
    if (parsed.refusal) throw unusable(institutionKey, fragment, parsed.refusal.message)
    signing.push(parsed.value)
    const { algorithm: _, ...publicPart } = parsed.value.publicKey
    keys.push({ ...key, id: keyId, ...publicPart })
  }
  const issuer = parseIssuer({ id, name, keys })
  if (issuer.refusal) throw unusable(institutionKey, issuer.refusal.path ?? 'keys', issuer.refusal.message)
  return { issuer: issuer.value, signing }
}

function unusable(institution: string, what: string, why: string): ConfigError {
  return new ConfigError(`the badge key ${what} of "${institution}" in BADGE_KEYS cannot be used: ${why}`)
}
