/** An arrow between two ids. */
export interface Arrow {
  readonly from: string
  readonly to: string
}

/** The ids of one circle of arrows, in order and with the first again at the end; nothing where there is none. */
export function circleIn(arrows: readonly Arrow[]): readonly string[] | undefined {
  const next = new Map<string, string[]>()
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  for (const start of next.keys()) {
    // A path of open nodes, each with the arrows out of it that are still to be followed.
    const path: { readonly id: string; readonly rest: string[] }[] = [{ id: start, rest: [...(next.get(start) ?? [])] }]
    while (path.length > 0 && !done.has(start)) {
      const open = path[path.length - 1]
      const to = open?.rest.pop()
      if (to === undefined) {
        if (open !== undefined) done.add(open.id)
        path.pop()
      } else if (!done.has(to)) {
        const met = path.findIndex(({ id }) => id === to)
        if (met !== -1) return [...path.slice(met).map(({ id }) => id), to]
        path.push({ id: to, rest: [...(next.get(to) ?? [])] })
      }
    }
  }
  return undefined
}
