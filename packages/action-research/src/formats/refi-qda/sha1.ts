/** The SHA-1 of bytes (FIPS 180-4), which version 5 of UUIDs is made of; no secret rests on it. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor((bytes.length * 8) / 0x1_0000_0000))
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const words = new Uint32Array(80)
  for (let block = 0; block < padded.length; block += 64) {
    for (let index = 0; index < 80; index += 1) {
      const word = (back: number) => words[index - back] ?? 0
      words[index] = index < 16 ? view.getUint32(block + 4 * index) : turn(word(3) ^ word(8) ^ word(14) ^ word(16), 1)
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash
    for (let index = 0; index < 80; index += 1) {
      const next = (turn(a, 5) + mix(index, b, c, d) + e + (words[index] ?? 0)) >>> 0
      e = d
      d = c
      c = turn(b, 30)
      b = a
      a = next
    }
    for (const [index, part] of [a, b, c, d, e].entries()) hash[index] = ((hash[index] ?? 0) + part) >>> 0
  }
  const result = new DataView(new ArrayBuffer(20))
  for (const [index, part] of hash.entries()) result.setUint32(4 * index, part)
  return new Uint8Array(result.buffer)
}

function turn(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1
  return round < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6
}
