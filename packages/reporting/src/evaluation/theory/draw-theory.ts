import { escapeHtml } from '../../formats/escape.ts'
import { describeTheory } from './describe-theory.ts'
import { kindTitles, nodeKinds, type Strength, type TheoryNode, type TheoryOfChange } from './theory-of-change.ts'

const box = { width: 184, lineHeight: 18, padding: 10, gap: 20 }
const column = { width: 264, left: 24, top: 56 }
/** How many letters a line of a box holds. */
const lineLetters = 24

/** How a link is drawn: the better the evidence, the heavier; dashed where there is none, so that colour is not needed. */
const strokes: Readonly<Record<Strength, string>> = {
  none: 'stroke-width="1.5" stroke-dasharray="3 5"',
  weak: 'stroke-width="1.5" stroke-dasharray="8 4"',
  moderate: 'stroke-width="2"',
  strong: 'stroke-width="4"',
}

interface Placed {
  readonly node: TheoryNode
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly height: number
}

/**
 * A theory of change as SVG text: a column for each kind of node, an arrow for each link, heavier where its evidence is stronger and dashed where
 * there is little. It is one image with a title and a description that say all of it in words, and has no colour that carries meaning.
 *
 * `id` begins every id in it: give each drawing of a page its own.
 *
 * @example
 * ```ts
 * import { drawTheory } from '@mentoring-commons/reporting/evaluation'
 *
 * const node = { id: 'pairs', title: 'Pairs meet', kind: 'activity', indicatorIds: [] } as const
 * const svg = drawTheory({ id: 't1', title: 'Why it should help', nodes: [node], links: [] }, 'theory')
 * svg.includes('<title id="theory-title">Why it should help</title>') //=> true
 * ```
 */
export function drawTheory(theory: TheoryOfChange, id: string): string {
  const kinds = nodeKinds.filter((kind) => theory.nodes.some((node) => node.kind === kind))
  const placed = kinds.flatMap((kind, place) => stack(theory.nodes, kind, column.left + place * column.width))
  const width = column.left * 2 + Math.max(1, kinds.length) * column.width - (column.width - box.width)
  const height = Math.max(column.top, ...placed.map(({ y, height: tall }) => y + tall)) + 24
  const at = (nodeId: string) => placed.find(({ node }) => node.id === nodeId)
  const links = theory.links.flatMap(({ from, to, strength }) => {
    const [start, end] = [at(from), at(to)]
    return start === undefined || end === undefined ? [] : [arrow(start, end, strokes[strength])]
  })
  const heads = kinds.map(
    (kind, place) =>
      `<text x="${column.left + place * column.width}" y="32" font-size="15" font-weight="bold">${kindTitles[kind]}</text>`,
  )
  const says = describeTheory(theory).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${escapeHtml(id)}-title ${escapeHtml(id)}-desc" font-family="sans-serif" fill="#1a1a1a">`,
    `<title id="${escapeHtml(id)}-title">${escapeHtml(theory.title)}</title>`,
    `<desc id="${escapeHtml(id)}-desc">${escapeHtml(says)}</desc>`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...heads,
    ...links,
    ...placed.map(drawn),
    '</svg>',
  ].join('')
}

function stack(nodes: readonly TheoryNode[], kind: TheoryNode['kind'], x: number): readonly Placed[] {
  let y = column.top
  return nodes
    .filter((node) => node.kind === kind)
    .map((node) => {
      const lines = wrapped(node.title)
      const height = lines.length * box.lineHeight + 2 * box.padding
      const here = { node, lines, x, y, height }
      y += height + box.gap
      return here
    })
}

function drawn({ lines, x, y, height }: Placed): string {
  const words = lines.map((line, index) => {
    const base = y + box.padding + box.lineHeight * index + 13
    return `<text x="${x + box.padding}" y="${base}" font-size="14">${escapeHtml(line)}</text>`
  })
  return `<rect x="${x}" y="${y}" width="${box.width}" height="${height}" rx="4" fill="#ffffff" stroke="#1a1a1a"/>${words.join('')}`
}

/** A line from side to side with a head; between nodes of one column, and backwards, it bends out to the right. */
function arrow(start: Placed, end: Placed, stroke: string): string {
  const [fromY, toY] = [start.y + start.height / 2, end.y + end.height / 2]
  const fromX = start.x + box.width
  if (end.x > start.x) {
    const middle = (fromX + end.x) / 2
    return line(`M ${fromX} ${fromY} C ${middle} ${fromY} ${middle} ${toY} ${end.x - 9} ${toY}`, stroke, end.x, toY, 1)
  }
  const toX = end.x + box.width
  const out = Math.max(fromX, toX) + 44
  return line(`M ${fromX} ${fromY} C ${out} ${fromY} ${out} ${toY} ${toX + 9} ${toY}`, stroke, toX, toY, -1)
}

function line(path: string, stroke: string, x: number, y: number, way: 1 | -1): string {
  const head = `<polygon points="${x},${y} ${x - 10 * way},${y - 5} ${x - 10 * way},${y + 5}" fill="#1a1a1a"/>`
  return `<path d="${path}" fill="none" stroke="#1a1a1a" ${stroke}/>${head}`
}

/** Words in lines of a box; a word that is longer than a line is cut over several. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap(pieces)) {
    const last = lines[lines.length - 1]
    if (last !== undefined && `${last} ${word}`.length <= lineLetters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function pieces(word: string): readonly string[] {
  const letters = [...word]
  const cut: string[] = []
  for (let from = 0; from < letters.length; from += lineLetters)
    cut.push(letters.slice(from, from + lineLetters).join(''))
  return cut
}
