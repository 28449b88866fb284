import { type ParticipationThresholds, participationLevel, type Window } from '@mentoring-commons/mentoring'
import type { Transaction } from '../../../db/database.ts'
import { eventsWithin, membershipsOf } from '../store.ts'

/** Everybody who belonged to a community or was seen in it in a window: whether as a member, and at which level. Nobody is named. */
export async function seenPeople(
  tx: Transaction,
  institutionId: string,
  communityId: string,
  window: Window,
  thresholds: ParticipationThresholds,
) {
  const spells = byPerson(
    (await membershipsOf(tx, institutionId, communityId)).filter(
      ({ from, to }) => from <= window.to && (to === undefined || to >= window.from),
    ),
  )
  const events = byPerson(await eventsWithin(tx, institutionId, communityId, window))
  return [...new Set([...spells.keys(), ...events.keys()])].map((personId) => ({
    member: spells.has(personId),
    level: participationLevel(
      personId,
      { communityId, memberships: spells.get(personId) ?? [], events: events.get(personId) ?? [] },
      window,
      thresholds,
    ),
  }))
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
