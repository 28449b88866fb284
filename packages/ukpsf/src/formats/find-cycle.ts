/**
 * Gives the members of one cycle in their order, the first one again at the end, or nothing when there is none. Every node is
 * left once, so a chain of any length and a graph of any shape take time in proportion to their arrows.
 */
export function findCycle(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>()
  for (const start of arrows.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    const rest: Iterator<string>[] = []
    const enter = (node: string): void => {
      path.push(node)
      onPath.add(node)
      rest.push((arrows.get(node) ?? [])[Symbol.iterator]())
    }
    if (!done.has(start)) enter(start)
    while (rest.length > 0) {
      const { value: next, done: over } = rest.at(-1)?.next() ?? { done: true, value: undefined }
      if (over) {
        rest.pop()
        const left = path.pop() ?? ''
        onPath.delete(left)
        done.add(left)
      } else if (onPath.has(next)) return [...path.slice(path.indexOf(next)), next]
      else if (!done.has(next)) enter(next)
    }
  }
  return undefined
}
