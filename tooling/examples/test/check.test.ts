import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from '../../step/program.ts'
import { Tally } from '../../step/tally.ts'
import { checkExamples } from '../check.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

const source = `/**
 * Twice a number.
 *
 * @example
 * \`\`\`ts
 * import { twice } from '@mentoring-commons/demo'
 * twice(2) //=> 4
 * \`\`\`
 */
export function twice(n: number): number {
  return 2 * n
}
`

/** A workspace of one package, with a README of one fence. */
function workspace(fence: string, code = source, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'examples-'))
  made.push(folder)
  const manifest = {
    name: '@mentoring-commons/demo',
    type: 'module',
    exports: { '.': { '@mentoring-commons/source': './src/index.ts' } },
  }
  const all = {
    'packages/demo/package.json': JSON.stringify(manifest),
    'packages/demo/src/index.ts': code,
    'packages/demo/README.md': `# Demo\n\n\`\`\`ts\n${fence}\n\`\`\`\n`,
    ...files,
  }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  cpSync(path.join(root, 'tooling/typescript'), path.join(folder, 'tooling/typescript'), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

async function check(folder: string): Promise<Tally> {
  const tally = new Tally()
  await checkExamples(tally, folder)
  return tally
}

const use = "import { twice } from '@mentoring-commons/demo'\n"

test('sound examples of a README and of a doc comment are run and counted', async () => {
  const { counts, failures } = await check(workspace(`${use}twice(4) //=> 8`))
  expect(failures).toEqual([])
  expect(counts).toEqual({ passed: 4, failed: 0, skipped: 0 })
})

const broken: readonly (readonly [why: string, fence: string, message: string])[] = [
  ['a wrong answer', `${use}twice(4) //=> 9`, 'gives something else'],
  ['a wrong answer of a declaration', `${use}const x = twice(4) //=> 9`, 'gives something else'],
  ['a wrong answer inside', `${use}({ a: [twice(1)] }) //=> { "a": [3] }`, 'gives something else'],
  ['a key that is missing', `${use}({ a: twice(1) }) //=> { "a": 2, "b": 1 }`, 'gives something else'],
  ['a throw', `${use}throw new Error(String(twice(4)))`, '8'],
  ['a promise that was not awaited', `${use}Promise.resolve(twice(1)) //=> 2`, 'gives something else'],
  ['half a literal', `${use}twice(4) //=> [8,`, 'one whole literal'],
  ['no statement', '//=> 8', 'must follow a statement'],
  ['two answers of one statement', `${use}twice(4) //=> 8\n//=> 8`, 'a statement of its own'],
  ['a type', `${use}\nconst x: string = twice(4) as never as number`, ': Type '],
]

test('each broken example fails, and for its own reason', async () => {
  const fences = broken.map(([why, fence]) => `## ${why}\n\n\`\`\`ts\n${fence}\n\`\`\`\n`).join('\n')
  const folder = workspace(`${use}twice(1) //=> 2`, source, { 'README.md': fences })
  const { failures } = await check(folder)
  const lines = fences.split('\n')
  const heading = (line: number) => lines.slice(0, line).findLast((each) => each.startsWith('## '))
  const found = failures.map(({ name, detail }) => [heading(Number(name.match(/README.md:(\d+)/)?.[1])), detail])
  expect(found.map(([why]) => why).sort()).toEqual(broken.map(([why]) => `## ${why}`).sort())
  for (const [why, , message] of broken) expect(found.find(([each]) => each === `## ${why}`)?.[1]).toContain(message)
  const typed = lines.findIndex((line) => line.startsWith('const x: string')) + 1
  expect(found.find(([why]) => why === '## a type')?.[1]).toContain(`line ${typed}: Type`)
})

test('every form of a sound comparison is understood', async () => {
  const fence = [
    "import { twice } from '@mentoring-commons/demo'",
    'const answer = await Promise.resolve(twice(2)) //=> 4',
    ';[answer]',
    '  .map(twice) //=> [8]',
    "'a//=> b' //=> 'a//=> b'",
    'undefined //=> undefined',
    'const loud = { n: answer, s: `x` }',
    "loud //=> { n: 4, s: 'x' }",
    'Object.assign(Object.create(null), { a: 1 }) //=> { a: 1 }',
    'console.log(loud)',
  ]
  const { failures } = await check(workspace(fence.join('\n')))
  expect(failures).toEqual([])
})

test('functions without example are found, in constants and behind re-exports too', async () => {
  const files = {
    'packages/demo/src/inner.ts':
      '/** Half. */\nexport const half = (n: number) => n / 2\n/** One. */\nexport const one = 1\n/** Not public. */\nexport function own(): void {}\n/** A class. */\nexport class A {}\n',
  }
  const { failures } = await check(
    workspace(`${use}twice(1) //=> 2`, `${source}export { A, half, one } from './inner.ts'\n`, files),
  )
  expect(failures).toMatchObject([{ name: 'packages/demo/src/inner.ts:2 half' }])
})

test('an @example without a fence is none', async () => {
  const { failures } = await check(
    workspace(
      `${use}twice(1) //=> 2`,
      source
        .replace('```ts', '')
        .replace('```', '')
        .replace(/ \* import.*\n/, ''),
    ),
  )
  expect(failures).toMatchObject([{ name: expect.stringContaining('twice') }])
})

test('a package whose README shows nothing fails, and so does a fence that never ends', async () => {
  const none = await check(workspace('', source, { 'packages/demo/README.md': '# Demo\n' }))
  expect(none.failures).toMatchObject([{ name: 'packages/demo/README.md' }])
  await expect(check(workspace('', source, { 'README.md': '```ts\n1\n' }))).rejects.toThrow('README.md:1')
})

test('queries are held against the schema, and fences in other languages are left alone', async () => {
  const graphql = (query: string) => ({
    'README.md': `\`\`\`graphql\n${query}\n\`\`\`\n\n\`\`\`sh\nexit 1\n\`\`\`\n`,
    'apps/gateway/schema.graphql': 'type Query { one: Int }',
    'apps/gateway/package.json': '{}',
  })
  const at = async (query: string) => {
    const folder = workspace(`${use}twice(1) //=> 2`, source, graphql(query))
    symlinkSync(path.join(root, 'apps/gateway/node_modules'), path.join(folder, 'apps/gateway/node_modules'))
    return check(folder)
  }
  expect((await at('{ one }')).failures).toEqual([])
  expect((await at('{ two }')).failures).toMatchObject([
    { name: 'README.md:2', detail: expect.stringContaining('two') },
  ])
  expect((await at('{ one')).failures).toMatchObject([{ name: 'README.md:2' }])
  const folder = workspace(`${use}twice(1) //=> 2`, source, { 'README.md': '```graphql\n{ one }\n```\n' })
  expect((await check(folder)).failures).toMatchObject([{ name: 'graphql fences' }])
})
