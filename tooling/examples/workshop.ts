import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import { importsOf } from '../boundaries/imports.ts'
import type { Program } from './program.ts'

/** Where example modules lie and run, and what each of them was made from. */
export interface Workshop {
  readonly folder: string
  readonly programs: ReadonlyMap<string, Program>
}

/** Links a package below the workshop's node_modules to where one of the workspace's folders has it. */
function link(root: string, folder: string, name: string): void {
  const place = path.join(folder, 'node_modules', name)
  if (existsSync(place)) return
  const own = name.startsWith('@mentoring-commons/') ? [path.join(root, 'packages', name.split('/')[1] ?? '')] : []
  const homes = ['.', ...readdirSync(path.join(root, 'packages')).map((each) => `packages/${each}`), 'apps/gateway']
  const found = [...own, ...homes.map((home) => path.join(root, home, 'node_modules', name))].find((each) =>
    existsSync(each),
  )
  if (found === undefined) return
  mkdirSync(path.dirname(place), { recursive: true })
  symlinkSync(found, place, 'junction')
}

/**
 * Lays out every program as a file of its own in a new folder below `root`, beside links to what they import, so
 * that both the type checker and Node find the packages as an importer would, and their source through the workspace's
 * condition.
 */
export function openWorkshop(root: string, programs: readonly Program[]): Workshop {
  mkdirSync(path.join(root, '.results'), { recursive: true })
  const folder = mkdtempSync(path.join(root, '.results/examples-'))
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  copyFileSync(path.join(import.meta.dirname, 'same.ts'), path.join(folder, 'same.ts'))
  const tsconfig = {
    extends: path.join(root, 'tooling/typescript/base.json'),
    compilerOptions: { lib: ['es2024', 'dom'], types: ['node'], typeRoots: [path.join(root, 'node_modules/@types')] },
    include: ['*.ts'],
  }
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  const files = new Map<string, Program>()
  programs.forEach((program, index) => {
    const name = `${String(index).padStart(4, '0')}.ts`
    writeFileSync(path.join(folder, name), program.code)
    files.set(name, program)
    const tree = ts.createSourceFile(name, program.code, ts.ScriptTarget.Latest, true)
    for (const { specifier } of importsOf(tree)) {
      if (specifier === undefined || specifier.startsWith('.') || isBuiltin(specifier)) continue
      link(
        root,
        folder,
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      )
    }
  })
  return { folder, programs: files }
}

/** What the type checker says about each program, by file; an example without an entry is well typed. */
export function checkTypes({ folder }: Workshop): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(folder, 'tsconfig.json'), 'utf8')
  const { options, fileNames } = ts.parseJsonConfigFileContent(JSON.parse(text), ts.sys, folder)
  const program = ts.createProgram(fileNames, options)
  const found = new Map<string, string>()
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const file = diagnostic.file ? path.basename(diagnostic.file.fileName) : ''
    const at = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0
    const message = `line ${at + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`
    const inside = diagnostic.file && path.dirname(diagnostic.file.fileName) === folder.replaceAll('\\', '/')
    const key = inside ? file : ''
    found.set(
      key,
      [...(found.get(key)?.split('\n') ?? []), inside ? message : `${diagnostic.file?.fileName}: ${message}`].join(
        '\n',
      ),
    )
  }
  return found
}
