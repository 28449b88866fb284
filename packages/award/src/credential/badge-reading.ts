import { isAddress } from './address.ts'
import { openBadgesV3 } from './engine/contexts.ts'
import { isJsonObject, type JsonObject, type JsonValue, listOf } from './engine/json.ts'
import type { Instant } from './instant.ts'
import { because, type Refused } from './signed.ts'

/** An identity in a badge, hashed or plain. */
export interface ReadIdentity {
  readonly hashed: boolean
  readonly identityHash: string
  readonly identityType: string
  /** Empty where it was hashed without one. */
  readonly salt: string
}

/** What a verified badge says, with its parts in the one shape they are read in; all else stands in `credential`. */
export interface ReadBadge {
  readonly id: string
  readonly achievement: { readonly id: string; readonly name: string; readonly description: string }
  /** The recipient's own id, where the badge gives one. */
  readonly recipientId?: string
  readonly identities: readonly ReadIdentity[]
  readonly validFrom: Instant
  readonly validUntil?: Instant
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string' && value.trim() !== ''
const isOf = (value: JsonValue | undefined, type: string): value is JsonObject =>
  isJsonObject(value) && listOf(value.type).includes(type)

/** Reads a credential as a badge of Open Badges 3.0, or says what it lacks. Its frame was read before. */
export function readBadge(credential: JsonObject): { readonly badge: ReadBadge } | Refused {
  if (!listOf(credential['@context']).includes(openBadgesV3)) {
    return because('unknown-context', `@context lacks ${openBadgesV3}: a badge of Open Badges 3.0 has it.`, '@context')
  }
  const types = listOf(credential.type)
  if (!types.includes('OpenBadgeCredential') && !types.includes('AchievementCredential')) {
    return because('malformed', 'Its type is no badge: OpenBadgeCredential or AchievementCredential is.', 'type')
  }
  if (!isOf(credential.issuer, 'Profile') || !isText(credential.issuer.name)) {
    return because('malformed', 'The issuer is no Profile with a name.', 'issuer')
  }
  const subject = credential.credentialSubject
  if (!isOf(subject, 'AchievementSubject')) {
    return because('malformed', 'It is about no one AchievementSubject.', 'credentialSubject')
  }
  const { achievement, id: recipientId } = subject
  const path = 'credentialSubject.achievement'
  if (!isOf(achievement, 'Achievement')) return because('malformed', 'It is for no one Achievement.', path)
  const { id, name, description, criteria } = achievement
  if (!isAddress(id) || !isText(name) || !isText(description) || !isJsonObject(criteria)) {
    return because('malformed', 'The achievement lacks one of id, name, description and criteria.', path)
  }
  if (recipientId !== undefined && !isAddress(recipientId)) {
    return because('malformed', 'The recipient has an id that is no address.', 'credentialSubject.id')
  }
  const identities = listOf(subject.identifier)
  const read = identities.flatMap(readIdentity)
  if (read.length < identities.length) {
    return because(
      'malformed',
      'An identity is no IdentityObject with hashed, identityHash and identityType.',
      'credentialSubject.identifier',
    )
  }
  if (recipientId === undefined && read.length === 0) {
    return because('malformed', 'It names nobody: neither an id nor an identity stands in it.', 'credentialSubject')
  }
  return {
    badge: {
      id: credential.id as string,
      achievement: { id, name, description },
      ...(recipientId === undefined ? {} : { recipientId }),
      identities: read,
      validFrom: credential.validFrom as Instant,
      ...(credential.validUntil === undefined ? {} : { validUntil: credential.validUntil as Instant }),
    },
  }
}

function readIdentity(value: JsonValue): readonly ReadIdentity[] {
  if (!isOf(value, 'IdentityObject')) return []
  const { hashed, identityHash, identityType, salt = '' } = value
  if (typeof hashed !== 'boolean' || !isText(identityHash) || !isText(identityType) || typeof salt !== 'string')
    return []
  return [{ hashed, identityHash, identityType, salt }]
}
