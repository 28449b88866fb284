import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Breach } from '../breach.ts'
import { checkBoundaries } from '../check.ts'
import { plan } from '../plan.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** A floor where every area has one sound file, with the given files on top. */
function floor(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'floor-'))
  made.push(root)
  const sound = Object.fromEntries(plan.areas.map((area) => [`${area}/main.ts`, '/** One. */\nexport const one = 1\n']))
  for (const [file, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return root
}

const breachesOf = (files: Readonly<Record<string, string>>): readonly Breach[] =>
  checkBoundaries(floor(files), plan).breaches

const ukpsf = 'packages/ukpsf/src'
const gateway = 'apps/gateway/src'
const one = '/** One. */\nexport const one = 1\n'

test('a sound floor has no breach, and its files and imports are counted', () => {
  const found = checkBoundaries(floor({ [`${ukpsf}/claim.ts`]: "import './main.ts'\n" }), plan)
  expect(found).toEqual({ files: plan.areas.length + 1, imports: 1, breaches: [] })
})

test('an empty tree breaks the rule of every area', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'floor-'))
  made.push(root)
  const { files, breaches } = checkBoundaries(root, plan)
  expect(files).toBe(0)
  expect(breaches.map(({ rule, file }) => [rule, file])).toEqual(plan.areas.map((area) => ['area', area]))
})

test('an area that lost its files is noticed while the others have theirs', () => {
  const root = floor({})
  rmSync(path.join(root, ukpsf), { recursive: true })
  expect(checkBoundaries(root, plan).breaches).toMatchObject([{ rule: 'area', file: ukpsf }])
})

test.each([
  ['a sibling package', "import '@mentoring-commons/award'", 'may not use @mentoring-commons/award'],
  ['a sibling by path', "import '../../award/src/main.ts'", 'has no door to "award"'],
  ["Node's modules", "import 'node:fs'", "may not use Node's own modules"],
  ["Node's modules without a prefix", "import 'fs'", "may not use Node's own modules"],
  ['a subpath of a library', "import 'zod/mini'", 'may not use zod'],
  ['a scoped library', "import '@pothos/core/x'", 'may not use @pothos/core:'],
  ['only a type', "import type { Stats } from 'node:fs'", "type import of 'node:fs'"],
  ['a type in place', "/** T. */\nexport type T = import('zod').ZodType", "type import of 'zod'"],
  ['a re-export', "export { one } from 'zod'", "re-export of 'zod'"],
  ['an open re-export', "export * from 'zod'", "re-export of 'zod'"],
  ['a dynamic import', "/** L. */\nexport const load = () => import('zod')", "dynamic import of 'zod'"],
  ['require', "declare const require: (id: string) => unknown\nrequire('zod')", "require of 'zod'"],
  ['import equals', "import z = require('zod')", "require of 'zod'"],
  ['import.meta.resolve', "import.meta.resolve('zod')", "require of 'zod'"],
  ['a template without holes', 'await import(`zod`)', "dynamic import of 'zod'"],
  ['an absolute path', "import '/etc/x.ts'", 'neither a relative path nor a package'],
  ['an address', "import 'https://x.invalid/y.js'", 'neither a relative path nor a package'],
  ['a name made at run time', "const a = 'zod'\nawait import(a)", 'only known at run time'],
  ['a library by path', "import '../../../node_modules/.pnpm/x/node_modules/zod/index.js'", 'may not use zod:'],
  ['a missing extension', "import './main'", 'no file on the floor'],
])('a package may not open a door: %s', (_, code, message) => {
  const file = `${ukpsf}/claim.ts`
  const breaches = breachesOf({ [file]: `${code}\n` })
  expect(breaches).toHaveLength(1)
  expect(breaches[0]).toMatchObject({ rule: 'door', file })
  expect(breaches[0]?.message).toContain(message)
})

test('a breach names the line of its import', () => {
  expect(breachesOf({ [`${ukpsf}/claim.ts`]: "import './main.ts'\n\nimport 'node:fs'\n" })).toMatchObject([{ line: 3 }])
})

test('words in comments and texts open no door', () => {
  const text = "// import 'node:fs'\n/** One: `require('zod')`. */\nexport const text = \"import 'zod'\"\n"
  expect(breachesOf({ [`${ukpsf}/claim.ts`]: text })).toEqual([])
})

