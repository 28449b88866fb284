import type { IntervalFacet } from '../facet.ts'

/** A move to a facet: what kind of move it is and what it needs, or what to do instead. */
export type Move =
  | { readonly may: true; readonly as: MoveKind; readonly needsReason?: true }
  | { readonly may: false; readonly instead: string }

/** The kinds of move. `again` opens a further interval of the facet that ended last. */
export type MoveKind =
  | 'begin'
  | 'again'
  | 'baseline'
  | 'revise'
  | 'amend'
  | 'next-step'
  | 'concurrent'
  | 'gather-more'
  | 'act-again'

/** How a cycle may end from where it stands. */
export type Ending = 'close' | 'abandon' | 'neither'

/** The moves from one standing, and how the cycle may end there. */
export type Row = Readonly<Record<IntervalFacet, Move>> & { readonly end: Ending }

const planFirst = { may: false, instead: 'plan first, and begin to act from the plan' } as const
const actFirst = { may: false, instead: 'act or observe first; there is nothing yet to reflect on' } as const
const newCycle = { may: false, instead: 'begin a new cycle that follows this one and carries its learning' } as const
const amend = { may: false, instead: 'amend the plan, or reflect and begin a new cycle to diagnose anew' } as const

/**
 * The moves of the responsive policy, by standing and facet; what the table allows, acting still needs ethics in force
 * and a plan. The row `start`, and that a facet may be taken up again, are this package's reading (certainty A); the
 * rest follows the view that inquiries are legitimately disjointed and cycles overlap (Dick on cycles within cycles;
 * Kemmis and McTaggart on fluid, responsive stages; certainty 2+ for the view, A for the table).
 */
export const responsive: Readonly<Record<IntervalFacet | 'start', Row>> = {
  start: {
    diagnose: { may: true, as: 'begin' },
    plan: { may: true, as: 'begin' },
    act: planFirst,
    observe: { may: false, instead: 'begin to diagnose or to plan; a baseline can be observed from there' },
    reflect: actFirst,
    end: 'abandon',
  },
  diagnose: {
    diagnose: { may: true, as: 'again' },
    plan: { may: true, as: 'begin' },
    act: planFirst,
    observe: { may: true, as: 'baseline' },
    reflect: actFirst,
    end: 'abandon',
  },
  plan: {
    diagnose: { may: true, as: 'begin' },
    plan: { may: true, as: 'revise' },
    act: { may: true, as: 'begin' },
    observe: { may: true, as: 'baseline' },
    reflect: actFirst,
    end: 'abandon',
  },
  act: {
    diagnose: amend,
    plan: { may: true, as: 'amend' },
    act: { may: true, as: 'next-step' },
    observe: { may: true, as: 'concurrent' },
    reflect: { may: true, as: 'begin' },
    end: 'abandon',
  },
  observe: {
    diagnose: amend,
    plan: { may: true, as: 'amend' },
    act: { may: true, as: 'next-step' },
    observe: { may: true, as: 'again' },
    reflect: { may: true, as: 'begin' },
    end: 'neither',
  },
  reflect: {
    diagnose: newCycle,
    plan: newCycle,
    act: { may: true, as: 'act-again', needsReason: true },
    observe: { may: true, as: 'gather-more' },
    reflect: { may: true, as: 'again' },
    end: 'close',
  },
}
