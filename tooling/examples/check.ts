import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { run } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { functionsOf } from './documented.ts'
import { type Fence, fencesIn, fencesInComments } from './fence.ts'
import { type Program, programOf } from './program.ts'
import { checkTypes, openWorkshop, type Workshop } from './workshop.ts'

const place = ({ file, line }: Fence) => `${file}:${line}`

/** Every fence of the READMEs, the docs and the packages' doc comments. */
export function findFences(root: string): readonly Fence[] {
  const skip = (name: string) => name.includes('node_modules') || name.includes('dist')
  const find = (...patterns: string[]) =>
    globSync(patterns, { cwd: root, exclude: skip })
      .map((file) => file.replaceAll('\\', '/'))
      .sort()
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
  return [
    ...find('*.md', 'packages/*/README.md', 'apps/*/README.md', 'examples/**/*.md', 'docs/**/*.md').flatMap((file) =>
      fencesIn(text(file), file),
    ),
    ...find('packages/*/src/**/*.ts').flatMap((file) => fencesInComments(text(file), file)),
  ]
}

function checkPresence(tally: Tally, root: string, fences: readonly Fence[]): void {
  for (const manifest of globSync('packages/*/package.json', { cwd: root }).sort()) {
    const folder = path.dirname(manifest)
    tally.say(folder)
    const readme = `${folder}/README.md`
    tally.check(
      fences.some((fence) => fence.file === readme && fence.language === 'ts'),
      readme,
      'it has no ```ts fence: show how to embed the package, in an example that runs',
    )
    for (const { name, file, line, example } of functionsOf(root, path.join(root, folder)))
      tally.check(example, `${file}:${line} ${name}`, 'an exported function needs an @example with a ```ts fence')
  }
}

function write(tally: Tally, fences: readonly Fence[]): readonly Program[] {
  return fences.flatMap((fence) => {
    try {
      return [programOf(fence)]
    } catch (error) {
      tally.fail(place(fence), error instanceof Error ? error.message : String(error))
      return []
    }
  })
}

async function checkRuns(tally: Tally, { folder, programs }: Workshop): Promise<void> {
  tally.say('types')
  const types = checkTypes({ folder, programs })
  for (const [file, message] of types) {
    const program = programs.get(file)
    const moved = message.replaceAll(
      /^line (\d+)/gm,
      (_, line) => `line ${Number(line) + (program?.fence.line ?? 1) - 1}`,
    )
    tally.fail(program ? `${place(program.fence)} types` : 'types around the examples', moved)
  }
  tally.say('running')
  const files = [...programs.keys()].map((file) => path.join(folder, file))
  const runner = path.join(import.meta.dirname, 'runner.ts')
  const { stdout, output } = await run(process.execPath, ['--conditions=@mentoring-commons/source', runner, ...files], {
    cwd: folder,
    timeoutMs: 180_000,
  })
  const results = new Map(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): [string, { ok: boolean; error?: string }] => {
        const result = JSON.parse(line)
        return [path.basename(result.file), result]
      }),
  )
  for (const [file, { fence }] of programs) {
    const result = results.get(file)
    tally.check(
      result?.ok === true,
      place(fence),
      result ? (result.error ?? '') : `it did not run to its end\n${output.slice(-2000)}`,
    )
  }
}

/** As much of the graphql package as checking a query takes. */
interface Graphql {
  readonly buildSchema: (text: string) => object
  readonly parse: (text: string) => object
  readonly validate: (schema: object, document: object) => readonly Error[]
}

function checkGraphql(tally: Tally, root: string, fences: readonly Fence[]): void {
  const schemaFile = path.join(root, 'apps/gateway/schema.graphql')
  const queries = fences.filter((fence) => fence.language === 'graphql')
  if (queries.length === 0) return
  if (!existsSync(schemaFile)) {
    tally.fail('graphql fences', 'apps/gateway/schema.graphql does not exist to hold them against')
    return
  }
  const require = createRequire(path.join(root, 'apps/gateway/package.json'))
  const graphql: Graphql = require('graphql')
  const schema = graphql.buildSchema(readFileSync(schemaFile, 'utf8'))
  for (const fence of queries) {
    try {
      const errors = graphql.validate(schema, graphql.parse(fence.code))
      tally.check(errors.length === 0, place(fence), errors.map((error) => error.message).join('\n'))
    } catch (error) {
      tally.fail(place(fence), error instanceof Error ? error.message : String(error))
    }
  }
}

/** Runs and type-checks every example, and finds functions and packages that have none. */
export async function checkExamples(tally: Tally, root: string): Promise<void> {
  const fences = findFences(root)
  checkPresence(tally, root, fences)
  const programs = write(
    tally,
    fences.filter((fence) => fence.language === 'ts'),
  )
  if (programs.length > 0) {
    const workshop = openWorkshop(root, programs)
    await checkRuns(tally, workshop).finally(() => rmSync(workshop.folder, { recursive: true }))
  }
  checkGraphql(tally, root, fences)
}
