import type { Column, Row, Table } from '../../table.ts'
import { type EmploymentEpisode, gradeOn } from './employment-episode.ts'
import { employmentTerms } from './employment-spell.ts'
import type { ExposureSpell } from './exposure-spell.ts'
import { exitKinds } from './leaving-reason.ts'

/** From when to when staying is looked at. */
export interface RetentionWindow {
  readonly from: string
  /** Not after the day up to which employment is known. */
  readonly to: string
}

/** The columns of `retentionTable`, which are its codebook. */
export const retentionColumns: readonly Column[] = [
  { name: 'person_id', type: 'string', label: 'Person' },
  { name: 'grade', type: 'string', label: 'Grade at the beginning' },
  { name: 'unit', type: 'string', label: 'Department at the beginning' },
  {
    name: 'terms',
    type: 'string',
    label: 'Terms at the beginning',
    values: employmentTerms.map((value) => ({ value, label: value })),
  },
  {
    name: 'mentored_before',
    type: 'boolean',
    label: 'Mentored before the beginning',
    description: 'Whether a mentoring relationship had begun before the window did; what began later is not counted.',
  },
  {
    name: 'stayed',
    type: 'boolean',
    label: 'Still employed at the end',
    description: 'Missing where employment went out of the record: nothing is known after that.',
  },
  {
    name: 'exit',
    type: 'string',
    label: 'How they left',
    description: 'Missing for whoever stayed or went out of the record.',
    values: exitKinds.map((value) => ({ value, label: value })),
  },
]

/**
 * Who was employed at the beginning of a window and whether they still were at its end, one row a person: what a rate of retention is counted from.
 *
 * Whether somebody was mentored is taken at the beginning alone, so that staying longer does not make anybody mentored. Throws a RangeError where the
 * window is the wrong way round or ends after a running episode is known.
 *
 * @example
 * ```ts
 * import { mergeSpells, retentionTable } from '@mentoring-commons/reporting/evaluation'
 *
 * const spell = { externalId: 'c1', personId: 'p1', start: '2023-09-01', end: '2025-03-31', reason: '6', terms: 'open-ended', grade: 'G7' } as const
 * const episodes = mergeSpells([spell], { gapDaysMax: 31, asOf: '2026-01-31' })
 * retentionTable(episodes, [], { from: '2024-08-01', to: '2025-07-31' }).rows.map(({ stayed, exit }) => [stayed, exit]) //=> [[false, "resignation"]]
 * ```
 */
export function retentionTable(
  episodes: readonly EmploymentEpisode[],
  exposures: readonly ExposureSpell[],
  { from, to }: RetentionWindow,
): Table {
  if (to <= from) throw new RangeError(`the window from ${from} to ${to} has no length`)
  const begun = new Map<string, string>()
  for (const { personId, start } of exposures) {
    const first = begun.get(personId)
    if (first === undefined || start < first) begun.set(personId, start)
  }
  const rows = episodes.flatMap((episode): readonly Row[] => {
    const { personId, start, end, spells } = episode
    if (start > from || end.on < from) return []
    if (end.kind === 'running' && end.on < to)
      throw new RangeError(`employment is known until ${end.on}, and the window ends on ${to}`)
    const then = spells.findLast((spell) => spell.start <= from)
    const left = end.on < to ? end : undefined
    return [
      {
        person_id: personId,
        grade: gradeOn(episode, from) ?? null,
        unit: then?.unit ?? null,
        terms: then?.terms ?? null,
        mentored_before: (begun.get(personId) ?? to) < from,
        stayed: left === undefined ? true : left.kind === 'departure' ? false : null,
        exit: left?.kind === 'departure' ? left.exit : null,
      },
    ]
  })
  return { columns: retentionColumns, rows }
}
