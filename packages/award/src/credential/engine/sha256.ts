import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Gives the SHA-256 of a text in UTF-8, 32 bytes. */
export function sha256Of(text: string): Uint8Array {
  return sha256(utf8ToBytes(text))
}

/** Gives the SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256HexOf(text: string): string {
  return bytesToHex(sha256Of(text))
}

/** Gives the bytes of a text in UTF-8. */
export function utf8Of(text: string): Uint8Array {
  return utf8ToBytes(text)
}
