import { type Result, refuse } from '../refusal.ts'

/** The most bytes a file may have unless a caller says otherwise: 20 MB. */
export const bytesMaxDefault = 20_000_000

/** How a file is read. */
export interface ReadOptions {
  /** The most bytes, in UTF-8, that a text may have; 20,000,000 when nothing is said. */
  readonly bytesMax?: number
}

/** Gives the text as it is when it has at most so many bytes in UTF-8, and refuses `too-large` otherwise. */
export function boundText(text: string, options: ReadOptions = {}): Result<string> {
  const { bytesMax = bytesMaxDefault } = options
  if (!(bytesMax > 0)) throw new RangeError(`bytesMax must be a number above 0; got ${bytesMax}`)
  const bytes = text.length * 3 <= bytesMax ? 0 : text.length > bytesMax ? text.length : utf8Length(text)
  if (bytes <= bytesMax) return { value: text }
  return refuse(
    'too-large',
    `The text has ${bytes} bytes or more, and at most ${bytesMax} are read. Split it, or raise bytesMax if you trust its source.`,
  )
}

/** Gives what a JSON text says; anything but a text is taken as parsed already. Refuses `too-large` and `not-json`. */
export function parseJson(input: unknown, options: ReadOptions = {}): Result<unknown> {
  if (typeof input !== 'string') return { value: input }
  const bound = boundText(input, options)
  if (bound.refusal) return bound
  try {
    return { value: JSON.parse(bound.value.replace(/^\uFEFF/, '')) }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return refuse('not-json', `The text is no JSON: ${reason}. Export the file again, or correct it there.`)
  }
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
