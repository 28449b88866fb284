import type { ParticipantRole } from '../people/participant.ts'
import { type DimensionKey, type DimensionReading, dimensions } from './dimension.ts'

/** How the parties of many relationships read one dimension. Raw counts of relationships: disclose before you publish. */
export interface DimensionRow {
  readonly dimension: DimensionKey
  readonly party: ParticipantRole
  /** Relationships of which a reading by this party is known. */
  readonly relationships: number
  /** How many read -2, -1, 0, 1 and 2. */
  readonly readings: readonly [number, number, number, number, number]
}

/** How far the parties of one relationship read one dimension apart. For the pair itself. */
export interface DimensionGap {
  readonly relationshipId: string
  readonly dimension: DimensionKey
  readonly mentor: number
  readonly mentee: number
  /** 0 to 4. */
  readonly gap: number
}

/** Readings of all dimensions on one day, without one score. */
export interface DimensionProfile {
  readonly on: string
  /** One row for each dimension and each party that read any. */
  readonly rows: readonly DimensionRow[]
  /** Relationships read as closed and as private by every party that read both, of all that were read on both. */
  readonly closedAndPrivate: { readonly relationships: number; readonly of: number }
}

/**
 * Gives how relationships are read along each dimension, by party, as the latest reading of each stands on a day.
 *
 * @example
 * ```ts
 * import { dimensionProfile } from '@mentoring-commons/mentoring'
 *
 * const first = { relationshipId: 'r1', party: 'mentee' as const, dimension: 'open-closed' as const, reading: -2, on: '2025-03-01' }
 * const profile = dimensionProfile([first, { ...first, reading: 1, on: '2025-09-01' }], '2025-12-31')
 * profile.rows //=> [{ "dimension": "open-closed", "party": "mentee", "relationships": 1, "readings": [0, 0, 0, 1, 0] }]
 * ```
 */
export function dimensionProfile(readings: readonly DimensionReading[], on: string): DimensionProfile {
  const latest = latestOn(readings, on)
  const rows = dimensions.flatMap(({ key }) =>
    parties.flatMap((party): DimensionRow[] => {
      const own = latest.filter((one) => one.dimension === key && one.party === party)
      const at = (value: number) => own.filter((one) => one.reading === value).length
      if (own.length === 0) return []
      return [{ dimension: key, party, relationships: own.length, readings: [at(-2), at(-1), at(0), at(1), at(2)] }]
    }),
  )
  const read = (relationshipId: string, dimension: DimensionKey) =>
    latest.filter((one) => one.relationshipId === relationshipId && one.dimension === dimension)
  const both = [...new Set(latest.map((one) => one.relationshipId))].filter(
    (id) => read(id, 'open-closed').length > 0 && read(id, 'public-private').length > 0,
  )
  const shut = both.filter((id) =>
    [...read(id, 'open-closed'), ...read(id, 'public-private')].every(({ reading }) => reading < 0),
  )
  return { on, rows, closedAndPrivate: { relationships: shut.length, of: both.length } }
}

/**
 * Gives how far mentor and mentee of each relationship read each dimension apart on a day, to talk about; only where both did.
 * Where several people hold a role the latest reading of the role stands.
 *
 * @example
 * ```ts
 * import { dimensionGaps } from '@mentoring-commons/mentoring'
 *
 * const shape = { relationshipId: 'r1', dimension: 'open-closed' as const, on: '2025-03-01' }
 * const readings = [{ ...shape, party: 'mentor' as const, reading: 2 }, { ...shape, party: 'mentee' as const, reading: -1 }]
 * dimensionGaps(readings, '2025-12-31')[0]?.gap //=> 3
 * ```
 */
export function dimensionGaps(readings: readonly DimensionReading[], on: string): readonly DimensionGap[] {
  const latest = latestOn(readings, on)
  return latest
    .filter(({ party }) => party === 'mentor')
    .flatMap(({ relationshipId, dimension, reading: mentor }) => {
      const other = latest.find(
        (one) => one.party === 'mentee' && one.relationshipId === relationshipId && one.dimension === dimension,
      )
      if (other === undefined) return []
      return [{ relationshipId, dimension, mentor, mentee: other.reading, gap: Math.abs(mentor - other.reading) }]
    })
}

const parties = ['mentor', 'mentee', 'peer', 'facilitator'] as const

/** The latest reading of each relationship, party and dimension up to a day; of two on one day the later in the list. */
function latestOn(readings: readonly DimensionReading[], on: string): readonly DimensionReading[] {
  const latest = new Map<string, DimensionReading>()
  for (const one of readings) {
    const key = `${one.relationshipId} ${one.party} ${one.dimension}`
    const known = latest.get(key)
    if (one.on <= on && (known === undefined || one.on >= known.on)) latest.set(key, one)
  }
  return [...latest.values()]
}
