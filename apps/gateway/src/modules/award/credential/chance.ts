import { randomBytes } from 'node:crypto'

/** A number from 0 to below 1 that nobody can guess. */
export function chance(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48
}

/** A salt that nobody can guess, of 32 letters. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}