test('inside a package the index is not imported, and it may import everything', () => {
  const index = { [`${ukpsf}/index.ts`]: "export { one } from './main.ts'\nexport { two } from './claim.ts'\n" }
  const claim = (specifier: string) => `import '${specifier}'\n/** Two. */\nexport const two = 2\n`
  expect(breachesOf({ ...index, [`${ukpsf}/claim.ts`]: claim('./main.ts') })).toEqual([])
  const rules = breachesOf({ ...index, [`${ukpsf}/claim.ts`]: claim('./index.ts') }).map(({ rule }) => rule)
  expect(rules).toEqual(['door', 'circle'])
})

test('the one file with a library of its own may use it, and its neighbours may not', () => {
  const svg = 'packages/reporting/src/formats'
  expect(breachesOf({ [`${svg}/svg.ts`]: "import 'vega'\nimport '../main.ts'\n" })).toEqual([])
  expect(breachesOf({ [`${svg}/csv.ts`]: "import 'vega'\n" })).toMatchObject([{ rule: 'door' }])
})

const module = (name: string, kind: string) => `${gateway}/modules/${name}/${kind}.ts`

test.each([
  ['graphql', 'commands', 'mentoring', true],
  ['graphql', 'store', 'mentoring', true],
  ['commands', 'store', 'mentoring', true],
  ['store', 'table', 'mentoring', true],
  ['table', 'table', 'people', true],
  ['store', 'graphql', 'mentoring', false],
  ['table', 'store', 'mentoring', false],
  ['commands', 'graphql', 'mentoring', false],
  ['policy', 'store', 'mentoring', false],
  ['table', 'table', 'reporting', false],
  ['store', 'store', 'reporting', false],
])('in a module, mentoring/%s imports %s of %s: %s', (from, to, other, allowed) => {
  const specifier = other === 'mentoring' ? `./${to}.ts` : `../${other}/${to}.ts`
  const breaches = breachesOf({
    [module('mentoring', from)]: `import '${specifier}'\n${one}`,
    [module(other, to)]: other === 'mentoring' && to === from ? `import '${specifier}'\n${one}` : one,
  })
  expect(breaches.map(({ rule }) => rule)).toEqual(allowed ? [] : ['door'])
})

test('arrows between modules never turn back, and reporting reads them all', () => {
  expect(
    breachesOf({
      [module('people', 'store')]: "import '../mentoring/table.ts'\n",
      [module('mentoring', 'table')]: one,
    }),
  ).toMatchObject([{ rule: 'door' }])
  expect(
    breachesOf({
      [module('reporting', 'store')]: "import '../mentoring/store.ts'\n",
      [module('mentoring', 'store')]: one,
    }),
  ).toEqual([])
})

test('the general rooms of the gateway know no module', () => {
  for (const room of ['graphql', 'db'])
    expect(
      breachesOf({
        [`${gateway}/${room}/page.ts`]: "import '../modules/people/table.ts'\n",
        [module('people', 'table')]: one,
      }),
    ).toMatchObject([{ rule: 'door' }])
})

test('a module that outgrew five files keeps the same rules in its folders', () => {
  const inner = `${gateway}/modules/mentoring/matching`
  expect(breachesOf({ [`${inner}/store.ts`]: "import './table.ts'\n", [`${inner}/table.ts`]: one })).toEqual([])
  expect(breachesOf({ [`${inner}/table.ts`]: "import './store.ts'\n", [`${inner}/store.ts`]: one })).toMatchObject([
    { rule: 'door' },
  ])
})

test('a file that no room claims is a breach', () => {
  expect(breachesOf({ [`${gateway}/stray.ts`]: one })).toMatchObject([{ rule: 'room', file: `${gateway}/stray.ts` }])
})

test('circles between files are found, those of types and of a file with itself included', () => {
  const circle = breachesOf({
    [`${ukpsf}/a.ts`]: "import type {} from './b.ts'\n",
    [`${ukpsf}/b.ts`]: "import './c.ts'\n",
    [`${ukpsf}/c.ts`]: "export {} from './a.ts'\n",
  })
  expect(circle).toMatchObject([{ rule: 'circle' }])
  expect(circle[0]?.message).toContain(`${ukpsf}/a.ts → ${ukpsf}/b.ts → ${ukpsf}/c.ts → ${ukpsf}/a.ts`)
  expect(breachesOf({ [`${ukpsf}/a.ts`]: "import './a.ts'\n" })).toMatchObject([{ rule: 'circle' }])
})

