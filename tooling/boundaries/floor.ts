import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { type Import, importsOf } from './imports.ts'
import type { Plan, Room } from './room.ts'

/** A file of code on the floor, parsed. */
export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

const code = /\.(?:[mc]?ts|tsx|[mc]?js)$/
const passed = new Set(['node_modules', 'dist', 'coverage'])

/** Whether a path lies where a pattern says; `*` is one part of a path or of a name, `**` any number of parts. */
export function matches(pattern: string, file: string): boolean {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (star) => (star === '**' ? '.*' : '[^/]*'))
  return new RegExp(`^${source}$`).test(file)
}

/** The room a file belongs to: the first on the plan whose files it is among. */
export function roomOf(plan: Plan, file: string): Room | undefined {
  return plan.rooms.find((room) => room.files.some((pattern) => matches(pattern, file)))
}

/** Reads and parses every code file of the packages, the apps and the tooling. */
export function readFloor(root: string): readonly SourceFile[] {
  const paths: string[] = []
  const visit = (folder: string): void => {
    if (!existsSync(path.join(root, folder))) return
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory() && !passed.has(entry.name) && !entry.name.startsWith('.')) visit(file)
      else if (entry.isFile() && code.test(entry.name)) paths.push(file)
    }
  }
  const children = (folder: string) => (existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)) : [])
  for (const group of ['packages', 'apps'])
    for (const name of children(group))
      for (const part of ['src', 'test', 'graphiql', 'self-assessment']) visit(`${group}/${name}/${part}`)
  visit('tooling')
  return paths.sort().map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    return { path: file, tree, imports: importsOf(tree) }
  })
}
