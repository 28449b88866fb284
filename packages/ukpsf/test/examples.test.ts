/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as ukpsf from '../src/index.ts'

const root = new URL('../', import.meta.url)
const files = ['README.md', ...readdirSync(new URL('src/', root)).map((name) => `src/${name}`)].filter((name) =>
  /\.(md|ts)$/.test(name),
)

const examples = files.flatMap((file) => {
  const text = readFileSync(new URL(file, root), 'utf8').replace(/^ \* ?/gm, '')
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ''], index) => ({ file, index: index + 1, code }))
})

/** Runs the statements of an example and gives each asserted value beside the one it must equal. */
function run(code: string): readonly { readonly actual: unknown; readonly expected: unknown }[] {
  const body = code
    .replace(/^import (\{.*?\}) from '@mentoring-commons\/ukpsf'$/gm, 'const $1 = ukpsf')
    .replace(
      /^(.*?) \/\/=> (.*)$/gm,
      (_, actual, expected) => `;seen.push({ actual: (${actual}), expected: (${expected}) })`,
    )
  const seen: { actual: unknown; expected: unknown }[] = []
  new Function('ukpsf', 'seen', body)(ukpsf, seen)
  return seen
}

test.each(examples)('example $index of $file gives what it says', ({ code }) => {
  const seen = run(code)
  expect(seen.length).toBeGreaterThan(0)
  for (const { actual, expected } of seen) expect(actual).toEqual(expected)
})

test('every exported function has an example, and so has the README', () => {
  const called = examples
    .filter(({ file }) => file.startsWith('src/'))
    .map(({ code }) => code)
    .join('\n')
  for (const [name, value] of Object.entries(ukpsf)) {
    if (typeof value === 'function') expect(called).toContain(`${name}(`)
  }
  expect(examples.some(({ file }) => file === 'README.md')).toBe(true)
})
