const lookalikes: Readonly<Record<string, string>> = {
  '\u0456': 'i',
  '\u03b9': 'i',
  '\u0131': 'i',
  '\u04cf': 'l',
  '\u043c': 'm',
  '\u03bc': 'm',
  '\u0440': 'p',
  '\u03c1': 'p',
  '\u0430': 'a',
  '\u03b1': 'a',
  '\u0441': 'c',
  '\u03c2': 'c',
  '\u0442': 't',
  '\u03c4': 't',
}

const spaced = /(^|[^\p{L}])i\s*m\s*p\s*a\s*c\s*t/u

/** The word that only an examined and credible claim may print. */
export const reservedWord = 'impact'

/** Whether a text holds the reserved word, also in capitals, with marks, hyphens or spaces in it, or in letters that look alike. */
export function holdsReservedWord(text: string): boolean {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}\p{Pd}\p{Pc}'\u2019]/gu, '')
    .toLowerCase()
    .replaceAll(/[\u0131\u03b1-\u04cf]/g, (letter) => lookalikes[letter] ?? letter)
  return plain.includes(reservedWord) || spaced.test(plain)
}

/** The path to the first text in a value that holds the reserved word, or nothing. */
export function reservedIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (string | number)[] | undefined {
  if (typeof value === 'string') return holdsReservedWord(value) ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inside] of Object.entries(value)) {
    const found = reservedIn(inside, [...path, Array.isArray(value) ? Number(key) : key])
    if (found !== undefined) return found
  }
  return undefined
}
