import type { IntervalFacet } from '../facet.ts'
import type { Row } from './responsive.ts'

const planFirst = { may: false, instead: 'plan first, and begin to act from the plan' } as const
const actFirst = { may: false, instead: 'act first, and end acting' } as const
const observeFirst = { may: false, instead: 'observe first what came of the action, and end observing' } as const
const forward = {
  may: false,
  instead: 'the strict policy has no way back; go on, and plan anew in a new cycle',
} as const
const newCycle = {
  may: false,
  instead: 'close this cycle, and begin one that follows it and carries its learning',
} as const

/**
 * The moves of the strict policy, by standing and facet: only forward, each phase once in a cycle, and from reflecting
 * on to planning in a cycle that follows. It takes the view of co-operative inquiry that phases are kept distinct and
 * completed, because reviewing too soon spoils the action (certainty 1 for the view, A for the table).
 */
export const strict: Readonly<Record<IntervalFacet | 'start', Row>> = {
  start: {
    diagnose: { may: true, as: 'begin' },
    plan: { may: true, as: 'begin' },
    act: planFirst,
    observe: actFirst,
    reflect: observeFirst,
    end: 'abandon',
  },
  diagnose: {
    diagnose: forward,
    plan: { may: true, as: 'begin' },
    act: planFirst,
    observe: actFirst,
    reflect: observeFirst,
    end: 'abandon',
  },
  plan: {
    diagnose: forward,
    plan: forward,
    act: { may: true, as: 'begin' },
    observe: actFirst,
    reflect: observeFirst,
    end: 'abandon',
  },
  act: {
    diagnose: forward,
    plan: forward,
    act: forward,
    observe: { may: true, as: 'begin' },
    reflect: observeFirst,
    end: 'abandon',
  },
  observe: {
    diagnose: forward,
    plan: forward,
    act: forward,
    observe: forward,
    reflect: { may: true, as: 'begin' },
    end: 'neither',
  },
  reflect: {
    diagnose: newCycle,
    plan: newCycle,
    act: newCycle,
    observe: newCycle,
    reflect: forward,
    end: 'close',
  },
}
