import { createHash } from 'node:crypto'

/** The kinds of things that an import gives an identity to. */
export type IdentityKind = 'programme' | 'cohort' | 'person' | 'relationship' | 'survey' | 'item' | 'response'

/** The namespace of institutions: a random UUID made once for this purpose. */
const institutions = '8182fa96-d6a1-4464-bbc1-8975cdb755b1'

/**
 * The id of the institution that has this key, the same on every machine.
 *
 * @example
 * ```ts
 * import { institutionIdOf } from './identity.ts'
 * institutionIdOf('ols') === institutionIdOf('ols') //=> true
 * ```
 */
export function institutionIdOf(key: string): string {
  return nameBasedUuid(institutions, JSON.stringify(['institution', key]))
}

/**
 * The id of what an institution knows by this name, so that a second import meets the same row. `name` holds the parts of
 * the external identity in order, such as a programme's key and a project's number.
 *
 * @example
 * ```ts
 * import { identify } from './identity.ts'
 * const ols = '8182fa96-d6a1-4464-bbc1-8975cdb755b1'
 * identify(ols, 'person', 'P0001') === identify(ols, 'person', 'P0001') //=> true
 * identify(ols, 'cohort', 'a', 1) === identify(ols, 'cohort', 'a1') //=> false
 * ```
 */
export function identify(institutionId: string, kind: IdentityKind, ...name: readonly (string | number)[]): string {
  return nameBasedUuid(institutionId, JSON.stringify([kind, ...name]))
}

/** A version 5 UUID (RFC 9562, section 5.5). */
function nameBasedUuid(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
