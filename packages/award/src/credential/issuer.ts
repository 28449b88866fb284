import type { Refusal, Result } from '../refusal.ts'
import { firstOr } from '../refusal.ts'
import { isHttpsUrl } from './address.ts'
import { isJsonObject } from './engine/json.ts'
import { type Instant, momentOf } from './instant.ts'
import { type PublicKey, parsePublicKey } from './public-key.ts'

/** When a key signs. `validUntil` is when it was or will be put aside: what it signed before stays good. */
export interface KeyPeriod {
  readonly validFrom?: Instant
  readonly validUntil?: Instant
  /** Since when somebody else may have held it: nothing it signed from then on is believed. */
  readonly compromisedSince?: Instant
}

/** A key of an issuer; `id` is the issuer's address with a fragment. */
export type IssuerKey = PublicKey & KeyPeriod & { readonly id: string }

/** Who issues badges, with every key that ever signed one. `id` is the https address of the issuer's profile. */
export interface Issuer {
  readonly id: string
  readonly name: string
  readonly url?: string
  readonly keys: readonly [IssuerKey, ...IssuerKey[]]
}

/**
 * The issuer that a configuration describes, with its keys read: `publicKeyMultibase` (Ed25519) or `publicKeyJwk` (Ed25519, or RSA
 * from 2048 bits) each. Refuses `not-an-address`, `blank-text`, `keys-missing`, `duplicate-key`, `key-unreadable`, `key-unsupported`,
 * `not-an-instant` and `period-backwards`.
 *
 * @example
 * ```ts
 * import { parseIssuer } from '@mentoring-commons/award/credential'
 *
 * const id = 'https://university.example/badges/issuer'
 * const keys = [{ id: `${id}#2026`, publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' }]
 * parseIssuer({ id, name: 'University of Example', keys }).value?.keys.map((key) => key.algorithm) //=> ['Ed25519']
 * parseIssuer({ id: 'did:web:university.example', name: 'University of Example', keys }).refusal?.code //=> 'not-an-address'
 * ```
 */
export function parseIssuer(input: unknown): Result<Issuer> {
  if (!isJsonObject(input)) return no('key-unreadable', 'An issuer is an object with id, name and keys: hand in one.')
  const { id, name, url, keys } = input
  if (!isHttpsUrl(id)) {
    return no('not-an-address', `${JSON.stringify(id)} is no issuer: give the https address of its profile.`, 'id')
  }
  if (typeof name !== 'string' || name.trim() === '')
    return no('blank-text', 'The issuer has no name: give one.', 'name')
  if (url !== undefined && !isHttpsUrl(url)) {
    return no('not-an-address', `${JSON.stringify(url)} is no https address: give one, or none.`, 'url')
  }
  if (!Array.isArray(keys) || keys.length === 0) {
    return no('keys-missing', `The issuer ${id} has no key: give each that ever signed a badge.`, 'keys')
  }
  const read: IssuerKey[] = []
  for (const [index, key] of keys.entries()) {
    const parsed = parseIssuerKey(key, id, `keys[${index}]`)
    if (parsed.refusal) return parsed
    if (read.some((other) => other.id === parsed.value.id)) {
      return no(
        'duplicate-key',
        `Two keys are called ${parsed.value.id}: give each its own fragment.`,
        `keys[${index}].id`,
      )
    }
    read.push(parsed.value)
  }
  return { value: { id, name, ...(url === undefined ? {} : { url }), keys: read as [IssuerKey, ...IssuerKey[]] } }
}

function parseIssuerKey(input: unknown, issuer: string, path: string): Result<IssuerKey> {
  if (!isJsonObject(input)) return no('key-unreadable', 'A key is an object with id and its public part.', path)
  const { id } = input
  if (typeof id !== 'string' || !id.startsWith(`${issuer}#`) || !/^#[\w.~-]+$/.test(id.slice(issuer.length))) {
    const message = `${JSON.stringify(id)} is no key of ${issuer}: call it by that address and a fragment, such as ${issuer}#2026.`
    return no('not-an-address', message, `${path}.id`)
  }
  const key = parsePublicKey(input, path)
  if (key.refusal) return key
  const period: { -readonly [field in keyof KeyPeriod]: Instant } = {}
  for (const field of ['validFrom', 'validUntil', 'compromisedSince'] as const) {
    const value = input[field]
    if (value !== undefined) period[field] = value as Instant
  }
  return firstOr(periodFaults(period, path), { id, ...key.value, ...period })
}

function* periodFaults(period: KeyPeriod, path: string): Generator<Refusal> {
  for (const [field, value] of Object.entries(period)) {
    if (momentOf(value) === undefined) {
      const message = `${JSON.stringify(value)} is no moment: write it like 2026-09-01T00:00:00Z.`
      yield { code: 'not-an-instant', message, path: `${path}.${field}` }
    }
  }
  const { validFrom, validUntil } = period
  if (
    validFrom !== undefined &&
    validUntil !== undefined &&
    Number(momentOf(validUntil)) <= Number(momentOf(validFrom))
  ) {
    const message = `The key signs until ${validUntil}, and only from ${validFrom} on: put the end after the beginning.`
    yield { code: 'period-backwards', message, path }
  }
}

const no = (code: Refusal['code'], message: string, path?: string): { readonly refusal: Refusal } => ({
  refusal: { code, message, ...(path === undefined ? {} : { path }) },
})
