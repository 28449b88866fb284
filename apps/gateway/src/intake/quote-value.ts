const longest = 60

/**
 * A value of a file as it may stand in a message: in double quotes, without control characters, cut after 60 characters.
 *
 * @example
 * ```ts
 * import { quoteValue } from './quote-value.ts'
 * quoteValue('men\ttor') //=> "\"men tor\""
 * ```
 */
export function quoteValue(text: string): string {
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  const characters = [...printable]
  return `"${characters.length > longest ? `${characters.slice(0, longest).join('')}…` : printable}"`
}
