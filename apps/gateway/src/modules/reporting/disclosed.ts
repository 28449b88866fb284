import type { Snapshot } from '@mentoring-commons/reporting'

/** The figures of a snapshot as rows for tools that read tables. */
export function disclosedRows(
  { figures, subject, asOf }: Snapshot,
  keys: { readonly institutionId: string; readonly reportId: string },
) {
  return figures.map((figure, position) => {
    const uncertainty = 'value' in figure ? figure.uncertainty : undefined
    return {
      ...keys,
      position,
      programme: subject.key,
      asOf,
      figure: figure.id,
      label: figure.label,
      cohort: figure.by.cohort ?? null,
      choice: figure.by.choice ?? null,
      country: figure.by.country ?? null,
      value: 'value' in figure ? figure.value : null,
      suppressed: 'suppressed' in figure ? figure.suppressed : null,
      n: typeof figure.n === 'number' ? figure.n : null,
      nSuppressed: typeof figure.n === 'number' ? null : figure.n.suppressed,
      unit: figure.unit,
      low: uncertainty?.kind === 'interval' ? uncertainty.low : null,
      high: uncertainty?.kind === 'interval' ? uncertainty.high : null,
      sd: uncertainty?.kind === 'sd' ? uncertainty.sd : null,
      definition: figure.definition,
    }
  })
}
