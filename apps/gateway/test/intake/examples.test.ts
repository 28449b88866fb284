import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const source = join(import.meta.dirname, '../../src/intake')
const scratch = mkdtempSync(join(tmpdir(), 'examples-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const examples = [...readdirSync(source), '../modules/people/identity.ts'].flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map((match, index) => ({
    name: `${file}#${index + 1}`,
    code: match[1] ?? '',
    from: dirname(join(source, file)),
  })),
)

/** An example as a module that gathers what each `expression //=> literal` gives and should give. */
function moduleOf(code: string, from: string): string {
  const lines = code.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
  const checked = lines.map((line) => {
    const [, expression, literal] = /^(.*?)\s*\/\/=> (.*)$/.exec(line) ?? []
    return expression === undefined ? line : `answers.push([${expression}, ${literal}])`
  })
  const located = checked
    .join('\n')
    .replace(/from '\.\/(.*?)'/g, (_, file) => `from ${JSON.stringify(pathToFileURL(join(from, file)).href)}`)
  return `export const answers = []\n${located}\n`
}

test('there are examples', () => expect(examples.length).toBeGreaterThan(10))

test.each(examples)('the example $name gives what it says', async ({ name, code, from }) => {
  const file = join(scratch, `${name.replace(/\W/g, '-')}.mjs`)
  writeFileSync(file, moduleOf(code, from))
  const { answers } = await import(/* @vite-ignore */ file)
  expect(answers.length).toBeGreaterThan(0)
  for (const [given, told] of answers) expect(given).toEqual(told)
})
