import type { Annotation } from '../annotation.ts'
import type { Challenge, Claim } from '../claim.ts'
import type { Audience } from '../consent.ts'
import type { Cycle, Reflection } from '../cycle.ts'
import type { Evidence } from '../evidence.ts'
import type { Outlook } from '../outlook.ts'
import type { ActionStep } from '../plan.ts'
import type { ObservedChange } from '../problem.ts'
import type { Stakeholder } from '../stakeholder.ts'
import type { WithholdingReason } from './withheld.ts'

/** The sorts of things that may be left out. */
export type LeftOutSort =
  | 'evidence'
  | 'claim'
  | 'reflection'
  | 'outlook'
  | 'reason for a plan revision'
  | 'challenges of a meeting'
  | 'observed change'
  | 'stakeholder'
  | 'annotation'
  | 'tag'
  | 'text of evidence'
  | 'coding'

/** How many things of a sort an audience is not shown for one reason; never which, and never whose. */
export interface LeftOut {
  readonly of: LeftOutSort
  readonly because: WithholdingReason
  readonly n: number
}

/** Evidence, with the names of the participants who consented to it. */
export interface ShownEvidence extends Evidence {
  readonly participants: readonly string[]
}

/** A change of plan; `reason` is null where it rests on what is not shown. */
export interface ShownRevision {
  readonly on: string
  readonly stepsBefore: readonly ActionStep[]
  readonly reason: string | null
  readonly evidence: string | null
}

/** What an audience sees of a cycle: all but the reflections and reasons that it may not read. */
export interface ShownCycle {
  readonly cycle: Cycle
  readonly revisions: readonly ShownRevision[]
  readonly reflections: readonly Reflection[]
}

/** A claim with the citations that are shown; of evidence against it that is not shown only that there is some. */
export interface ShownClaim {
  readonly claim: Omit<Claim, 'cites' | 'findings'>
  readonly cites: readonly string[]
  readonly found: readonly (string | null)[]
  readonly soughtIn: readonly string[]
}

/** A meeting without names; `challenges` is null where it heard what is not shown. */
export interface ShownMeeting {
  readonly id: string
  readonly on: string
  readonly authors: number
  readonly others: number
  readonly group: boolean
  readonly claims: readonly string[]
  readonly challenges: readonly Challenge[] | null
}

/** What of an inquiry an audience may see, with people by the names of `shownNames`. */
export interface Shown {
  readonly audience: Audience
  readonly cycles: readonly ShownCycle[]
  readonly evidence: readonly ShownEvidence[]
  readonly outlooks: readonly Outlook[]
  readonly claims: readonly ShownClaim[]
  readonly meetings: readonly ShownMeeting[]
  readonly changes: readonly ObservedChange[]
  readonly stakeholders: readonly Stakeholder[]
  readonly annotations: readonly Annotation[]
  readonly leftOut: readonly LeftOut[]
}

/** Left-out things counted by sort and reason, in the order of the alphabet. */
export function countLeftOut(left: readonly (readonly [LeftOutSort, WithholdingReason])[]): readonly LeftOut[] {
  const counts = new Map<string, LeftOut>()
  for (const [of, because] of left) {
    const key = `${of} ${because}`
    counts.set(key, { of, because, n: (counts.get(key)?.n ?? 0) + 1 })
  }
  return [...counts.keys()].sort().flatMap((key) => counts.get(key) ?? [])
}
