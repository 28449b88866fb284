const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first 64 primes, from whose roots FIPS 180-4 takes its constants. */
const primes = (() => {
  const found: number[] = []
  for (let each = 2; found.length < 64; each += 1) if (found.every((prime) => each % prime !== 0)) found.push(each)
  return found
})()

/** The first 32 bits after the point of the root of a prime. */
function rootBits(prime: number, root: 2 | 3): number {
  // Exact by integers: the floor of the root of prime * 2^(32 * root), found bit by bit.
  const target = BigInt(prime) << BigInt(32 * root)
  let found = 0n
  for (let bit = 1n << 36n; bit > 0n; bit >>= 1n) if ((found + bit) ** BigInt(root) <= target) found += bit
  return Number(found & 0xffff_ffffn) | 0
}

const initial = Int32Array.from(primes.slice(0, 8), (prime) => rootBits(prime, 2))
const round = Int32Array.from(primes, (prime) => rootBits(prime, 3))

/** The SHA-256 of some bytes as eight words. After FIPS 180-4 (2015), sections 4.1.2, 4.2.2, 5 and 6.2. */
export function sha256Words(bytes: Uint8Array): Int32Array {
  const blocks = ((bytes.length + 8) >> 6) + 1
  const padded = new Uint8Array(blocks * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const hash = Int32Array.from(initial)
  const schedule = new Int32Array(64)
  for (let block = 0; block < blocks; block += 1) {
    for (let t = 0; t < 16; t += 1) schedule[t] = view.getInt32(block * 64 + t * 4)
    compress(hash, schedule)
  }
  return hash
}

function compress(hash: Int32Array, schedule: Int32Array): void {
  const at = (t: number) => schedule[t] as number
  for (let t = 16; t < 64; t += 1) {
    const [low, high] = [at(t - 15), at(t - 2)]
    const sigma0 = rotate(low, 7) ^ rotate(low, 18) ^ (low >>> 3)
    const sigma1 = rotate(high, 17) ^ rotate(high, 19) ^ (high >>> 10)
    schedule[t] = (sigma1 + at(t - 7) + sigma0 + at(t - 16)) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let t = 0; t < 64; t += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + (round[t] as number) + at(t)) | 0
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = ((hash[index] as number) + word) | 0
  })
}

/** The UTF-8 of a text; a lone surrogate becomes the replacement character. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const given = text.codePointAt(at) as number
    const point = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given
    if (point > 0xffff) at += 1
    if (point < 0x80) bytes[length++] = point
    else {
      const following = point < 0x800 ? 1 : point < 0x1_0000 ? 2 : 3
      bytes[length++] = ((0xff00 >> (following + 1)) & 0xff) | (point >> (6 * following))
      for (let each = following - 1; each >= 0; each -= 1) bytes[length++] = 0x80 | ((point >> (6 * each)) & 63)
    }
  }
  return bytes.subarray(0, length)
}

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return Array.from(sha256Words(utf8(text)), (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
