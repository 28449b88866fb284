import { overlaps } from './membership.ts'
import { type CommunityRecord, participationLevel } from './participation-level.ts'
import {
  type ParticipationLevel,
  type ParticipationThresholds,
  participationLevels,
} from './participation-thresholds.ts'
import { assertWindow, isWithin, type Window } from './window.ts'

/** How many people were at each level in one window, and what the levels meant. Raw counts: disclose before you publish. */
export interface ParticipationProfile {
  readonly communityId: string
  readonly window: Window
  readonly thresholds: { readonly key: string; readonly version: number }
  /** People who were members on any day. */
  readonly members: number
  /** One row for each level, from the inside out, zero counts included. */
  readonly levels: readonly { readonly level: ParticipationLevel; readonly people: number }[]
  /** Members of whom no event is known: they may well have taken part unseen. */
  readonly membersWithoutTrace: number
}

/** How the core of a community changed from one window to another. */
export interface CoreTurnover {
  readonly before: number
  readonly after: number
  readonly stayed: number
  readonly joined: number
  readonly left: number
}

/**
 * Gives how many people were at each level in a window; nobody is named. Everybody seen in the window counts, members or not.
 *
 * @example
 * ```ts
 * import { defaultThresholds, participationProfile } from '@mentoring-commons/mentoring'
 *
 * const memberships = [{ communityId: 'k1', personId: 'ada', from: '2025-01-01' }]
 * const events = [{ id: 'e1', communityId: 'k1', personId: 'ben', kind: 'use-artefact' as const, on: '2025-02-03' }]
 * const window = { from: '2025-01-01', to: '2025-03-31' }
 * const profile = participationProfile({ communityId: 'k1', memberships, events }, window, defaultThresholds)
 * profile.levels.at(-1) //=> { "level": "transactional", "people": 1 }
 * profile.membersWithoutTrace //=> 1
 * ```
 */
export function participationProfile(
  record: CommunityRecord,
  window: Window,
  thresholds: ParticipationThresholds,
): ParticipationProfile {
  const levels = levelsIn(record, window, thresholds)
  const given = [...levels.values()]
  return {
    communityId: record.communityId,
    window,
    thresholds: { key: thresholds.key, version: thresholds.version },
    members: membersIn(record, window).size,
    levels: participationLevels.map((level) => ({ level, people: given.filter((one) => one === level).length })),
    membersWithoutTrace: [...membersIn(record, window)].filter((personId) => levels.get(personId) === undefined).length,
  }
}

/**
 * Gives how many people of the core in one window were in it in the other; nobody is named.
 *
 * @example
 * ```ts
 * import { coreTurnover, defaultThresholds } from '@mentoring-commons/mentoring'
 *
 * const record = { communityId: 'k1', memberships: [], events: [] }
 * const windows = [{ from: '2025-01-01', to: '2025-06-30' }, { from: '2025-07-01', to: '2025-12-31' }] as const
 * coreTurnover(record, windows, defaultThresholds).stayed //=> 0
 * ```
 */
export function coreTurnover(
  record: CommunityRecord,
  windows: readonly [Window, Window],
  thresholds: ParticipationThresholds,
): CoreTurnover {
  const core = (window: Window) => {
    const levels = [...levelsIn(record, window, thresholds)]
    return new Set(levels.filter(([, level]) => level === 'core').map(([personId]) => personId))
  }
  const before = core(windows[0])
  const after = core(windows[1])
  const stayed = [...before].filter((personId) => after.has(personId)).length
  return {
    before: before.size,
    after: after.size,
    stayed,
    joined: after.size - stayed,
    left: before.size - stayed,
  }
}

function membersIn({ communityId, memberships }: CommunityRecord, window: Window): ReadonlySet<string> {
  const own = memberships.filter((one) => one.communityId === communityId && overlaps(one, window.from, window.to))
  return new Set(own.map(({ personId }) => personId))
}

function levelsIn(
  { communityId, memberships, events }: CommunityRecord,
  window: Window,
  thresholds: ParticipationThresholds,
) {
  assertWindow(window)
  const spells = byPerson(memberships.filter((one) => one.communityId === communityId))
  const seen = byPerson(events.filter((one) => one.communityId === communityId && isWithin(one.on, window)))
  const people = new Set([...membersIn({ communityId, memberships, events }, window), ...seen.keys()])
  return new Map(
    [...people].map((personId) => {
      const own = { communityId, memberships: spells.get(personId) ?? [], events: seen.get(personId) ?? [] }
      return [personId, participationLevel(personId, own, window, thresholds)] as const
    }),
  )
}

function byPerson<T extends { readonly personId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.personId)
    if (group) group.push(row)
    else groups.set(row.personId, [row])
  }
  return groups
}
