import { firstOr, type Refusal, type Result } from '../refusal.ts'
import { blankFaults } from '../sourced.ts'
import type { Achievement } from './achievement.ts'
import { isAddress, isHttpsUrl } from './address.ts'
import { credentialsV2, openBadgesV3 } from './engine/contexts.ts'
import type { JsonObject, JsonValue } from './engine/json.ts'
import type { HashedIdentity } from './identity.ts'
import { type Instant, momentOf } from './instant.ts'
import type { Issuer } from './issuer.ts'
import { unsignableIn } from './plain-data.ts'
import { listLengthMax } from './status-list.ts'
import type { StatusPurpose } from './status-purpose.ts'

/** Where the status of a badge stands: an index in the list that is published at an address. */
export interface StatusPlace {
  readonly list: string
  readonly index: number
  readonly purpose: StatusPurpose
}

/** Something that shows the achievement, by its address; it is linked with the consent of whose it is. */
export interface BadgeEvidence {
  readonly id: string
  readonly name?: string
  readonly narrative?: string
}

/** What a badge says before it is signed. Its recipient has an `id`, a hashed identity, or both. */
export interface Badge {
  /** Its own address, such as `urn:uuid:…`. */
  readonly id: string
  readonly issuer: Issuer
  readonly achievement: Achievement
  readonly recipient: { readonly id?: string; readonly identities?: readonly HashedIdentity[] }
  readonly validFrom: Instant
  readonly validUntil?: Instant
  /** When it was awarded, where that is not when it begins to be valid. */
  readonly awardedAt?: Instant
  readonly evidence?: readonly BadgeEvidence[]
  readonly statuses?: readonly StatusPlace[]
}

/** The credential that says what a badge says, or the first fault. Source: Open Badges 3.0, AchievementCredential. */
export function credentialOf(badge: Badge): Result<JsonObject> {
  const credential = written(badge)
  return firstOr(faults(badge, credential), credential)
}

function written({ issuer, achievement, recipient, evidence = [], statuses = [], ...badge }: Badge): JsonObject {
  const identities = recipient.identities ?? []
  const credential = {
    '@context': [credentialsV2, openBadgesV3],
    id: badge.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
    },
    validFrom: badge.validFrom,
    ...(badge.validUntil === undefined ? {} : { validUntil: badge.validUntil }),
    ...(badge.awardedAt === undefined ? {} : { awardedDate: badge.awardedAt }),
    credentialSubject: {
      ...(recipient.id === undefined ? {} : { id: recipient.id }),
      type: ['AchievementSubject'],
      ...(identities.length === 0 ? {} : { identifier: identities }),
      achievement,
    },
    ...(evidence.length === 0 ? {} : { evidence: evidence.map((each) => ({ ...each, type: ['Evidence'] })) }),
    ...(statuses.length === 0 ? {} : { credentialStatus: oneOrAll(statuses.map(entryOf)) }),
  }
  return credential as unknown as JsonObject
}

/** The schema of Open Badges knows one status, the data model several: a list stands there only where it must. */
const oneOrAll = (entries: readonly JsonObject[]): JsonValue =>
  entries.length === 1 ? (entries[0] ?? entries) : entries

function entryOf({ list, index, purpose }: StatusPlace): JsonObject {
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
  }
}

function* faults(badge: Badge, credential: JsonObject): Generator<Refusal> {
  const { recipient, validFrom, validUntil, evidence = [], statuses = [] } = badge
  if (!isAddress(badge.id)) yield notAnAddress(badge.id, 'id')
  yield* blankFaults(badge.achievement.name, 'achievement.name')
  if (recipient.id !== undefined && !isAddress(recipient.id)) yield notAnAddress(recipient.id, 'recipient.id')
  if (recipient.id === undefined && !recipient.identities?.length) {
    const message = 'Nobody is named: give recipient.id, a hashed identity in recipient.identities, or both.'
    yield { code: 'recipient-missing', message, path: 'recipient' }
  }
  yield* momentFaults(badge)
  if (validUntil !== undefined && Number(momentOf(validUntil)) <= Number(momentOf(validFrom))) {
    const message = `It is valid until ${validUntil}, and only from ${validFrom} on: put the end after the beginning.`
    yield { code: 'period-backwards', message, path: 'validUntil' }
  }
  for (const [index, { id }] of evidence.entries()) if (!isAddress(id)) yield notAnAddress(id, `evidence[${index}].id`)
  for (const [position, { list, index }] of statuses.entries()) {
    if (!isHttpsUrl(list)) yield notAnAddress(list, `statuses[${position}].list`)
    if (!Number.isSafeInteger(index) || index < 0 || index >= listLengthMax) {
      const message = `${index} is no index of a list: draw a whole number from 0 to ${listLengthMax - 1}.`
      yield { code: 'index-outside-list', message, path: `statuses[${position}].index` }
    }
  }
  for (const { path, says } of unsignableIn(credential)) {
    yield { code: 'unsignable-value', message: `${path}: ${says}.`, path }
  }
}

function* momentFaults(badge: Badge): Generator<Refusal> {
  for (const field of ['validFrom', 'validUntil', 'awardedAt'] as const) {
    const value = badge[field]
    if (value !== undefined && momentOf(value) === undefined) {
      yield {
        code: 'not-an-instant',
        message: `"${value}" is no moment: write it like 2026-09-01T00:00:00Z.`,
        path: field,
      }
    }
  }
}

const notAnAddress = (value: unknown, path: string): Refusal => ({
  code: 'not-an-address',
  message: `${JSON.stringify(value)} is no address: give an https address, or urn:uuid where one fits.`,
  path,
})
