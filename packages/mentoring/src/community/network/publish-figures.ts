import type { DepartmentFigures } from './figures.ts'

/** One figure as a flat row, fit for disclosure control and a table. */
export interface FigureRow {
  readonly kind: string
  readonly waveId: string
  readonly on: string
  /** `null` for the institution as a whole. */
  readonly departmentId: string | null
  /** The other department, where the figure is of a pair. */
  readonly otherDepartmentId: string | null
  readonly measure: string
  readonly value: number | null
  /** The people of the department, of the smaller one of a pair, or of the institution. */
  readonly people: number
}

/**
 * Gives figures as flat rows: institution first, then departments, then pairs. It takes no figures of people, by type and, where
 * types are not asked, with a `TypeError`. The rows are raw: suppress and round them before anybody else sees them.
 *
 * @example
 * ```ts
 * import { publishFigures } from '@mentoring-commons/mentoring/community'
 *
 * const figures = {
 *   about: 'departments' as const, kind: 'demo', waveId: 'w1', on: '2025-05-01',
 *   institution: { people: 40, measures: { ties: 12 } }, departments: [],
 * }
 * publishFigures(figures).map((row) => [row.departmentId, row.measure, row.value]) //=> [[null, "ties", 12]]
 * ```
 */
export function publishFigures(figures: DepartmentFigures): readonly FigureRow[] {
  if (figures.about !== 'departments') {
    throw new TypeError(`Figures about ${JSON.stringify(figures.about)} are never published: give those of departments`)
  }
  const { kind, waveId, on, institution, departments, pairs = [] } = figures
  const groups = [
    { ...institution, departmentId: null, otherDepartmentId: null },
    ...departments.map((group) => ({ ...group, otherDepartmentId: null })),
    ...pairs.map(({ departmentIds: [departmentId, otherDepartmentId], ...group }) => ({
      ...group,
      departmentId,
      otherDepartmentId,
    })),
  ]
  return groups.flatMap(({ departmentId, otherDepartmentId, people, measures }) =>
    Object.entries(measures).map(([measure, value]) => ({
      kind,
      waveId,
      on,
      departmentId,
      otherDepartmentId,
      measure,
      value,
      people,
    })),
  )
}
