import { escapeXml } from '../text/escape.ts'

/** Attributes in the order to write them; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>

/** An XML element with others in it, one a line; empty when there are none. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const start = `<${name}${attributesOf(attributes)}`
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`
}

/** An XML element with text in it. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

/** Elements in one that holds them, or nothing when there are none: the format has no empty lists. */
export function listElement(name: string, children: readonly string[]): readonly string[] {
  return children.length === 0 ? [] : [element(name, {}, children)]
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value).replace(/[\t\n]/g, ' ')}"`]))
    .join('')
}
