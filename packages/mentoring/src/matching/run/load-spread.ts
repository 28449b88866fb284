import type { MentorApplication } from '../input/application.ts'
import type { MatchPair } from '../input/match-input.ts'
import type { LoadSpread } from './match-run.ts'

/** How pairs load the mentors who take part and offer a place. */
export function loadSpread(mentors: readonly MentorApplication[], pairs: readonly MatchPair[]): LoadSpread {
  const load = new Map<string, number>()
  for (const { mentorId } of pairs) load.set(mentorId, (load.get(mentorId) ?? 0) + 1)
  const byMentor = mentors
    .filter(
      ({ personId, places, trained, active }) => load.has(personId) || (places > 0 && trained && active !== false),
    )
    .map(({ personId, places }) => ({ mentorId: personId, places, load: load.get(personId) ?? 0 }))
  const loads = byMentor.map((each) => each.load)
  const used = loads.reduce((sum, each) => sum + each, 0)
  const mean = used / Math.max(1, loads.length)
  const variance = loads.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, loads.length)
  return {
    places: byMentor.reduce((sum, each) => sum + each.places, 0),
    used,
    idle: loads.filter((each) => each === 0).length,
    full: byMentor.filter((each) => each.load >= each.places).length,
    least: loads.reduce((least, each) => Math.min(least, each), loads[0] ?? 0),
    most: loads.reduce((most, each) => Math.max(most, each), 0),
    mean,
    deviation: Math.sqrt(variance),
    byMentor,
  }
}
