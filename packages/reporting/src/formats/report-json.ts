import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import { isSuppressed } from '../disclosure/suppressed.ts'

/** A report as data: of what, as of which day, under which policy, and its disclosed figures. */
export interface Report {
  readonly programme: string
  /** A day, `YYYY-MM-DD`. */
  readonly asOf: string
  /** The policy's name. */
  readonly policy: string
  readonly figures: readonly DisclosedFigure[]
}

/**
 * A report as JSON text, two spaces deep, with a line end at the end: the same figures give the same bytes.
 *
 * A figure has `id`, `label`, either `value` or `suppressed` (the reason), `n` (`null` when it is not shown), `by` and `definition`.
 *
 * @example
 * ```ts
 * import { reportJson } from '@mentoring-commons/reporting'
 *
 * const figures = [{ id: 'a', label: 'A', by: {}, n: 5, unit: 'people', definition: 'D.', value: 5 }]
 * JSON.parse(reportJson({ programme: 'P', asOf: '2026-01-31', policy: 'hesa', figures })).figures //=> [{ "id": "a", "label": "A", "value": 5, "n": 5, "by": {}, "definition": "D." }]
 * ```
 */
export function reportJson({ programme, asOf, policy, figures }: Report): string {
  const plain = figures.map((figure) => ({
    id: figure.id,
    label: figure.label,
    ...('value' in figure ? { value: figure.value } : { suppressed: figure.suppressed }),
    n: isSuppressed(figure.n) ? null : figure.n,
    by: figure.by,
    definition: figure.definition,
  }))
  return `${JSON.stringify({ programme, asOf, policy, figures: plain }, null, 2)}\n`
}
