import type { Result } from '../refusal.ts'
import { sha256HexOf } from './engine/sha256.ts'

/** Who a badge is for, told by a hash. Source: Open Badges 3.0, IdentityObject and IdentityHash. */
export interface HashedIdentity {
  readonly type: 'IdentityObject'
  readonly hashed: true
  /** `sha256$` and 64 hexadecimal digits. */
  readonly identityHash: string
  readonly identityType: 'emailAddress'
  readonly salt: string
}

const saltMin = 16

/** An address as it is hashed: without space around it, in lower case, composed. */
const plain = (email: string): string => email.trim().normalize('NFC').toLowerCase()

/**
 * The hashed identity of an e-mail address: SHA-256 of the address in lower case followed by the salt. The salt is drawn anew for each
 * badge, at least 16 letters; a hash hides an address from who reads, not from who can guess it. Refuses `not-an-email` and `salt-too-short`.
 *
 * @example
 * ```ts
 * import { hashedIdentity, isIdentityOf } from '@mentoring-commons/award/credential'
 *
 * const identity = hashedIdentity('Ada@University.example', '5d1c6f0e2b9a4c37').value
 * identity?.identityHash.slice(0, 15) //=> 'sha256$633a1a9d'
 * identity && isIdentityOf(identity, 'ada@university.example') //=> true
 * hashedIdentity('Ada', '5d1c6f0e2b9a4c37').refusal?.code //=> 'not-an-email'
 * ```
 */
export function hashedIdentity(email: string, salt: string): Result<HashedIdentity> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) {
    const message = `"${email}" is no e-mail address: give the one that the person uses.`
    return { refusal: { code: 'not-an-email', message, path: 'email' } }
  }
  if (salt.length < saltMin) {
    const message = `A salt of ${salt.length} letters is guessed: draw at least ${saltMin} at random for each badge.`
    return { refusal: { code: 'salt-too-short', message, path: 'salt' } }
  }
  const identityHash = `sha256$${sha256HexOf(plain(email) + salt)}`
  return { value: { type: 'IdentityObject', hashed: true, identityHash, identityType: 'emailAddress', salt } }
}

/**
 * Whether an e-mail address is the one that was hashed, compared as it is written and in lower case. That somebody knows the address
 * does not show that it is theirs: let them prove that first.
 *
 * @example
 * ```ts
 * import { hashedIdentity, isIdentityOf } from '@mentoring-commons/award/credential'
 *
 * const identity = hashedIdentity('ada@university.example', '5d1c6f0e2b9a4c37').value
 * identity && isIdentityOf(identity, 'ada@elsewhere.example') //=> false
 * ```
 */
export function isIdentityOf(identity: Pick<HashedIdentity, 'identityHash' | 'salt'>, email: string): boolean {
  return [email, plain(email)].some(
    (each) => identity.identityHash.toLowerCase() === `sha256$${sha256HexOf(each + identity.salt)}`,
  )
}
