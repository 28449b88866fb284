import type { DisclosurePolicy } from './policy.ts'
import { type Family, relate } from './relate.ts'
import type { SuppressionReason } from './suppressed.ts'
import type { Placed, Unknown } from './unknowns.ts'

/** The answers of one group to one question, or the average of one group: shown together or not at all. */
export interface Block {
  readonly kind: 'choice' | 'mean'
  /** The column that was answered or averaged. */
  readonly of: string
  /** The count of those who answered. */
  readonly among: number
  readonly figures: readonly number[]
  readonly hidden?: SuppressionReason
}

/**
 * The survey answers and averages of a report, each block with whether it is hidden.
 *
 * A block of too few is hidden. Then the remainder rule: what is left of a shown whole after its shown parts must be nothing or enough
 * people, else the smallest shown part is hidden too; and where no part is left to hide, the whole. Under rounding, an average over a
 * question whose distribution stands beside it is hidden as well: the two together say more than either.
 */
export function blocksOf(
  placed: readonly Placed[],
  unknowns: readonly Unknown[],
  policy: DisclosurePolicy,
): readonly Block[] {
  const blocks = hideRemainders(
    grouped(placed).map((block) => primary(block, unknowns, policy)),
    placed,
    unknowns,
    policy,
  )
  if (!policy.rounded) return blocks
  const shown = blocks.filter((block) => block.kind === 'choice' && block.hidden === undefined)
  return blocks.map((block) =>
    block.kind === 'mean' &&
    block.hidden === undefined &&
    shown.some((other) => other.of === block.of && sameTable(other, block, unknowns))
      ? { ...block, hidden: 'derivable' }
      : block,
  )
}

function sameTable(a: Block, b: Block, unknowns: readonly Unknown[]): boolean {
  return unknowns[a.among]?.table === unknowns[b.among]?.table
}

function grouped(placed: readonly Placed[]): readonly Block[] {
  const blocks = new Map<string, Block>()
  for (const [index, { figure, set, among }] of placed.entries()) {
    const { measure } = set.indicator
    if (figure.basis.kind !== 'mean' && figure.basis.kind !== 'choice') continue
    if (measure.kind !== 'mean' && measure.kind !== 'distribution') continue
    const key = JSON.stringify([figure.basis.kind, measure.of, among])
    const block = blocks.get(key) ?? { kind: figure.basis.kind, of: measure.of, among, figures: [] }
    blocks.set(key, { ...block, figures: [...block.figures, index] })
  }
  return [...blocks.values()]
}

function leastOf(block: Block, policy: DisclosurePolicy): number {
  return block.kind === 'mean' ? Math.max(policy.responsesMin, policy.averageMin) : policy.responsesMin
}

function primary(block: Block, unknowns: readonly Unknown[], policy: DisclosurePolicy): Block {
  const n = unknowns[block.among]?.value ?? 0
  if (n < policy.responsesMin) return { ...block, hidden: 'few-responses' }
  return n < leastOf(block, policy) ? { ...block, hidden: 'average-of-few' } : block
}

function hideRemainders(
  start: readonly Block[],
  placed: readonly Placed[],
  unknowns: readonly Unknown[],
  policy: DisclosurePolicy,
): readonly Block[] {
  const blocks = [...start]
  const families = familiesOf(blocks, placed, unknowns)
  const size = (place: number) => unknowns[blocks[place]?.among ?? -1]?.value ?? 0
  const isShown = (place: number) => blocks[place]?.hidden === undefined
  const hide = (place: number) => {
    const block = blocks[place]
    if (block !== undefined)
      blocks[place] = {
        ...block,
        hidden: block.kind === 'mean' && policy.averageMin > policy.responsesMin ? 'average-of-few' : 'few-responses',
      }
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { whole, parts } of families) {
      const block = blocks[whole]
      if (block === undefined || !isShown(whole)) continue
      const shown = parts.filter(isShown)
      const all = parts.reduce((sum, part) => sum + size(part), 0)
      const overlapping = all > size(whole)
      const rest = overlapping
        ? parts.filter((part) => !isShown(part)).reduce((sum, part) => sum + size(part), 0)
        : size(whole) - shown.reduce((sum, part) => sum + size(part), 0)
      if (rest <= 0 || rest >= leastOf(block, policy)) continue
      const smallest = [...shown].sort((a, b) => size(a) - size(b) || a - b)[0]
      hide(smallest ?? whole)
      changed = true
    }
  }
  return blocks
}

/** Which blocks are parts of which: told apart by one column, or all groups of one indicator within a block. */
function familiesOf(
  blocks: readonly Block[],
  placed: readonly Placed[],
  unknowns: readonly Unknown[],
): readonly Family[] {
  const families: Family[] = []
  for (const like of new Set(blocks.map((block) => JSON.stringify([block.kind, block.of])))) {
    const here = blocks.flatMap((block, place) => (JSON.stringify([block.kind, block.of]) === like ? [place] : []))
    const counts = here.flatMap((place) => unknowns[blocks[place]?.among ?? -1] ?? [])
    const { families: byColumn, wholes } = relate(counts)
    families.push(
      ...byColumn.map(({ whole, parts }) => ({ whole: here[whole] ?? 0, parts: parts.map((part) => here[part] ?? 0) })),
    )
    const setOf = here.map((place) => placed[blocks[place]?.figures[0] ?? -1]?.set)
    for (const whole of counts.keys())
      for (const set of new Set(setOf)) {
        const parts = counts.flatMap((_, part) =>
          setOf[part] === set && wholes[part]?.includes(whole) ? [here[part] ?? 0] : [],
        )
        if (parts.length > 0) families.push({ whole: here[whole] ?? 0, parts })
      }
  }
  return families
}
