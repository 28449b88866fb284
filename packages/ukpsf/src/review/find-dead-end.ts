import type { Category } from '../fellowship/category.ts'
import { wordOf } from './recommendation.ts'
import { finalStates, type GraphNode, waysOf } from './state-graph.ts'
import type { Track, WorkflowInput } from './workflow.ts'

/** A state that a review can reach and not leave, or leave only in a circle. */
export interface DeadEnd {
  readonly state: GraphNode['at']
  /** The states on a shortest way to it, itself last. */
  readonly way: readonly string[]
  readonly why: string
}

/** Gives a dead end of one track, the nearest there is, or nothing: every state that a review can reach is looked at. */
export function findDeadEnd(workflow: WorkflowInput, category: Category, track: Track): DeadEnd | undefined {
  const waysFrom = waysOf(workflow, category, track)
  const start: GraphNode = { at: workflow.adminCheck ? 'checking' : 'assigning', round: 0 }
  const reached = new Map<string, { node: GraphNode; from: string | undefined }>()
  const back = new Map<string, string[]>()
  const queue: GraphNode[] = [start]
  reached.set(keyOf(start), { node: start, from: undefined })
  const ends: string[] = []
  for (const node of queue) {
    const key = keyOf(node)
    const { to, stuck } = waysFrom(node)
    if (finalStates.has(node.at)) ends.push(key)
    else if (to.length === 0) return { state: node.at, way: wayTo(key, reached), why: stuck ?? 'no step is open' }
    for (const next of to) {
      const nextKey = keyOf(next)
      const before = back.get(nextKey)
      if (before === undefined) back.set(nextKey, [key])
      else before.push(key)
      if (reached.has(nextKey)) continue
      reached.set(nextKey, { node: next, from: key })
      queue.push(next)
    }
  }
  const ending = new Set(ends)
  for (const key of ending) for (const before of back.get(key) ?? []) ending.add(before)
  const circle = [...reached].find(([key]) => !ending.has(key))
  if (circle === undefined) return undefined
  return { state: circle[1].node.at, way: wayTo(circle[0], reached), why: 'no end can be reached from it' }
}

const keyOf = (node: GraphNode): string => JSON.stringify(Object.entries(node).sort())

function wayTo(key: string, reached: ReadonlyMap<string, { node: GraphNode; from: string | undefined }>): string[] {
  const way: string[] = []
  for (let at: string | undefined = key; at !== undefined; at = reached.get(at)?.from) {
    const node = reached.get(at)?.node
    if (node !== undefined) way.unshift(wordFor(node))
  }
  return way.filter((word, index) => word !== way[index - 1])
}

function wordFor({ at, round, votes }: GraphNode): string {
  const said = at === 'judging' && votes?.length ? ` (${votes.map(wordOf).join(', ')})` : ''
  return `${at}${round > 0 ? ` of resubmission ${round}` : ''}${said}`
}
