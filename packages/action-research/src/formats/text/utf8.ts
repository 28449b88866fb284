/** The bytes of a text in UTF-8; half of a surrogate pair becomes the bytes of U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const found = character.codePointAt(0) ?? 0
    const code = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    else {
      const [a, b, c, d] = [code >> 18, (code >> 12) & 0x3f, (code >> 6) & 0x3f, code & 0x3f]
      bytes.push(0xf0 | a, 0x80 | b, 0x80 | c, 0x80 | d)
    }
  }
  return Uint8Array.from(bytes)
}
