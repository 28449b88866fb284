import type { Refusal, Result } from '../refusal.ts'
import type { JsonValue } from './engine/json.ts'

const lettersMax = 2_000_000
const depthMax = 40
const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\]:]/g

const no = (message: string): { readonly refusal: Refusal } => ({ refusal: { code: 'not-json', message } })

/** Gives the value of a JSON text. Refuses what two readers could read in two ways: a key that stands twice in one object. */
export function readJson(text: string): Result<JsonValue> {
  if (text.length > lettersMax) return no(`It has ${text.length} letters: at most ${lettersMax} are read.`)
  let value: JsonValue
  try {
    value = JSON.parse(text)
  } catch {
    return no('It is no JSON text: hand in the badge as it was issued.')
  }
  const fault = faultOf(text)
  return fault === undefined ? { value } : no(fault)
}

function faultOf(text: string): string | undefined {
  const open: Set<string>[] = []
  let last = ''
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      if (open.push(new Set()) > depthMax) return `It is nested more than ${depthMax} deep: no badge is.`
    } else if (found === '}' || found === ']') open.pop()
    else if (found === ':') {
      const keys = open.at(-1)
      const key: string = JSON.parse(last)
      if (keys?.has(key))
        return `The key "${key}" stands twice in one object, so that it has two readings: leave one out.`
      keys?.add(key)
    } else last = found
  }
  return undefined
}
