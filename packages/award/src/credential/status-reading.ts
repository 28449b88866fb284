import { isHttpsUrl } from './address.ts'
import { isJsonObject, type JsonObject, type JsonValue, listOf } from './engine/json.ts'
import { momentOf } from './instant.ts'
import type { Issuer } from './issuer.ts'
import type { Opening } from './opened.ts'
import { because, type Refused } from './signed.ts'
import { decodeStatusList, hasStatus } from './status-list.ts'
import { isStatusPurpose, type StatusPurpose } from './status-purpose.ts'

/** A status that was looked up and is not raised. */
export interface CheckedStatus {
  readonly purpose: StatusPurpose
  readonly list: string
  readonly index: number
  /** Since when the list that was read is valid; how fresh a list must be is for the caller to say. */
  readonly listValidFrom: string
}

interface Entry {
  readonly purpose: StatusPurpose
  readonly list: string
  readonly index: number
}

/** Reads every status of a badge from the lists that were handed in and opened; the first that is raised or cannot be read is the reason. */
export function readStatuses(
  credential: JsonObject,
  issuer: Issuer,
  lists: readonly Opening[],
  moment: number,
): { readonly statuses: readonly CheckedStatus[] } | Refused {
  const statuses: CheckedStatus[] = []
  for (const [position, value] of listOf(credential.credentialStatus).entries()) {
    const path = `credentialStatus[${position}]`
    const entry = entryIn(value, path)
    if ('reason' in entry) return entry
    const found = lists.filter((list) => 'opened' in list && list.opened.credential.id === entry.list)
    if (found.length === 0) return because('status-unavailable', missing(entry, lists), path)
    for (const list of found) {
      const status =
        'opened' in list
          ? readStatus(entry, list.opened.credential, list.opened.issuer.id === issuer.id, moment, path)
          : list
      if ('reason' in status) return status
      statuses.push(status)
    }
  }
  return { statuses }
}

function missing({ purpose, list }: Entry, lists: readonly Opening[]): string {
  const failed = lists.flatMap((each) => ('reason' in each ? [each.reason.message] : []))
  const why = failed.length === 0 ? '' : ` Of those handed in, ${failed.length} could not be read: ${failed[0]}`
  return `Its ${purpose} stands in ${list}, which is not among the lists that can be relied on: fetch it from there and hand it in.${why}`
}

function entryIn(value: JsonValue, path: string): Entry | Refused {
  if (!isJsonObject(value) || value.type !== 'BitstringStatusListEntry') {
    return because(
      'status-unavailable',
      'Its status is told in another way than BitstringStatusListEntry, which alone is read here.',
      path,
    )
  }
  const { statusPurpose, statusListIndex, statusListCredential, statusSize = 1 } = value
  if (!isStatusPurpose(statusPurpose) || statusSize !== 1) {
    return because(
      'status-unavailable',
      `A status for ${JSON.stringify(statusPurpose)} of ${JSON.stringify(statusSize)} bits is not read here: revocation and suspension of one bit are.`,
      path,
    )
  }
  if (
    typeof statusListIndex !== 'string' ||
    !/^(0|[1-9]\d{0,8})$/.test(statusListIndex) ||
    !isHttpsUrl(statusListCredential)
  ) {
    return because('malformed', 'Its status names no index of a list at an https address.', path)
  }
  return { purpose: statusPurpose, list: statusListCredential, index: Number(statusListIndex) }
}

function readStatus(
  entry: Entry,
  list: JsonObject,
  sameIssuer: boolean,
  moment: number,
  path: string,
): CheckedStatus | Refused {
  const { purpose, index } = entry
  const subject = list.credentialSubject
  if (!sameIssuer)
    return because('status-refused', `The list ${entry.list} is signed by another issuer than the badge.`, path)
  if (
    !listOf(list.type).includes('BitstringStatusListCredential') ||
    !isJsonObject(subject) ||
    subject.type !== 'BitstringStatusList'
  ) {
    return because('status-refused', `What ${entry.list} names is signed, and is no status list.`, path)
  }
  if (subject.statusPurpose !== purpose) {
    return because(
      'status-refused',
      `The list ${entry.list} is for ${JSON.stringify(subject.statusPurpose)}, and the badge asks it for ${purpose}.`,
      path,
    )
  }
  const from = momentOf(list.validFrom)
  const until = list.validUntil === undefined ? undefined : momentOf(list.validUntil)
  if (from === undefined || moment < from || (until !== undefined && moment >= until)) {
    return because(
      'status-refused',
      `The list ${entry.list} is valid from ${list.validFrom} until ${list.validUntil ?? 'further notice'}: fetch the one that is valid now.`,
      path,
    )
  }
  const bits = typeof subject.encodedList === 'string' ? decodeStatusList(subject.encodedList) : undefined
  if (bits?.value === undefined)
    return because(
      'status-refused',
      `The list ${entry.list}: ${bits?.refusal.message ?? 'it has no encodedList.'}`,
      path,
    )
  const raised = hasStatus(bits.value, index)
  if (raised.refusal) return because('status-refused', `The list ${entry.list}: ${raised.refusal.message}`, path)
  if (!raised.value) return { purpose, list: entry.list, index, listValidFrom: String(list.validFrom) }
  return purpose === 'revocation'
    ? because('revoked', 'Its issuer has taken it back.', path)
    : because('suspended', 'Its issuer has taken it back for the time being.', path)
}
