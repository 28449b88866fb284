import type { Refusal, Result } from '../refusal.ts'
import { gunzip, gzip } from './engine/gzip.ts'
import { fromMultibase, toMultibase } from './multibase.ts'

/** The least length of a list, so that one entry says little of whose it is. Source: W3C Bitstring Status List 1.0. */
export const listLengthMin = 131_072

/** The greatest length that is read here: one mebibyte of bits. */
export const listLengthMax = 8_388_608

/** One bit for each badge; raised ones are taken back. `bytes` holds index 0 in the highest bit of the first byte. */
export interface StatusList {
  readonly length: number
  readonly bytes: Uint8Array
}

const no = (code: Refusal['code'], message: string, path: string): { readonly refusal: Refusal } => ({
  refusal: { code, message, path },
})

/**
 * A list whose raised bits are those of some indices. Its length is a multiple of 8 from 131 072 to 8 388 608. Refuses
 * `list-length-invalid` and `index-outside-list`.
 *
 * @example
 * ```ts
 * import { hasStatus, statusListOf } from '@mentoring-commons/award/credential'
 *
 * const list = statusListOf([7, 94_567]).value
 * list && hasStatus(list, 94_567).value //=> true
 * list && hasStatus(list, 8).value //=> false
 * statusListOf([], 1000).refusal?.code //=> 'list-length-invalid'
 * ```
 */
export function statusListOf(raised: Iterable<number>, length: number = listLengthMin): Result<StatusList> {
  if (!Number.isSafeInteger(length) || length % 8 !== 0 || length < listLengthMin || length > listLengthMax) {
    const message = `A list of ${length} is not kept: make it a multiple of 8 from ${listLengthMin} to ${listLengthMax}.`
    return no('list-length-invalid', message, 'length')
  }
  const bytes = new Uint8Array(length / 8)
  for (const index of raised) {
    const refusal = outside(index, length)
    if (refusal) return { refusal }
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  }
  return { value: { length, bytes } }
}

/**
 * The list with one bit raised or lowered; the list that is given stays as it is. Refuses `index-outside-list`.
 *
 * @example
 * ```ts
 * import { hasStatus, statusListOf, withStatus } from '@mentoring-commons/award/credential'
 *
 * const list = statusListOf([7]).value
 * const after = list && withStatus(list, 7, false).value
 * after && hasStatus(after, 7).value //=> false
 * list && withStatus(list, -1, true).refusal?.code //=> 'index-outside-list'
 * ```
 */
export function withStatus(list: StatusList, index: number, raised: boolean): Result<StatusList> {
  const refusal = outside(index, list.length)
  if (refusal) return { refusal }
  const bytes = list.bytes.slice()
  const mask = 0x80 >> (index & 7)
  const byte = bytes[index >> 3] ?? 0
  bytes[index >> 3] = raised ? byte | mask : byte & ~mask
  return { value: { length: list.length, bytes } }
}

/**
 * Whether the bit of an index is raised. Refuses `index-outside-list`.
 *
 * @example
 * ```ts
 * import { hasStatus, statusListOf } from '@mentoring-commons/award/credential'
 *
 * const list = statusListOf([0]).value
 * list && hasStatus(list, 0) //=> { value: true }
 * list && hasStatus(list, 131_072).refusal?.code //=> 'index-outside-list'
 * ```
 */
export function hasStatus(list: StatusList, index: number): Result<boolean> {
  const refusal = outside(index, list.length)
  return refusal ? { refusal } : { value: ((list.bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0 }
}

/** Gives a list as `encodedList` holds it: gzip, in multibase of base64url. The same list always gives the same text. */
export function encodeStatusList(list: StatusList): string {
  return toMultibase(gzip(list.bytes), 'base64url')
}

/** The list that an `encodedList` holds; refuses `list-unreadable` and `list-length-invalid`. */
export function decodeStatusList(text: string): Result<StatusList> {
  const zipped = text.startsWith('u') ? fromMultibase(text) : undefined
  const bytes = zipped && gunzip(zipped, listLengthMax / 8)
  if (bytes === undefined) {
    const message = `The list is no gzip in multibase (u…) of at most ${listLengthMax} bits: hand in encodedList as it was published.`
    return no('list-unreadable', message, 'encodedList')
  }
  const length = bytes.length * 8
  if (length >= listLengthMin) return { value: { length, bytes } }
  const message = `A list of ${length} tells too much of whose badge is meant: it has at least ${listLengthMin}.`
  return no('list-length-invalid', message, 'encodedList')
}

function outside(index: number, length: number): Refusal | undefined {
  if (Number.isSafeInteger(index) && index >= 0 && index < length) return undefined
  return {
    code: 'index-outside-list',
    message: `${index} lies outside a list of ${length}: give 0 to ${length - 1}.`,
    path: 'index',
  }
}
