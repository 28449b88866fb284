import path from 'node:path'
import type { Breach } from './breach.ts'
import { target } from './doors.ts'
import { matches, type SourceFile } from './floor.ts'
import type { Plan } from './room.ts'

type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** One shortest circle through each group of nodes that reach each other, each as the path from a node back to it. */
export function circlesOf(graph: Graph): readonly (readonly string[])[] {
  const circles: string[][] = []
  const told = new Set<string>()
  for (const start of graph.keys()) {
    if (told.has(start)) continue
    const cameFrom = new Map<string, string>()
    const queue = [start]
    for (let node = queue.shift(); node !== undefined && !cameFrom.has(start); node = queue.shift()) {
      for (const next of graph.get(node) ?? []) {
        if (cameFrom.has(next)) continue
        cameFrom.set(next, node)
        queue.push(next)
      }
    }
    if (!cameFrom.has(start)) continue
    const circle = [start]
    for (let node = cameFrom.get(start); node !== undefined && node !== start; node = cameFrom.get(node))
      circle.unshift(node)
    circle.unshift(start)
    for (const node of circle) told.add(node)
    circles.push(circle)
  }
  return circles
}

function graphOf(files: readonly SourceFile[], nodeOf: (file: string) => string): Graph {
  const graph = new Map<string, Set<string>>()
  const known = new Set(files.map((file) => file.path))
  for (const file of files) {
    const from = nodeOf(file.path)
    const to = graph.get(from) ?? new Set()
    graph.set(from, to)
    for (const { specifier } of file.imports) {
      if (!specifier?.startsWith('.')) continue
      const file2 = target(file.path, specifier)
      if (known.has(file2) && (nodeOf(file2) !== from || file2 === file.path)) to.add(nodeOf(file2))
    }
  }
  return graph
}

/** Circles of imports between files and between folders, types included. */
export function checkCircles(plan: Plan, files: readonly SourceFile[]): readonly Breach[] {
  const mend = 'move what both need into a third file, or give one side the value as an argument'
  const byFile = circlesOf(graphOf(files, (file) => file)).map(
    (circle): Breach => ({ rule: 'circle', file: circle[0] ?? '', line: 1, message: `${circle.join(' → ')}: ${mend}` }),
  )
  const inHall = (file: string) => plan.halls.some((hall) => matches(hall, path.posix.dirname(file)))
  const inner = files.filter((file) => !plan.entries.some((entry) => matches(entry, file.path)))
  const byFolder = circlesOf(graphOf(inner, (file) => (inHall(file) ? file : path.posix.dirname(file))))
    .filter((circle) => circle.some((node) => !/\.[mc]?[tj]sx?$/.test(node)))
    .map(
      (circle): Breach => ({
        rule: 'folder-circle',
        file: circle[0] ?? '',
        line: 1,
        message: `${circle.join(' → ')}: ${mend}`,
      }),
    )
  return [...byFile, ...byFolder]
}
