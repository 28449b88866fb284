import {
  type ClaimReading,
  closeGap,
  type Descriptor,
  type Dimension,
  type DimensionCode,
  type Edition,
  type Evidence,
  editions,
  formatDescriptor,
  formatDimension,
  type NextBest,
  nextBest,
  planClaim,
  type Refusal,
  type Result,
} from '@mentoring-commons/ukpsf'
import type { State } from './state.ts'

/** What a cell shows; each has its own word, icon, pattern and border. */
export type CellState = 'none' | 'once' | 'claimed' | 'confirmed'

/** One dimension on the map. */
export interface Cell {
  readonly code: DimensionCode
  readonly dimension: Dimension
  readonly state: CellState
  /** Ids of the evidence that claims it, and of that in which somebody else confirmed it. */
  readonly claimed: readonly string[]
  readonly confirmed: readonly string[]
  /** Whether one piece of evidence alone stands for it. */
  readonly single: boolean
  /** Whether it is in a smallest set that closes the gap. */
  readonly inGap: boolean
  /** The cell in words. */
  readonly says: string
}

/** What the library says of the state: a reading, or a refusal. */
export type Reading =
  | {
      readonly kind: 'read'
      readonly edition: Edition
      readonly descriptor: Descriptor
      readonly claim: ClaimReading
      /** In the edition's order. */
      readonly cells: readonly Cell[]
      readonly gap: readonly DimensionCode[]
      readonly next: Result<NextBest>
      readonly strays: readonly string[]
    }
  | {
      readonly kind: 'refused'
      readonly edition: Edition
      readonly descriptor: Descriptor
      readonly refusal: Refusal
      readonly strays: readonly string[]
    }

/** What the library says of a state. */
export function readState({ portfolio, counting, leaveOut }: State): Reading {
  const { edition, descriptor } = aimOf(portfolio.descriptor)
  const strays = portfolio.evidence.flatMap(({ tags }) => tags.filter((tag) => !isOf(edition, tag)))
  const own = (list: readonly Evidence[]) => (leaveOut ? list.map((item) => inEdition(edition, item)) : list)
  const evidence = own(portfolio.evidence)
  const claim = planClaim({ descriptor: portfolio.descriptor, on: portfolio.on, evidence, counting })
  if (claim.refusal) return { kind: 'refused', edition, descriptor, refusal: claim.refusal, strays }
  const gap = closeGap(claim.value)
  const { dimensions, singlePoint } = claim.value.coverage
  const cells = dimensions.flatMap(({ dimension: code, claimed, confirmed }): readonly Cell[] => {
    const dimension = edition.dimensions.find((each) => formatDimension(each) === code)
    if (dimension === undefined) return []
    const single = singlePoint.includes(code)
    const state = claimed.length === 0 ? 'none' : confirmed.length > 0 ? 'confirmed' : single ? 'once' : 'claimed'
    const inGap = gap.includes(code)
    return [{ code, dimension, state, claimed, confirmed, single, inGap, says: words(claimed, confirmed, inGap) }]
  })
  const next = nextBest(claim.value, own(portfolio.drafts))
  return { kind: 'read', edition, descriptor, claim: claim.value, cells, gap, next, strays }
}

/** Whether a tag is a code of an edition. */
export function isOf(edition: Edition, tag: string): boolean {
  return tag.startsWith(`${edition.id}:`)
}

function aimOf(text: string): { readonly edition: Edition; readonly descriptor: Descriptor } {
  for (const edition of editions) {
    const descriptor = edition.descriptors.find((each) => formatDescriptor(each) === text)
    if (descriptor) return { edition, descriptor }
  }
  throw new RangeError(`'${text}' is no descriptor.`)
}

function inEdition(edition: Edition, item: Evidence): Evidence {
  const own = (tags: readonly string[]) => tags.filter((tag) => isOf(edition, tag))
  const words = item.corroborations?.map((word) => (word.tags ? { ...word, tags: own(word.tags) } : word))
  return { ...item, tags: own(item.tags), ...(words ? { corroborations: words } : {}) }
}

function words(claimed: readonly string[], confirmed: readonly string[], inGap: boolean): string {
  const gap = inGap ? ', in the gap' : ''
  if (claimed.length === 0) return `no evidence${gap}`
  const word = confirmed.length === 0 ? 'not confirmed' : `confirmed by ${confirmed.length}`
  return `claimed by ${claimed.length}, ${word}${claimed.length === 1 ? ', single point' : ''}${gap}`
}
