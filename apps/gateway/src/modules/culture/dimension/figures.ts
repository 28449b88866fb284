import {
  type DimensionKey,
  type DimensionReading,
  dimensionGaps,
  dimensionProfile,
  dimensions,
  type ParticipantRole,
} from '@mentoring-commons/mentoring'
import type { DisclosurePolicy, Row } from '@mentoring-commons/reporting'
import { alike, discloseCounts, type ShownNumber } from '../../people/disclosure/counts.ts'

/** How many relationships are read so, fit to be shown. */
export interface ShownReading {
  readonly at: number
  readonly relationships: ShownNumber
}

/** How one party reads one dimension, or how far mentor and mentee read it apart. */
export interface ShownDimension {
  readonly dimension: DimensionKey
  /** Null for the distance between mentor and mentee. */
  readonly party: ParticipantRole | null
  readonly relationships: ShownNumber
  /** -2 to 2 for a party, 0 to 4 for a distance. */
  readonly readings: readonly ShownReading[]
}

/** How relationships are read on a day, without one score. */
export interface ShownDimensions {
  readonly on: string
  readonly parties: readonly ShownDimension[]
  readonly gaps: readonly ShownDimension[]
  readonly closedAndPrivate: ShownNumber
  readonly closedAndPrivateOf: ShownNumber
}

/**
 * Readings on a day, counted and disclosed. Readings are answers of people: what fewer than 5 relationships say, or the policy's own
 * least, is not shown to anybody.
 */
export function dimensionFigures(
  readings: readonly DimensionReading[],
  on: string,
  policy: DisclosurePolicy,
): ShownDimensions {
  const profile = dimensionProfile(readings, on)
  const gaps = dimensionGaps(readings, on)
  const rows: readonly ShownDimension[] = profile.rows.map(({ dimension, party, readings: counts }) =>
    shown(dimension, party, [-2, -1, 0, 1, 2], counts, policy),
  )
  const { relationships: shut, of: both } = profile.closedAndPrivate
  const few = both > 0 && both < policy.responsesMin
  const hidden: ShownNumber = { value: null, suppressed: 'few-responses' }
  const counts = discloseCounts(
    {
      columns: { shut: 'boolean' },
      rows: [...alike(shut, { shut: true }), ...alike(both - shut, { shut: false })],
    },
    [{ id: 'both' }, { id: 'shut', where: [{ column: 'shut', op: 'is-true' }] }],
    policy,
  )
  return {
    on,
    parties: rows,
    gaps: dimensions.flatMap(({ key }) => {
      const own = gaps.filter(({ dimension }) => dimension === key)
      const at = [0, 1, 2, 3, 4]
      const told = at.map((gap) => own.filter((one) => one.gap === gap).length)
      return own.length === 0 ? [] : [shown(key, null, at, told, policy)]
    }),
    closedAndPrivate: few ? hidden : counts.of('shut'),
    closedAndPrivateOf: few ? hidden : counts.of('both'),
  }
}

function shown(
  dimension: DimensionKey,
  party: ParticipantRole | null,
  at: readonly number[],
  counts: readonly number[],
  policy: DisclosurePolicy,
): ShownDimension {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const hidden: ShownNumber = { value: null, suppressed: 'few-responses' }
  if (total < policy.responsesMin)
    return { dimension, party, relationships: hidden, readings: at.map((one) => ({ at: one, relationships: hidden })) }
  const rows: readonly Row[] = at.flatMap((one, place) => alike(counts[place] ?? 0, { at: one }))
  const disclosed = discloseCounts(
    { columns: { at: 'integer' }, rows },
    [
      { id: 'all' },
      ...at.map((one) => ({ id: String(one), where: [{ column: 'at', op: 'eq' as const, value: one }] })),
    ],
    policy,
  )
  return {
    dimension,
    party,
    relationships: disclosed.of('all'),
    readings: at.map((one) => ({ at: one, relationships: disclosed.of(String(one)) })),
  }
}
