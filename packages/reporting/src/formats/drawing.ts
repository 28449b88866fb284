import { escapeHtml } from './escape.ts'

/** The inside of an SVG text, with its size. */
export interface Drawing {
  readonly width: string
  readonly height: string
  readonly viewBox: string
  readonly body: string
}

/** The elements that a drawing of shapes and words is made of. */
const elements = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'line',
  'circle',
  'ellipse',
  'polygon',
  'polyline',
  'text',
  'tspan',
  'title',
  'desc',
  'defs',
  'clippath',
  'lineargradient',
  'radialgradient',
  'stop',
])

const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y

/**
 * An SVG text written anew from what it is made of: shapes and words only, ids made its own, the accessibility marks of its parts taken off
 * because the whole is one image. Throws a TypeError at anything else, so that a drawing can neither run nor load.
 */
export function drawingOf(svg: string, id: string): Drawing {
  const head = new Map<string, string>()
  const parts: string[] = []
  let depth = 0
  token.lastIndex = 0
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex
    const found = token.exec(svg)
    if (found === null) throw unfit(svg.slice(at, at + 60))
    const [whole, slash, name = '', attributes = '', closed, text] = found
    if (text !== undefined) {
      if (depth > 0) parts.push(clean(text))
      continue
    }
    if (!elements.has(name.toLowerCase()) || (depth === 0 && (at > 0 || name !== 'svg'))) throw unfit(whole)
    const isOutermost = depth === (slash === '/' ? 1 : 0)
    if (slash === '/') depth -= 1
    else if (closed !== '/') depth += 1
    if (isOutermost) for (const [, key = '', value = ''] of pairs(attributes)) head.set(key, value)
    else parts.push(slash === '/' ? `</${name}>` : `<${name}${kept(attributes, id)}${closed === '/' ? '/' : ''}>`)
  }
  if (head.size === 0 || depth !== 0) throw unfit(svg.slice(0, 60))
  const [width, height] = [head.get('width') ?? '600', head.get('height') ?? '400']
  return { width, height, viewBox: head.get('viewBox') ?? `0 0 ${width} ${height}`, body: parts.join('') }
}

function pairs(attributes: string): readonly RegExpMatchArray[] {
  return [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)]
}

function kept(attributes: string, id: string): string {
  return pairs(attributes)
    .filter(([, key = '']) => key !== 'role' && !key.startsWith('aria-') && !key.startsWith('xmlns'))
    .map(([whole, key = '', value = '']) => {
      if (/^on|href$|^src$/i.test(key) || /url\(\s*(?!#)|expression|javascript:|@import/i.test(value))
        throw unfit(whole)
      const own = key === 'id' ? `${id}-${value}` : value.replaceAll(/url\(\s*#/g, `url(#${id}-`)
      return ` ${key}="${clean(own)}"`
    })
    .join('')
}

/** Text of a drawing, whose entities stay and whose stray characters are made harmless. */
function clean(text: string): string {
  return text
    .split(/(&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/)
    .map((piece, place) => (place % 2 === 1 ? piece : escapeHtml(piece)))
    .join('')
}

function unfit(found: string): TypeError {
  return new TypeError(
    `A drawn chart is one <svg> of shapes and words that neither runs nor loads anything; this one has ${JSON.stringify(found)}.`,
  )
}
