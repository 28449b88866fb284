import { Refused } from '../../refused.ts'

/** The most characters that one text of a command or a model may have, and all of it together. */
export const textMax = 100_000
const commandMax = 400_000

/** Refuses what is longer than a portfolio of it could be shown, and characters that a database does not keep. */
export function refuseUnstorable(command: object): void {
  refuseTexts(command, '')
  const { length } = JSON.stringify(command)
  if (length > commandMax)
    throw new Refused({
      code: 'text-too-long',
      message: `this has ${length} characters, more than the ${commandMax} that are recorded at once; keep long texts where they lie, and refer to them`,
    })
}

/** A database keeps neither the character U+0000 nor half of a pair of surrogates. */
function refuseTexts(value: unknown, path: string) {
  if (typeof value === 'string' && value.length > textMax)
    throw new Refused({
      code: 'text-too-long',
      message: `${path} has ${value.length} characters, more than ${textMax}; keep a long text where it lies, and refer to it`,
      path,
    })
  if (typeof value === 'string' && (value.includes('\u0000') || /\p{Surrogate}/u.test(value)))
    throw new Refused({
      code: 'character-not-storable',
      message: 'a text has a null character or half a character in it; type it anew',
      path,
    })
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    refuseTexts(part, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`)
}
