import { type MatchInput, matchInputHash } from '@mentoring-commons/mentoring'

/** What may have changed since a run began. */
export const changeKinds = [
  'mentee-no-longer-waits',
  'mentee-waits-now',
  'mentee-changed',
  'mentor-no-longer-applies',
  'mentor-applies-now',
  'mentor-places-changed',
  'mentor-changed',
  'something-stands-between-people',
] as const

/** One thing that has changed, and whom it is about; of what stands between people nobody is named. */
export interface MatchChange {
  readonly kind: (typeof changeKinds)[number]
  readonly personId?: string
}

/** What is no longer as it was when a run began; nothing where the same input would be gathered. */
export function changesSince(before: MatchInput, now: MatchInput): readonly MatchChange[] {
  if (matchInputHash(before) === matchInputHash(now)) return []
  const mentees = compared(before.mentees, now.mentees)
  const mentors = compared(before.mentors, now.mentors)
  const placed = mentors.kept.filter(([was, is]) => was.places !== is.places)
  const changes: readonly MatchChange[] = [
    ...named('mentee-no-longer-waits', mentees.gone),
    ...named('mentee-waits-now', mentees.come),
    ...named('mentee-changed', differing(mentees.kept)),
    ...named('mentor-no-longer-applies', mentors.gone),
    ...named('mentor-applies-now', mentors.come),
    ...named(
      'mentor-places-changed',
      placed.map(([was]) => was),
    ),
    ...named('mentor-changed', differing(mentors.kept.map(([was, is]) => [was, { ...is, places: was.places }]))),
  ]
  const sameButPeople = { ...now, mentees: before.mentees, mentors: before.mentors }
  return matchInputHash(before) === matchInputHash(sameButPeople)
    ? changes
    : [...changes, { kind: 'something-stands-between-people' }]
}

/** What has changed in a sentence, with how many people each change is about. */
export function changesInWords(changes: readonly MatchChange[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${kind.replaceAll('-', ' ')} (${count})`).join(', ')
}

type Person = { readonly personId: string }

function compared<Each extends Person>(before: readonly Each[], now: readonly Each[]) {
  const was = new Map(before.map((one) => [one.personId, one]))
  const is = new Map(now.map((one) => [one.personId, one]))
  return {
    gone: before.filter(({ personId }) => !is.has(personId)),
    come: now.filter(({ personId }) => !was.has(personId)),
    kept: now.flatMap((one): (readonly [Each, Each])[] => {
      const earlier = was.get(one.personId)
      return earlier === undefined ? [] : [[earlier, one]]
    }),
  }
}

function differing<Each extends Person>(pairs: readonly (readonly [Each, Each])[]): readonly Each[] {
  return pairs.filter(([was, is]) => canonical(was) !== canonical(is)).map(([was]) => was)
}

/** One text for what means the same: the order of keys, and of choices, says nothing; that of a ranking does. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}:${key === 'ranking' ? JSON.stringify(each) : canonical(each)}`,
  )
  return `{${entries.sort().join()}}`
}

function named(kind: MatchChange['kind'], people: readonly Person[]): readonly MatchChange[] {
  return people.map(({ personId }) => ({ kind, personId }))
}
