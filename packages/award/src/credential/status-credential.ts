import { firstOr, type Refusal, type Result } from '../refusal.ts'
import { isHttpsUrl } from './address.ts'
import { credentialsV2 } from './engine/contexts.ts'
import type { JsonObject } from './engine/json.ts'
import { type Instant, momentOf } from './instant.ts'
import type { Issuer } from './issuer.ts'
import { encodeStatusList, type StatusList } from './status-list.ts'
import { isStatusPurpose, type StatusPurpose, statusPurposes } from './status-purpose.ts'

/** A list and how it is published: at its `id`, until `validUntil` at the latest. */
export interface StatusListCredential {
  readonly id: string
  readonly issuer: Issuer
  readonly purpose: StatusPurpose
  readonly list: StatusList
  readonly validFrom: Instant
  readonly validUntil?: Instant
}

/** The credential of a list, or the first fault. Source: W3C Bitstring Status List 1.0, 2.2. */
export function statusCredentialOf({
  id,
  issuer,
  purpose,
  list,
  validFrom,
  validUntil,
}: StatusListCredential): Result<JsonObject> {
  const encodedList = encodeStatusList(list)
  return firstOr(faults(id, purpose, validFrom, validUntil), {
    '@context': [credentialsV2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList },
  })
}

function* faults(
  id: string,
  purpose: StatusPurpose,
  validFrom: Instant,
  validUntil: Instant | undefined,
): Generator<Refusal> {
  if (!isHttpsUrl(id)) {
    yield {
      code: 'not-an-address',
      message: `"${id}" is no https address: give the one that the list is published at.`,
      path: 'id',
    }
  }
  if (!isStatusPurpose(purpose)) {
    yield {
      code: 'unknown-value',
      message: `"${purpose}" is no purpose: take one of ${statusPurposes.join(', ')}.`,
      path: 'purpose',
    }
  }
  for (const [path, value] of Object.entries({ validFrom, ...(validUntil === undefined ? {} : { validUntil }) })) {
    if (momentOf(value) === undefined) {
      yield { code: 'not-an-instant', message: `"${value}" is no moment: write it like 2026-09-01T00:00:00Z.`, path }
    }
  }
  if (validUntil !== undefined && Number(momentOf(validUntil)) <= Number(momentOf(validFrom))) {
    const message = `It is valid until ${validUntil}, and only from ${validFrom} on: put the end after the beginning.`
    yield { code: 'period-backwards', message, path: 'validUntil' }
  }
}
