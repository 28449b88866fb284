import { endedOn } from '../cycle.ts'
import type { IntervalFacet } from '../facet.ts'
import type { Inquiry } from '../inquiry.ts'
import { type CycleNode, cycleTree } from './cycle-tree.ts'

/** A time spent on a facet; `to` is the day that the picture is of while the facet `isOpen`. */
export interface SpiralArc {
  readonly facet: IntervalFacet
  readonly from: string
  readonly to: string
  readonly isOpen: boolean
}

/** A cycle as a picture needs it: `label` is `2` or `2.1`, `to` the day it ended or that the picture is of. */
export interface SpiralCycle {
  readonly id: string
  readonly label: string
  readonly status: 'open' | 'suspended' | 'closed' | 'abandoned'
  readonly from: string
  readonly to: string
  readonly isDetached: boolean
  readonly arcs: readonly SpiralArc[]
  readonly breaks: readonly { readonly from: string; readonly to: string }[]
  readonly inner: readonly SpiralCycle[]
}

/** The cycles of an inquiry as of a day, each with those inside it; what `spiralSvg` draws and `spiralWords` says. */
export interface Spiral {
  readonly asOf: string
  readonly cycles: readonly SpiralCycle[]
}

/**
 * The cycles of an inquiry as of a day, in the order begun. It holds days and facets only, nothing that needs consent.
 * What is open reaches to `asOf`, or to the last day that its cycle names when that is later.
 * @example
 * ```ts
 * import { spiral } from '@mentoring-commons/action-research'
 * spiral({ status: 'not-begun' }, '2026-06-30') //=> { "asOf": "2026-06-30", "cycles": [] }
 * ```
 */
export function spiral(inquiry: Inquiry, asOf: string): Spiral {
  const nodes = inquiry.status === 'not-begun' ? [] : cycleTree(inquiry.cycles)
  return { asOf, cycles: nodes.map((node) => cycleOf(node, asOf)) }
}

function cycleOf({ cycle, label, inner }: CycleNode, asOf: string): SpiralCycle {
  const { id, begunOn: from, status, facets, suspensions = [], detached } = cycle
  const rests = cycle.status === 'suspended' ? [cycle.suspendedOn] : []
  const days = [
    from,
    ...facets.flatMap((one) => [one.from, one.to ?? one.from]),
    ...suspensions.map(({ to }) => to),
    ...rests,
  ]
  const known = days.reduce((latest, day) => (day > latest ? day : latest))
  const end = endedOn(cycle) ?? known
  const to = endedOn(cycle) === undefined && asOf > end ? asOf : end > known ? end : known
  return {
    id,
    label,
    status,
    from,
    to,
    isDetached: detached !== undefined,
    arcs: facets.map((one) => ({ facet: one.facet, from: one.from, to: one.to ?? to, isOpen: one.to === undefined })),
    breaks: [...suspensions.map((one) => ({ from: one.from, to: one.to })), ...rests.map((day) => ({ from: day, to }))],
    inner: inner.map((node) => cycleOf(node, asOf)),
  }
}
