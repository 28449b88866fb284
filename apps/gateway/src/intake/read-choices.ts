import type { SurveyItem } from './mapping.ts'
import { compilePattern, longestMatched, type WholeMatch } from './pattern.ts'

/** The code that every undeclared text counts as. */
export const other = 'other'

/** The codes that a cell holds, in the order in which the item declares them, `other` last; empty where nothing was answered. */
export type ChoiceReader = (cell: string) => readonly string[]

/**
 * The reader of an item's cells: what was ticked, as codes.
 *
 * In an item of many choices they stand comma separated, and a choice may itself hold commas: at each place the longest text
 * that is a declared choice and ends at a comma or at the end is taken; where there is none, the text up to the next comma counts as `other`, once a cell.
 * In an item of one choice, or a scale, the whole cell is a choice or `other`.
 * Undeclared text goes no further than this function: not into the answer, nor into a message.
 *
 * @example
 * ```ts
 * import { choiceReader } from './read-choices.ts'
 * const read = choiceReader({ key: 'topics', label: 'Topics', column: 't', kind: 'many', choices: [
 *   { code: 'care', label: 'Care', pattern: 'Health, self care' },
 *   { code: 'health', label: 'Health', pattern: 'Health' },
 * ] })
 * read('Health, self care') //=> ["care"]
 * read('I told my doctor, Health, twice') //=> ["health", "other"]
 * read(' ') //=> []
 * ```
 */
export function choiceReader({ kind, choices }: Pick<SurveyItem, 'kind' | 'choices'>): ChoiceReader {
  const declared = choices.map(({ code, pattern }) => ({ code, longestAt: choiceFinder(pattern) }))
  const order = [...choices.map(({ code }) => code), other]
  return (cell) => {
    const text = cell.trim()
    if (text === '') return []
    if (kind !== 'many') return [declared.find(({ longestAt }) => longestAt(text, 0) === text.length)?.code ?? other]
    const codes = splitChoices(text, declared)
    return codes.size === 1 ? [...codes] : order.filter((code) => codes.has(code))
  }
}

/** The length of the longest match that begins at a place and ends at a comma or at the end; 0 where there is none. */
type ChoiceFinder = (text: string, at: number) => number

interface DeclaredChoice {
  readonly code: string
  readonly longestAt: ChoiceFinder
}

/** The codes in a comma separated text. */
function splitChoices(text: string, declared: readonly DeclaredChoice[]): Set<string> {
  const codes = new Set<string>()
  let at = 0
  while (at < text.length) {
    if (text[at] === ',' || isSpace(text, at)) {
      at++
      continue
    }
    let longest = 0
    let found = other
    for (const { code, longestAt } of declared) {
      const length = longestAt(text, at)
      if (length <= longest) continue
      longest = length
      found = code
    }
    codes.add(found)
    const end = text.indexOf(',', at + longest)
    at = end < 0 ? text.length : end + 1
  }
  return codes
}

function choiceFinder(pattern: string): ChoiceFinder {
  const plain = plainText(pattern)
  if (plain !== undefined)
    return (text, at) => (text.startsWith(plain, at) && endsAt(text, at + plain.length) ? plain.length : 0)
  const matches = compiled(pattern)
  const begins = new RegExp(`^(?:${pattern})(?=\\s*(?:,|$))`, 'u')
  return (text, at) => {
    const window = text.slice(at, at + longestMatched)
    if (!begins.test(window)) return 0
    for (let end = window.length; end > 0; end = window.lastIndexOf(',', end - 1)) {
      const tried = window.slice(0, end).trimEnd()
      if (endsAt(text, at + end) && matches(tried)) return tried.length
    }
    return 0
  }
}

function compiled(pattern: string): WholeMatch {
  const result = compilePattern(pattern)
  if ('problem' in result) throw new TypeError(`a choice's pattern ${result.problem}; parse the mapping first`)
  return result.value
}

/** The one text that a pattern without operators matches. */
function plainText(pattern: string): string | undefined {
  const escapes = /\\([\^$\\.*+?()[\]{}|/])/g
  return /[\^$\\.*+?()[\]{}|]/.test(pattern.replace(escapes, '')) ? undefined : pattern.replace(escapes, '$1')
}

/** Whether only white space stands between a place and the next comma or the end. */
function endsAt(text: string, at: number): boolean {
  let place = at
  while (place < text.length && isSpace(text, place)) place++
  return place === text.length || text[place] === ','
}

function isSpace(text: string, at: number): boolean {
  return (text[at] ?? '').trim() === ''
}
