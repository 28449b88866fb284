import ts from 'typescript'

/** One place where a file names another module. */
export interface Import {
  /** What stands between the quotes, or nothing when the module is only known at run time. */
  readonly specifier: string | undefined
  readonly line: number
  readonly kind: 'import' | 'type import' | 're-export' | 'dynamic import' | 'require'
}

const requires = ['require', 'require.resolve', 'module.require', 'import.meta.resolve']

function namesModule(node: ts.Node): Omit<Import, 'line'> | undefined {
  const text = (expression: ts.Node | undefined) =>
    expression && ts.isStringLiteralLike(expression) ? expression.text : undefined
  if (ts.isImportDeclaration(node))
    return {
      specifier: text(node.moduleSpecifier),
      kind: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type import' : 'import',
    }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { specifier: text(node.moduleSpecifier), kind: 're-export' }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
    return { specifier: text(node.moduleReference.expression), kind: 'require' }
  if (ts.isImportTypeNode(node))
    return {
      specifier: ts.isLiteralTypeNode(node.argument) ? text(node.argument.literal) : undefined,
      kind: 'type import',
    }
  if (ts.isCallExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword)
      return { specifier: text(node.arguments[0]), kind: 'dynamic import' }
    if (requires.includes(node.expression.getText())) return { specifier: text(node.arguments[0]), kind: 'require' }
  }
  return undefined
}

/** Every import of a file, in order of appearance: static, type-only, re-exported, dynamic and by `require`. */
export function importsOf(file: ts.SourceFile): readonly Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const named = namesModule(node)
    if (named) found.push({ ...named, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