test('circles between folders are found where no file reaches itself', () => {
  const breaches = breachesOf({
    [`${ukpsf}/formats/a.ts`]: "import '../editions/b.ts'\n",
    [`${ukpsf}/editions/b.ts`]: '\n',
    [`${ukpsf}/editions/c.ts`]: "import '../formats/d.ts'\n",
    [`${ukpsf}/formats/d.ts`]: '\n',
  })
  expect(breaches).toMatchObject([{ rule: 'folder-circle' }])
})

test('files directly in a hall are rooms of their own, and the index makes no circle', () => {
  const breaches = breachesOf({
    [`${ukpsf}/index.ts`]: "export { one } from './formats/a.ts'\n",
    [`${ukpsf}/formats/a.ts`]: "import '../main.ts'\nexport { one } from '../main.ts'\n",
    [`${ukpsf}/case.ts`]: "import './formats/a.ts'\n",
  })
  expect(breaches).toEqual([])
})

test('a file over 300 lines is a breach, a table of facts is not', () => {
  expect(breachesOf({ [`${ukpsf}/long.ts`]: '\n'.repeat(300) })).toEqual([])
  expect(breachesOf({ [`${ukpsf}/long.ts`]: '\n'.repeat(301) })).toMatchObject([{ rule: 'lines', line: 301 }])
  expect(breachesOf({ [`${ukpsf}/editions/facts.ts`]: '\n'.repeat(400) })).toEqual([])
})

test.each(['utils', 'helpers', 'common', 'types', 'manager', 'service', 'claim.service', 'claim-utils'])(
  'a file may not be called %s',
  (name) => {
    expect(breachesOf({ [`${ukpsf}/${name}.ts`]: one })).toMatchObject([{ rule: 'name' }])
  },
)

test('a folder may not have an empty name either, and a name that only contains such a word may stand', () => {
  expect(breachesOf({ [`${ukpsf}/helpers/claim.ts`]: one })).toMatchObject([{ rule: 'name' }])
  expect(breachesOf({ [`${ukpsf}/event-types.ts`]: one, [`${ukpsf}/commons.ts`]: one })).toEqual([])
})

test.each([
  'export const a = 1',
  'export function a() {}',
  'export class A {}',
  'export interface A {}',
  'export type A = 1',
  'export default function a() {}',
  '/** */\nexport const a = 1',
  '// no doc comment\nexport const a = 1',
  '/** @internal */\nexport const a = 1',
  'const a = 1\nexport { a }',
])('an export without doc comment is a breach: %s', (code) => {
  expect(breachesOf({ [`${ukpsf}/claim.ts`]: `${code}\n` })).toMatchObject([{ rule: 'comment' }])
})

test('one comment covers the overloads of a function, and a list of exports takes the comment where the name is made', () => {
  const overloads =
    '/** A. */\nexport function a(x: 1): 1\nexport function a(x: 2): 2\nexport function a(x: number): number {\n  return x\n}\n'
  expect(breachesOf({ [`${ukpsf}/claim.ts`]: overloads })).toEqual([])
  expect(breachesOf({ [`${ukpsf}/claim.ts`]: '/** A. */\nconst a = 1\nexport { a as b }\n' })).toEqual([])
})

test.each([
  'Date.now()',
  'Math.random()',
  'new Date()',
  'new Date',
  'Date()',
  'process.env.X',
  'console.log(1)',
  'crypto.randomUUID()',
  'performance.now()',
  "fetch('x')",
  "'a'.localeCompare('b')",
  '(1).toLocaleString()',
  'new Intl.NumberFormat()',
])('a package takes nothing from the air: %s', (code) => {
  expect(breachesOf({ [`${ukpsf}/claim.ts`]: `/** A. */\nexport const a = () => ${code}\n` })).toMatchObject([
    { rule: 'air' },
  ])
})

test('what looks like the air but is given is no breach, and the gateway may breathe', () => {
  const given =
    "/** A. */\nexport const a = (process: { env: string }) => [process.env, new Date(0), 'a'.localeCompare('b', 'en')]\n"
  expect(breachesOf({ [`${ukpsf}/claim.ts`]: given })).toEqual([])
  expect(breachesOf({ [`${gateway}/config.ts`]: '/** A. */\nexport const a = Date.now()\n' })).toEqual([])
})
