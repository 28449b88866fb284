/** A pattern of a mapping is tried on texts of at most this many characters; a longer text does not match. */
export const longestMatched = 500

const mostWays = 300_000

/** A compiled pattern: whether it matches the whole of a text. */
export type WholeMatch = (text: string) => boolean

/** What is known of a part of a pattern: in how many ways it can be tried on a text of `longestMatched` characters. */
interface Part {
  readonly ways: number
}

/**
 * A test of whole texts against a regular expression, or why the expression is refused.
 *
 * A mapping may come from anybody, and a regular expression can take exponential time. So only a part of the language is
 * taken (characters, classes, groups, alternatives, counts; no look-around, no back-reference), the matched text is at most
 * 500 characters long, and the ways in which the engine could try the pattern on such a text are counted
 * from its form: above 300 000 it is refused.
 *
 * @example
 * ```ts
 * import { compilePattern } from './pattern.ts'
 * const { value } = compilePattern('OLS-\\d+')
 * value('OLS-7') //=> true
 * value('OLS-7 and more') //=> false
 * compilePattern('(a+)+').problem //=> "could take too long: \"(a+)+\" repeats a group that can itself match in several ways"
 * ```
 */
export function compilePattern(source: string): { value: WholeMatch } | { problem: string } {
  if (source.length > longestMatched) return { problem: `is longer than ${longestMatched} characters` }
  let expression: RegExp
  try {
    expression = new RegExp(`^(?:${source})$`, 'u')
    new RegExp(source, 'u')
  } catch (error) {
    return { problem: `is no regular expression: ${error instanceof Error ? error.message : String(error)}` }
  }
  const counted = countWays(source)
  if ('problem' in counted) return counted
  if (counted.ways > mostWays) {
    return { problem: `could take too long: ${JSON.stringify(source)} can be tried in more than ${mostWays} ways` }
  }
  return { value: (text) => text.length <= longestMatched && expression.test(text) }
}

/** An upper bound on the paths of a backtracking engine through a valid expression. */
function countWays(source: string): Part | { problem: string } {
  let position = 0
  let problem: string | undefined

  const fail = (why: string): number => {
    problem ??= why
    position = source.length
    return 1
  }

  function alternatives(): number {
    let ways = sequence()
    while (source[position] === '|') {
      position++
      ways += sequence()
    }
    return ways
  }

  function sequence(): number {
    let ways = 1
    while (position < source.length && source[position] !== '|' && source[position] !== ')') {
      ways = Math.min(Number.MAX_SAFE_INTEGER, ways * repeated(atom()))
    }
    return ways
  }

  function atom(): number {
    const character = source[position++]
    if (character === '[') return characterClass()
    if (character === '\\') return escaped()
    if (character !== '(') return 1
    if (source[position] === '?') {
      if (source[position + 1] !== ':') return fail('uses a group other than (…) and (?:…)')
      position += 2
    }
    const ways = alternatives()
    position++
    return ways
  }

  function characterClass(): number {
    while (position < source.length && source[position] !== ']') position += source[position] === '\\' ? 2 : 1
    position++
    return 1
  }

  function escaped(): number {
    const character = source[position++] ?? ''
    if (/[1-9k]/.test(character)) return fail('uses a back-reference')
    if (source[position] === '{') position = source.indexOf('}', position) + 1
    return 1
  }

  function repeated(inner: number): number {
    const count = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(position))
    if (count === null) return inner
    position += count[0].length
    const [text, least, comma, most] = count
    if (text.startsWith('?')) return 1 + inner
    if (text.startsWith('{')) {
      const from = Number(least)
      const to = comma === '' ? from : most === '' ? Number.POSITIVE_INFINITY : Number(most)
      if (Number.isFinite(to)) return countedWays(inner, from, to)
    }
    if (inner > 1)
      return fail(
        `could take too long: ${JSON.stringify(source)} repeats a group that can itself match in several ways`,
      )
    return longestMatched + 1
  }

  const ways = alternatives()
  return problem === undefined ? { ways } : { problem }
}

/** The ways of `from` to `to` repetitions of a part that has `inner` ways. */
function countedWays(inner: number, from: number, to: number): number {
  if (inner === 1) return to - from + 1
  let ways = 0
  for (let times = from; times <= to && ways <= mostWays; times++) ways += inner ** times
  return ways
}
