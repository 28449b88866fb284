import { fromBase64Url, toBase64Url } from './engine/jws.ts'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function toBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0)
  const leading = zeros === -1 ? bytes.length : zeros
  let rest = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  let digits = ''
  for (; rest > 0n; rest /= 58n) digits = alphabet[Number(rest % 58n)] + digits
  return '1'.repeat(leading) + digits
}

function fromBase58(text: string): Uint8Array | undefined {
  let number = 0n
  for (const letter of text) {
    const digit = alphabet.indexOf(letter)
    if (digit === -1) return undefined
    number = number * 58n + BigInt(digit)
  }
  const bytes: number[] = []
  for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n))
  const leading = text.length - text.replace(/^1+/, '').length
  return Uint8Array.from([...new Array<number>(leading).fill(0), ...bytes])
}

/** No key and no signature is longer; more would take time to read and give nothing. */
const base58Max = 200

/** Gives bytes as multibase text: base58btc behind `z`, or base64url behind `u`. Source: W3C Controlled Identifiers 1.0, 2.4. */
export function toMultibase(bytes: Uint8Array, base: 'base58btc' | 'base64url' = 'base58btc'): string {
  return base === 'base58btc' ? `z${toBase58(bytes)}` : `u${toBase64Url(bytes)}`
}

/** Gives the bytes of multibase text behind `z` (up to 200 letters) or `u`, or nothing when it is neither. */
export function fromMultibase(text: string): Uint8Array | undefined {
  if (text.startsWith('u')) return fromBase64Url(text.slice(1))
  return text.startsWith('z') && text.length <= base58Max ? fromBase58(text.slice(1)) : undefined
}
