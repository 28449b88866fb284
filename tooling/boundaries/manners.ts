import path from 'node:path'
import ts from 'typescript'
import type { Breach } from './breach.ts'
import { matches, roomOf, type SourceFile } from './floor.ts'
import type { Plan } from './room.ts'

const linesMax = 300
const emptyNames = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'misc',
  'type',
  'types',
  'manager',
  'service',
  'services',
]
const emptyName = new RegExp(`(?:^|[._])(?:${emptyNames.join('|')})$|-(?:utils?|helpers?|manager|services?)$`, 'i')

const lineOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1

function checkName({ path: file }: SourceFile): readonly Breach[] {
  const parts = file.split('/')
  const bad = parts.map((part) => part.replace(/(?:\.test)?\.[mc]?[tj]sx?$/, '')).find((part) => emptyName.test(part))
  if (bad === undefined) return []
  const message = `"${bad}" says nothing about what is inside: name the file after the one thing in it`
  return [{ rule: 'name', file, line: 1, message }]
}

function checkLines({ path: file, tree }: SourceFile): readonly Breach[] {
  const lines = tree.text.replace(/\n$/, '').split('\n').length
  if (lines <= linesMax) return []
  return [
    {
      rule: 'lines',
      file,
      line: linesMax + 1,
      message: `${lines} lines, at most ${linesMax}: split it by noun or verb`,
    },
  ]
}

/** The names and nodes a statement exports, when it declares something here. */
function declared(statement: ts.Statement, tree: ts.SourceFile): readonly (readonly [name: string, node: ts.Node])[] {
  if (
    ts.isExportDeclaration(statement) &&
    !statement.moduleSpecifier &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  ) {
    return statement.exportClause.elements.flatMap((element) => {
      const local = (element.propertyName ?? element.name).text
      const home = tree.statements.find((each) => namesOf(each).includes(local))
      return home ? [[local, home] as const] : []
    })
  }
  if (ts.isExportAssignment(statement)) return []
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword)
  return exported ? [[namesOf(statement).join(', ') || 'default', statement]] : []
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((each) => each.name.getText())
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name ? [statement.name.text] : []
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isEnumDeclaration(statement))
    return [statement.name.text]
  return []
}

const hasComment = (node: ts.Node): boolean =>
  ts.getJSDocCommentsAndTags(node).some((each) => ts.isJSDoc(each) && Boolean(each.comment)) || isSchemaType(node)

/** A type of the schema, `builder.somethingType(…)`, says what it is in its `description`, where callers read it. */
function isSchemaType(node: ts.Node): boolean {
  if (!ts.isVariableStatement(node)) return false
  return node.declarationList.declarations.every(({ initializer }) => {
    if (initializer === undefined || !ts.isCallExpression(initializer)) return false
    const text = initializer.getText()
    return text.startsWith('builder.') && /\bdescription: ['`]/.test(text)
  })
}

function checkComments({ path: file, tree }: SourceFile): readonly Breach[] {
  const all = tree.statements.flatMap((statement) => declared(statement, tree))
  const told = new Set(all.filter(([, node]) => hasComment(node)).map(([name]) => name))
  return all
    .filter(([name]) => !told.has(name))
    .map(([name, node]) => ({
      rule: 'comment',
      file,
      line: lineOf(tree, node),
      message: `${name} has no doc comment: say in one sentence what it gives`,
    }))
}

const air = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'])
const surroundings = new Set([
  'process',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'window',
  'document',
  'navigator',
  'localStorage',
  'Buffer',
  '__dirname',
])

function fromTheAir(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()'
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()'
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const method = node.expression.name.text
    if (method === 'localeCompare' && node.arguments.length < 2) return 'localeCompare without a locale'
    if (/^toLocale\w*String$/.test(method) && node.arguments.length === 0) return `${method} without a locale`
  }
  if (ts.isNewExpression(node) && node.expression.getText().startsWith('Intl.') && !node.arguments?.length)
    return `${node.expression.getText()} without a locale`
  if (ts.isPropertyAccessExpression(node) && air.has(node.getText())) return node.getText()
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && surroundings.has(node.expression.text))
    return node.expression.text
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && surroundings.has(node.expression.text))
    return node.expression.text
  return undefined
}

/** Names declared anywhere in a file; a parameter called `document` is not the browser's. */
function declaredNames(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isBindingElement(node) ||
        ts.isImportSpecifier(node)) &&
      ts.isIdentifier(node.name)
    )
      names.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return names
}

function checkAir({ path: file, tree }: SourceFile): readonly Breach[] {
  const breaches: Breach[] = []
  const own = declaredNames(tree)
  const visit = (node: ts.Node): void => {
    const what = fromTheAir(node)
    if (what && !own.has(what)) {
      const message = `${what} gives another answer at another time or place: take it as an argument`
      breaches.push({ rule: 'air', file, line: lineOf(tree, node), message })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return breaches
}

/** Names, lengths, doc comments and purity of every shipped file. */
export function checkManners(plan: Plan, files: readonly SourceFile[]): readonly Breach[] {
  const within = (patterns: readonly string[], file: SourceFile) =>
    patterns.some((pattern) => matches(pattern, file.path))
  return files
    .filter((file) => within(plan.shipped, file))
    .flatMap((file) => [
      ...checkName({ ...file, path: path.posix.normalize(file.path) }),
      ...(within(plan.data, file) ? [] : checkLines(file)),
      ...checkComments(file),
      ...(roomOf(plan, file.path)?.pure ? checkAir(file) : []),
    ])
}
