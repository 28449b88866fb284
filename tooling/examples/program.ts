import ts from 'typescript'
import type { Fence } from './fence.ts'

/** An example made into a module whose lines are those of the fence. */
export interface Program {
  readonly fence: Fence
  readonly code: string
  /** How many `//=>` it holds. */
  readonly comparisons: number
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const arrow = /\/\/\s*=>(.*)$/

/** Whether a text is one whole expression. */
function isExpression(text: string): boolean {
  const output = ts.transpileModule(`(${text}\n)`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.Latest },
  })
  return text.trim() !== '' && output.diagnostics?.length === 0
}

/** The offsets of the line comments `//=> literal`, found by the scanner and so never inside a text. */
function comparisonsIn(
  code: string,
): readonly { readonly at: number; readonly end: number; readonly literal: string }[] {
  const found: { at: number; end: number; literal: string }[] = []
  const tree = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const seen = new Set<number>()
  const look = (ranges: readonly ts.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? []) {
      const literal = code.slice(pos, end).match(arrow)?.[1]
      if (literal === undefined || seen.has(pos)) continue
      seen.add(pos)
      found.push({ at: pos, end, literal: literal.trim() })
    }
  }
  const visit = (node: ts.Node): void => {
    look(ts.getLeadingCommentRanges(code, node.getFullStart()))
    look(ts.getTrailingCommentRanges(code, node.end))
    node.getChildren(tree).forEach(visit)
  }
  visit(tree)
  return found.sort((a, b) => a.at - b.at)
}

/** Where a statement ends without its semicolon, which may stand at the head of the next line. */
function endOf(statement: ts.Statement): number {
  if (ts.isExpressionStatement(statement)) return statement.expression.end
  return ts.isVariableStatement(statement) ? statement.declarationList.end : statement.end
}

/**
 * Turns a fence into a module. Each `//=> literal` compares the value of the statement before it: an expression, or
 * the one name a declaration makes. A comparison that cannot be made throws an Error that says so.
 */
export function programOf(fence: Fence): Program {
  const { code, file, line } = fence
  const tree = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const edits: Edit[] = []
  const comparisons = comparisonsIn(code)
  let last: ts.Statement | undefined
  for (const { at, literal } of comparisons) {
    const place = `${file}:${line + tree.getLineAndCharacterOfPosition(at).line}`
    const statement = tree.statements.findLast((each) => endOf(each) <= at)
    if (!statement || statement === last || !isExpression(literal))
      throw new Error(
        `${place}: "//=> ${literal}" must follow a statement of its own and hold one whole literal on its line`,
      )
    last = statement
    const check = (value: string) => `same(${value}, (${literal}), ${JSON.stringify(place)})`
    if (ts.isExpressionStatement(statement)) {
      const { expression } = statement
      edits.push({
        from: statement.getStart(tree),
        to: endOf(statement),
        text: `;${check(`(${expression.getText(tree)})`)}`,
      })
    } else if (ts.isVariableStatement(statement) && statement.declarationList.declarations.length === 1) {
      const name = statement.declarationList.declarations[0]?.name
      if (!name || !ts.isIdentifier(name)) throw new Error(`${place}: "//=>" after a declaration needs one plain name`)
      edits.push({ from: endOf(statement), to: endOf(statement), text: `;${check(name.text)}` })
    } else throw new Error(`${place}: "//=>" must follow an expression or a declaration`)
  }
  let out = code
  for (const { from, to, text } of edits.toReversed()) out = out.slice(0, from) + text + out.slice(to)
  return { fence, code: `import { same } from './same.ts'; ${out}\nexport {}\n`, comparisons: comparisons.length }
}
