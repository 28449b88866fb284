/// <reference types="node" />
import { readFileSync } from 'node:fs'

/** One case of a conformance file: what stands before the `#`, and the reason after it. */
export interface Case {
  readonly text: string
  readonly reason: string
  readonly line: number
}

/** Gives the cases of a file in `conformance/`; throws when a case has no reason or the file has none. */
export function readCases(file: string): readonly Case[] {
  const lines = readFileSync(new URL(`./conformance/${file}`, import.meta.url), 'utf8').split('\n')
  const cases = lines.flatMap((whole, index): readonly Case[] => {
    if (whole === '' || whole.startsWith('#')) return []
    const at = whole.lastIndexOf(' # ')
    if (at < 0) throw new Error(`${file}:${index + 1} has no reason: ${whole}`)
    return [{ text: whole.slice(0, at).trim(), reason: whole.slice(at + 3), line: index + 1 }]
  })
  if (cases.length === 0) throw new Error(`${file} has no cases`)
  return cases
}

/** Gives the input and the expected word of a line `"text" => word`. */
export function readPair(one: Case): { readonly input: string; readonly expected: string } {
  const at = one.text.lastIndexOf(' => ')
  return { input: JSON.parse(one.text.slice(0, at)), expected: one.text.slice(at + 4) }
}
