/**
 * Makes the children of an element like those of another, changing only what differs: what has the focus keeps it, and what a
 * reader opened stays open. Elements with a `data-key` are known by it, others by their place.
 */
export function patch(live: Element, wanted: Element): void {
  const keyed = new Map([...live.children].flatMap((each) => (keyOf(each) ? [[keyOf(each), each] as const] : [])))
  const keys = new Set([...wanted.children].map(keyOf))
  for (const [key, each] of keyed) if (!keys.has(key)) each.remove()
  let at: ChildNode | null = live.firstChild
  for (const next of [...wanted.childNodes]) {
    const key = keyOf(next)
    // What has no key makes way, because a node that is moved loses the focus.
    if (key && keyed.has(key)) at = withoutUnkeyed(at)
    const same = key ? keyed.get(key) : at
    if (same && isLike(same, next)) {
      if (same === at) at = at.nextSibling
      else live.insertBefore(same, at)
      if (same instanceof Element && next instanceof Element) patchOne(same, next)
      else if (same.nodeValue !== next.nodeValue) same.nodeValue = next.nodeValue
    } else if (at && !key && !keyOf(at)) {
      const old: ChildNode = at
      at = at.nextSibling
      old.replaceWith(next)
    } else live.insertBefore(next, at)
  }
  while (at) at = removed(at)
}

function withoutUnkeyed(from: ChildNode | null): ChildNode | null {
  let at = from
  while (at && !keyOf(at)) at = removed(at)
  return at
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling
  node.remove()
  return next
}

function keyOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('data-key') : null
}

function isLike(live: Node, wanted: Node): boolean {
  if (live.nodeName !== wanted.nodeName) return false
  return keyOf(live) === keyOf(wanted)
}

function patchOne(live: Element, wanted: Element): void {
  for (const { name, value } of [...wanted.attributes])
    if (live.getAttribute(name) !== value) live.setAttribute(name, value)
  for (const { name } of [...live.attributes])
    if (!wanted.hasAttribute(name) && name !== 'open') live.removeAttribute(name)
  patch(live, wanted)
  if (live instanceof HTMLInputElement && wanted instanceof HTMLInputElement) {
    if (live.checked !== wanted.checked) live.checked = wanted.checked
    if (live.type === 'date' && live.value !== wanted.value) live.value = wanted.value
  }
  if (live instanceof HTMLSelectElement && wanted instanceof HTMLSelectElement)
    live.selectedIndex = wanted.selectedIndex
}
