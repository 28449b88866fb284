import type { Refusal, Result } from '../../refusal.ts'
import { listedRefusal, refuse, repeatedIn, textRefusal, textsRefusal } from '../refuse.ts'
import { circleIn } from './circle.ts'
import { nodeKinds, strengths, type TheoryLink, type TheoryNode, type TheoryOfChange } from './theory-of-change.ts'

/** What a theory refers to that stands elsewhere. */
export interface TheorySurroundings {
  /** Every indicator of the programme: each has to hang on a node. */
  readonly indicatorIds: readonly string[]
  readonly evidenceIds: readonly string[]
  readonly objectiveIds: readonly string[]
}

type Path = readonly (string | number)[]

/**
 * A theory of change in which everything holds together.
 *
 * Refused: ids that are repeated or name nothing, a link from a node to itself or backwards (from an outcome to an input), a circle of links
 * other than `feeds-back`, an indicator that hangs on no node, and a strength that no evidence stands behind.
 *
 * @example
 * ```ts
 * import { defineTheory } from '@mentoring-commons/reporting/evaluation'
 *
 * const nodes = [
 *   { id: 'pairs', title: 'Pairs meet', kind: 'activity', indicatorIds: ['meetings'] },
 *   { id: 'confidence', title: 'Mentees are more confident', kind: 'outcome', indicatorIds: [] },
 * ] as const
 * const link = { id: 'l1', from: 'pairs', to: 'confidence', relation: 'leads-to', mechanism: 'Somebody listens.', assumption: 'Pairs meet often enough.', evidenceIds: [], strength: 'none', rivals: [] } as const
 * const around = { indicatorIds: ['meetings'], evidenceIds: [], objectiveIds: [] }
 * 'value' in defineTheory({ id: 't1', title: 'Why it should help', nodes, links: [link] }, around) //=> true
 * const loose = defineTheory({ id: 't1', title: 'Why it should help', nodes, links: [{ ...link, to: 'nowhere' }] }, around)
 * 'refusal' in loose && loose.refusal.code //=> "theory-id-unknown"
 * ```
 */
export function defineTheory(input: TheoryOfChange, around: TheorySurroundings): Result<TheoryOfChange> {
  const refusal =
    textRefusal(input.id, ['id']) ??
    textRefusal(input.title, ['title']) ??
    first(input.nodes, (node, index) => nodeRefusal(node, around, ['nodes', index])) ??
    first(input.links, (link, index) => linkRefusal(link, around, ['links', index])) ??
    repeatedRefusal(input) ??
    first(input.links, (link, index) => directionRefusal(link, input.nodes, ['links', index])) ??
    circleRefusal(input) ??
    looseIndicator(input, around)
  return refusal === undefined ? { value: input } : { refusal }
}

function nodeRefusal(node: TheoryNode, around: TheorySurroundings, at: Path): Refusal | undefined {
  return (
    textRefusal(node.id, [...at, 'id']) ??
    textRefusal(node.title, [...at, 'title']) ??
    listedRefusal(node.kind, nodeKinds, [...at, 'kind']) ??
    textsRefusal(node.indicatorIds, [...at, 'indicatorIds']) ??
    unknown(node.indicatorIds, around.indicatorIds, 'indicator', [...at, 'indicatorIds']) ??
    (node.kind === 'objective'
      ? unknown([node.objectiveId], around.objectiveIds, 'objective', [...at, 'objectiveId'])
      : undefined)
  )
}

function linkRefusal(link: TheoryLink, around: TheorySurroundings, at: Path): Refusal | undefined {
  const refusal =
    textRefusal(link.id, [...at, 'id']) ??
    listedRefusal(link.relation, ['leads-to', 'feeds-back'], [...at, 'relation']) ??
    textRefusal(link.mechanism, [...at, 'mechanism']) ??
    textRefusal(link.assumption, [...at, 'assumption']) ??
    listedRefusal(link.strength, strengths, [...at, 'strength']) ??
    textsRefusal(link.evidenceIds, [...at, 'evidenceIds']) ??
    unknown(link.evidenceIds, around.evidenceIds, 'evidence', [...at, 'evidenceIds']) ??
    first(
      link.rivals,
      (rival, index) =>
        textRefusal(rival.id, [...at, 'rivals', index, 'id']) ??
        textRefusal(rival.explanation, [...at, 'rivals', index, 'explanation']),
    )
  if (refusal !== undefined) return refusal
  if (link.strength !== 'none' && link.evidenceIds.length === 0)
    return refuse(
      'strength-without-evidence',
      `The link "${link.id}" is called ${link.strength} and names no evidence. Name it, or call the link none.`,
      [...at, 'strength'],
    ).refusal
  return undefined
}

function directionRefusal(link: TheoryLink, nodes: readonly TheoryNode[], at: Path): Refusal | undefined {
  const ids = nodes.map(({ id }) => id)
  const refusal = unknown([link.from], ids, 'node', [...at, 'from']) ?? unknown([link.to], ids, 'node', [...at, 'to'])
  if (refusal !== undefined) return refusal
  const place = (id: string) => nodeKinds.indexOf(nodes.find((node) => node.id === id)?.kind ?? 'input')
  if (link.from === link.to)
    return refuse('theory-circle', `The link "${link.id}" leads from a node to itself. Name two nodes.`, at).refusal
  if (link.relation === 'leads-to' && place(link.from) > place(link.to))
    return refuse(
      'theory-backwards',
      `The link "${link.id}" leads from a later kind of node to an earlier one. Turn it round, or call it feeds-back.`,
      at,
    ).refusal
  return undefined
}

function repeatedRefusal({ nodes, links }: TheoryOfChange): Refusal | undefined {
  const repeated =
    repeatedIn(nodes.map(({ id }) => id)) ??
    repeatedIn(links.map(({ id }) => id)) ??
    repeatedIn(links.flatMap(({ rivals }) => rivals.map(({ id }) => id))) ??
    repeatedIn(links.map(({ from, to, relation }) => `${from} ${relation} ${to}`))
  if (repeated === undefined) return undefined
  return refuse('theory-id-repeated', `"${repeated}" stands twice in the theory of change. Name it once.`).refusal
}

function circleRefusal({ links }: TheoryOfChange): Refusal | undefined {
  const circle = circleIn(links.filter(({ relation }) => relation === 'leads-to'))
  if (circle === undefined) return undefined
  return refuse(
    'theory-circle',
    `The links lead in a circle: ${circle.join(', ')}. Take one out, or call it feeds-back.`,
    ['links'],
  ).refusal
}

function looseIndicator({ nodes }: TheoryOfChange, around: TheorySurroundings): Refusal | undefined {
  const loose = around.indicatorIds.find((id) => !nodes.some(({ indicatorIds }) => indicatorIds.includes(id)))
  if (loose === undefined) return undefined
  return refuse(
    'indicator-loose',
    `The indicator "${loose}" hangs on no node. Hang it on what it tells of, or do not measure it.`,
    ['nodes'],
  ).refusal
}

function unknown(ids: readonly string[], known: readonly string[], what: string, at: Path): Refusal | undefined {
  const stray = ids.find((id) => !known.includes(id))
  if (stray === undefined) return undefined
  return refuse('theory-id-unknown', `There is no ${what} "${stray}". Add it, or name one that is there.`, at).refusal
}

function first<T>(list: readonly T[], ask: (one: T, index: number) => Refusal | undefined): Refusal | undefined {
  for (const [index, one] of list.entries()) {
    const refusal = ask(one, index)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
