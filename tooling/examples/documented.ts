import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** An exported function of a package, and whether its doc comment holds an example that is run. */
export interface Documented {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly example: boolean
}

/** The source files that a package's `exports` name, in the order of its package.json. */
export function entriesOf(folder: string): readonly string[] {
  const manifest: { exports?: Record<string, string | Record<string, unknown>> } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  const sources = Object.values(manifest.exports ?? {}).map((each) =>
    typeof each === 'string' ? undefined : each['@mentoring-commons/source'],
  )
  return sources.filter((each) => typeof each === 'string').map((each) => path.join(folder, each))
}

/** Every function a package exports through one of its entries, functions held in constants included. */
export function functionsOf(root: string, folder: string): readonly Documented[] {
  const entries = entriesOf(folder).filter((entry) => existsSync(entry))
  const base = JSON.parse(readFileSync(path.join(root, 'tooling/typescript/base.json'), 'utf8'))
  const { options } = ts.parseJsonConfigFileContent({ ...base, files: [] }, ts.sys, folder)
  const program = ts.createProgram(entries, options)
  const checker = program.getTypeChecker()
  const found = new Map<string, Documented>()
  for (const entry of entries) {
    const source = program.getSourceFile(entry)
    const module = source && checker.getSymbolAtLocation(source)
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      const declaration = symbol.valueDeclaration
      if (!declaration || !(ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration))) continue
      if (checker.getTypeOfSymbol(symbol).getCallSignatures().length === 0) continue
      const file = declaration.getSourceFile()
      const example = (symbol.declarations ?? []).some((each) =>
        ts.getJSDocTags(each).some((tag) => tag.tagName.text === 'example' && /```ts\b/.test(tag.getText(file))),
      )
      const line = file.getLineAndCharacterOfPosition(declaration.getStart(file)).line + 1
      const place = path.relative(root, file.fileName).replaceAll('\\', '/')
      found.set(`${place}:${line}`, { name: symbol.name, file: place, line, example })
    }
  }
  return [...found.values()]
}
