/** A hash that is fed bit by bit: what `createHash('sha256')` of Node gives. */
export interface Digest {
  update(bytes: Uint8Array): unknown
  digest(encoding: 'hex'): string
}
