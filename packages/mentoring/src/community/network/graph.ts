import graphology from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { connectedComponents as componentsOf } from 'graphology-components'
import betweennessModule from 'graphology-metrics/centrality/betweenness.js'
import closenessModule from 'graphology-metrics/centrality/closeness.js'
import { undirectedDensity } from 'graphology-metrics/graph/density.js'
import modularityModule from 'graphology-metrics/graph/modularity.js'
import { singleSourceLength } from 'graphology-shortest-path/unweighted.js'

/** The default export of a CommonJS module, which types and loaders place differently. */
function defaultOf<T>(module: { readonly default: T } | T): T {
  const found = module as { readonly default?: T }
  return found.default ?? (module as T)
}

const Graph = defaultOf(graphology)
const betweennessOf = defaultOf(betweennessModule)
const closenessOf = defaultOf(closenessModule)
const modularityOf = defaultOf(modularityModule)
const louvainOf = defaultOf(louvainModule)

/** An undirected graph without parallel ties; made by `graphOf`. The only file that knows which library it is. */
export type TieGraph = InstanceType<typeof Graph>

/** Two ends of a tie. */
export type Ends = readonly [string, string]

/** No id may be this, since ids hold no white space. */
const outside = ' '

/** Gives the graph of some nodes and undirected ties; parallel ties count once. */
export function graphOf(nodes: readonly string[], ties: readonly Ends[]): TieGraph {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false })
  for (const node of nodes) graph.addNode(node)
  for (const [a, b] of ties) graph.mergeEdge(a, b)
  return graph
}

/** Gives the ties there are as a share of those there could be; `null` with fewer than two nodes. */
export function density(graph: TieGraph): number | null {
  return graph.order < 2 ? null : undirectedDensity(graph)
}

/** Gives the connected parts, each a list of nodes, the largest first. */
export function components(graph: TieGraph): readonly (readonly string[])[] {
  return componentsOf(graph).sort((a, b) => b.length - a.length)
}

/** Gives the share of shortest paths between others that lead over each node, 0 to 1. */
export function betweenness(graph: TieGraph): Readonly<Record<string, number>> {
  return graph.order < 3 ? Object.fromEntries(graph.nodes().map((node) => [node, 0])) : betweennessOf(graph)
}

/** Gives how near each node is to all it can reach, scaled by how many those are (Wasserman and Faust), 0 to 1. */
export function closeness(graph: TieGraph): Readonly<Record<string, number>> {
  return graph.order === 0 ? {} : closenessOf(graph, { wassermanFaust: true })
}

/** Gives the steps from the nearest of some nodes to every node that can be reached; the sources have 0. */
export function stepsFrom(graph: TieGraph, sources: readonly string[]): ReadonlyMap<string, number> {
  if (sources.length === 0) return new Map()
  const copy = graph.copy()
  copy.addNode(outside)
  for (const source of new Set(sources)) copy.addEdge(outside, source)
  const lengths = Object.entries(singleSourceLength(copy, outside))
  return new Map(lengths.filter(([node]) => node !== outside).map(([node, steps]) => [node, steps - 1]))
}

/** Gives how much more ties keep within groups than by chance (Newman), up to 1; `null` without ties. */
export function modularity(graph: TieGraph, groupOf: (node: string) => string): number | null {
  return graph.size === 0 ? null : modularityOf(graph, { getNodeCommunity: (node: string) => groupOf(node) })
}

/** Gives groups of nodes that are tied more to each other than to the rest (Louvain), and their modularity; `null` without ties. */
export function subgroups(
  graph: TieGraph,
  random: () => number,
): { readonly groups: readonly (readonly string[])[]; readonly modularity: number } | null {
  if (graph.size === 0) return null
  const found = louvainOf.detailed(graph, { rng: random })
  const groups = new Map<number, string[]>()
  for (const [node, group] of Object.entries(found.communities)) groups.set(group, [...(groups.get(group) ?? []), node])
  return { groups: [...groups.values()], modularity: found.modularity }
}
