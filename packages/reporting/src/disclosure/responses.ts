import { isDominated } from './dominance.ts'
import { type DisclosurePolicy, keepingPromise } from './policy.ts'
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
  /** Below so many people it is hidden: what the policy says, or what was promised to those who answered. */
  readonly least: { readonly shown: number; readonly answered: number }
  /** How many gave each answer, where everybody gave one. */
  readonly answers: ReadonlyMap<string, number>
  readonly hidden?: SuppressionReason
}

/**
 * The survey answers and averages of a report, each block with whether it is hidden.
 *
 * A block of too few is hidden. Then the remainder rule: what is left of a shown whole after its shown parts must be nothing or enough
 * people, else the smallest shown part is hidden too; and where no part is left to hide, the whole. Under rounding, an average over a
 * question whose distribution stands beside it is hidden as well: the two together say more than either. Where everybody in a group
 * gave one answer the group is hidden, and what is left after subtraction may not be such a group either.
 */
export function blocksOf(
  placed: readonly Placed[],
  unknowns: readonly Unknown[],
  policy: DisclosurePolicy,
): readonly Block[] {
  const blocks = hideRemainders(
    grouped(placed, unknowns, policy).map((block) => primary(block, placed, unknowns, policy)),
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

function grouped(placed: readonly Placed[], unknowns: readonly Unknown[], policy: DisclosurePolicy): readonly Block[] {
  const blocks = new Map<string, Block>()
  for (const [index, { figure, set, among, count }] of placed.entries()) {
    const { measure } = set.indicator
    if (figure.basis.kind !== 'mean' && figure.basis.kind !== 'choice') continue
    if (measure.kind !== 'mean' && measure.kind !== 'distribution') continue
    const key = JSON.stringify([figure.basis.kind, measure.of, among])
    const { kind } = figure.basis
    const { responsesMin, averageMin } = keepingPromise(policy, set.table?.promised ?? {})
    const shown = kind === 'mean' ? Math.max(responsesMin, averageMin) : responsesMin
    const block: Block = blocks.get(key) ?? {
      ...{ kind, of: measure.of, among, figures: [], answers: new Map() },
      least: { shown, answered: responsesMin },
    }
    const single = measure.kind === 'distribution' && !measure.many && count !== undefined
    const answer: readonly [string, number][] = single
      ? [[figure.by[measure.of] ?? '', unknowns[count]?.value ?? 0]]
      : []
    blocks.set(key, {
      ...block,
      figures: [...block.figures, index],
      // What one survey promised holds wherever its answers stand.
      least: {
        shown: Math.max(block.least.shown, shown),
        answered: Math.max(block.least.answered, responsesMin),
      },
      answers: new Map([...block.answers, ...answer]),
    })
  }
  return [...blocks.values()]
}

function primary(
  block: Block,
  placed: readonly Placed[],
  unknowns: readonly Unknown[],
  policy: DisclosurePolicy,
): Block {
  const n = unknowns[block.among]?.value ?? 0
  if (n < block.least.answered) return { ...block, hidden: 'few-responses' }
  if (n < block.least.shown) return { ...block, hidden: 'average-of-few' }
  if (policy.hidesAlike && isAlike(block.answers.values())) return { ...block, hidden: 'all-alike' }
  const { dominance } = policy
  const dominated = block.figures.some((index) => {
    const basis = placed[index]?.figure.basis
    if (dominance === undefined || basis?.kind !== 'mean' || basis.contributions === undefined) return false
    return isDominated(basis.contributions, dominance)
  })
  return dominated ? { ...block, hidden: 'dominated' } : block
}

/** Whether all answers there are, are one. */
function isAlike(answers: Iterable<number>): boolean {
  return [...answers].filter((size) => size !== 0).length === 1
}

/** What is left of the answers of a whole when those of parts are taken off. */
function restOf(whole: Block, parts: readonly Block[]): readonly number[] {
  return [...whole.answers].map(([answer, size]) =>
    parts.reduce((left, part) => left - (part.answers.get(answer) ?? 0), size),
  )
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
  const hide = (place: number, why?: SuppressionReason) => {
    const block = blocks[place]
    if (block !== undefined)
      blocks[place] = {
        ...block,
        hidden:
          why ??
          (block.kind === 'mean' && block.least.shown > block.least.answered ? 'average-of-few' : 'few-responses'),
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
      const few = rest > 0 && rest < block.least.shown
      const shownParts = shown.flatMap((part) => blocks[part] ?? [])
      const alike =
        policy.hidesAlike && shown.length > 0 && rest > 0 && !overlapping && isAlike(restOf(block, shownParts))
      if (!few && !alike) continue
      const smallest = [...shown].sort((a, b) => size(a) - size(b) || a - b)[0]
      hide(smallest ?? whole, few ? undefined : 'all-alike')
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
