import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { importsOf } from '../boundaries/imports.ts'
import { root, runTool } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { exportedNames, install, linkPeers, placeOf, shippedFiles } from './consumer.ts'
import { checkBrowserExample, checkNodeExamples } from './shown-examples.ts'
import { packAll, type Tarball } from './tarball.ts'

// node16: what Node and bundlers resolve today. The old `node10` resolution knows no `exports` and so no subpaths;
// TypeScript 6 deprecates it, and the packages need Node 22.
const attwProfile = 'node16'

async function checkTarball(tally: Tally, tarball: Tarball): Promise<void> {
  tally.say(`publint ${tarball.name}`)
  const publint = await runTool('publint', ['run', '--strict', tarball.file])
  tally.check(publint.code === 0, `publint --strict ${tarball.name}`, publint.output)
  tally.say(`attw ${tarball.name}`)
  const attw = await runTool('attw', ['--no-color', '--profile', attwProfile, tarball.file])
  tally.check(attw.code === 0, `attw ${tarball.name}`, attw.output)
}

function checkContents(tally: Tally, folder: string, tarball: Tarball): void {
  const place = placeOf(folder, tarball)
  const files = globSync('**/*', { cwd: place, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const foreign = files.filter((file) => !/^(?:dist\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(file))
  tally.check(foreign.length === 0, `${tarball.name} ships dist alone`, foreign.join(', '))
  for (const file of ['LICENSE', 'README.md'])
    tally.check(files.includes(file), `${tarball.name} ships its ${file}`, `${file} is not in the tarball`)
  const manifest = readFileSync(path.join(place, 'package.json'), 'utf8')
  const inner = /@mentoring-commons\/source|workspace:/.exec(manifest)?.[0]
  tally.check(inner === undefined, `${tarball.name} has a manifest for the world`, `it still says ${inner}`)
}

function checkImports(tally: Tally, folder: string, tarball: Tarball): void {
  const manifest = JSON.parse(readFileSync(path.join(placeOf(folder, tarball), 'package.json'), 'utf8'))
  const allowed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  const files = shippedFiles(folder, tarball)
  const foreign = files.flatMap((file) => {
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    return importsOf(tree)
      .map(({ specifier = 'a module only known at run time' }) => specifier)
      .filter(
        (name) =>
          !name.startsWith('.') &&
          (isBuiltin(name) || !allowed.some((each) => name === each || name.startsWith(`${each}/`))),
      )
      .map((name) => `${path.basename(file)} imports ${name}`)
  })
  tally.check(
    files.length > 0 && foreign.length === 0,
    `${tarball.name} stands alone`,
    foreign.join('\n') || 'no file was shipped',
  )
}

async function checkNames(tally: Tally, folder: string, entry: string): Promise<void> {
  tally.say(`import ${entry}`)
  for (const mode of ['imported', 'required'] as const) {
    try {
      const names = await exportedNames(folder, entry, mode)
      const reference = mode === 'imported' ? names : await exportedNames(folder, entry, 'imported')
      const same = JSON.stringify(names) === JSON.stringify(reference)
      const detail = `it gives ${names.join(', ') || 'nothing'}, where an import gives ${reference.join(', ')}`
      tally.check(same && names.length > 0, `${entry} ${mode}`, detail)
    } catch (error) {
      tally.fail(`${entry} ${mode}`, error instanceof Error ? error.message : String(error))
    }
  }
}

async function checkTypes(
  tally: Tally,
  folder: string,
  entries: readonly string[],
  skipLibCheck: boolean,
): Promise<void> {
  const uses = entries
    .map((entry, index) => `import * as m${index} from '${entry}'\nexport const n${index}: object = m${index}\n`)
    .join('')
  for (const file of ['consumer.ts', 'consumer.cts']) writeFileSync(path.join(folder, file), uses)
  for (const [resolution, module, file] of [
    ['bundler', 'preserve', 'consumer.ts'],
    ['nodenext', 'nodenext', 'consumer.ts'],
    ['nodenext', 'nodenext', 'consumer.cts'],
  ] as const) {
    tally.say(`types under ${resolution}`)
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck,
      module,
      moduleResolution: resolution,
    }
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
    const { code, output } = await runTool('tsc', ['-p', folder])
    tally.check(code === 0, `types of ${entries.length} entries for ${file} under ${resolution}`, output)
  }
}

/** Packs every package, installs the tarballs into an empty folder and uses them as an importer would. */
export async function checkPacked(tally: Tally): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'packed-'))
  try {
    tally.say('packing')
    const tarballs = await packAll(root, folder)
    for (const tarball of tarballs) await checkTarball(tally, tarball)
    const consumer = path.join(folder, 'consumer')
    await install(tarballs, consumer)
    for (const tarball of tarballs) {
      checkContents(tally, consumer, tarball)
      checkImports(tally, consumer, tarball)
      await checkNames(tally, consumer, tarball.name)
    }
    // Main entries need no peer, not even for their types; only then are the optional peers put beside them.
    await checkTypes(
      tally,
      consumer,
      tarballs.map(({ name }) => name),
      false,
    )
    await checkNodeExamples(tally, consumer)
    await checkBrowserExample(tally, consumer)
    const subpaths = tarballs.flatMap(({ name, entries }) => entries.filter((entry) => entry !== name))
    for (const tarball of tarballs) linkPeers(consumer, tarball)
    for (const entry of subpaths) await checkNames(tally, consumer, entry)
    if (subpaths.length > 0) await checkTypes(tally, consumer, subpaths, true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
