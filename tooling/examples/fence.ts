import ts from 'typescript'

/** A fenced block, with the place it was found at. */
export interface Fence {
  /** The file from the root. */
  readonly file: string
  /** The line of the file on which the first line of the code stands. */
  readonly line: number
  readonly language: string
  readonly code: string
}

/** The fenced blocks of a text whose first line is line `first` of `file`. */
export function fencesIn(text: string, file: string, first = 1): readonly Fence[] {
  const fences: Fence[] = []
  let open:
    | { readonly mark: string; readonly language: string; readonly line: number; readonly code: string[] }
    | undefined
  text.split('\n').forEach((line, index) => {
    const [, mark = '', language = ''] = line.match(/^\s*(`{3,}|~{3,})\s*([\w-]*)/) ?? []
    if (open === undefined) {
      if (mark) open = { mark, language, line: first + index + 1, code: [] }
    } else if (mark.startsWith(open.mark) && language === '') {
      fences.push({ file, line: open.line, language: open.language, code: open.code.join('\n') })
      open = undefined
    } else open.code.push(line)
  })
  if (open) throw new Error(`${file}:${open.line - 1} opens a fence that is never closed`)
  return fences
}

/** The fenced blocks below `@example` in the doc comments of a source file. */
export function fencesInComments(source: string, file: string): readonly Fence[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const fences: Fence[] = []
  const seen = new Set<number>()
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== 'example' || seen.has(tag.pos)) continue
      seen.add(tag.pos)
      const text = source.slice(tag.pos, tag.end).replaceAll(/^[ \t]*\* ?/gm, '')
      fences.push(...fencesIn(text, file, tree.getLineAndCharacterOfPosition(tag.pos).line + 1))
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return fences
}
