type Child = Node | string | false | undefined

/** Attributes by name; `true` sets one without a value, `false` and nothing leave it out. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** An element of HTML with its attributes and children. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  return filled(document.createElement(name), attributes, children)
}

const svg = 'http://www.w3.org/2000/svg'

/** A drawing of 16 by 16 from its path, beside a text that says the same. */
export function drawing(path: string, kind: string): SVGElement {
  const lines = filled(document.createElementNS(svg, 'path'), { d: path }, [])
  const box = { class: `icon ${kind}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }
  return filled(document.createElementNS(svg, 'svg'), box, [lines])
}

function filled<E extends Element>(made: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== false && child !== undefined))
  return made
}
