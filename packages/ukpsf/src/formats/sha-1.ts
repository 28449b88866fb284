/** Gives the SHA-1 digest, 20 bytes, of a list of bytes (FIPS 180-4). It makes names into identifiers and keeps no secret. */
export function sha1(bytes: readonly number[]): readonly number[] {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const padded = [...bytes, 0x80]
  while (padded.length % 64 !== 56) padded.push(0)
  const bits = bytes.length * 8
  padded.push(...toBytes(Math.floor(bits / 2 ** 32)), ...toBytes(bits))
  for (let start = 0; start < padded.length; start += 64) digestBlock(state, padded, start)
  return state.flatMap(toBytes)
}

function digestBlock(state: number[], bytes: readonly number[], start: number): void {
  const words: number[] = []
  for (let at = start; at < start + 64; at += 4) {
    words.push(bytes.slice(at, at + 4).reduce((word, byte) => (word << 8) | byte, 0))
  }
  for (let t = 16; t < 80; t++) words.push(rotate(word(t - 3) ^ word(t - 8) ^ word(t - 14) ^ word(t - 16), 1))
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let t = 0; t < 80; t++) {
    const next = (rotate(a, 5) + mix(t, b, c, d) + e + word(t)) | 0
    ;[a, b, c, d, e] = [next, a, rotate(b, 30), c, d]
  }
  for (const [index, sum] of [a, b, c, d, e].entries()) state[index] = ((state[index] ?? 0) + sum) | 0

  function word(t: number): number {
    return words[t] ?? 0
  }
}

function mix(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

function toBytes(word: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff)
}
