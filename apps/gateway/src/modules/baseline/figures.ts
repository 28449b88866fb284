import type { DisclosedFigure } from '@mentoring-commons/reporting'
import { Refused } from '../../refused.ts'

/** A figure that a finding names: of which indicator, and of which group where it is split. */
export interface NamedFigure {
  readonly id: string
  readonly cohort?: string | null | undefined
  readonly choice?: string | null | undefined
  readonly country?: string | null | undefined
}

/**
 * The figures that a finding names, as they were disclosed. Refused where one is not there, is named twice, or is hidden: a finding
 * cannot rest on what nobody may see.
 */
export function citedFigures(figures: readonly DisclosedFigure[], named: readonly NamedFigure[]) {
  const seen = new Set<string>()
  return named.map((one, at) => {
    const path = `figures.${at}`
    const found = figures.find(
      (figure) => figure.id === one.id && parts.every((part) => (figure.by[part] ?? null) === (one[part] ?? null)),
    )
    if (found === undefined) throw unknownFigure(figures, one, path)
    const { by } = found
    const key = JSON.stringify([found.id, by.cohort, by.choice, by.country])
    if (seen.has(key))
      throw new Refused({ code: 'figure-twice', message: `${one.id} of this group is named twice; name it once`, path })
    seen.add(key)
    if ('suppressed' in found)
      throw new Refused({
        code: 'figure-hidden',
        message: `${one.id} of this group is not shown (${found.suppressed}); rest the finding on a figure that is`,
        path,
      })
    return {
      figure: found.id,
      label: found.label,
      cohort: by.cohort ?? null,
      choice: by.choice ?? null,
      country: by.country ?? null,
      value: found.value,
      n: typeof found.n === 'number' ? found.n : null,
      unit: found.unit,
      definition: found.definition,
    }
  })
}

const parts = ['cohort', 'choice', 'country'] as const

function unknownFigure(figures: readonly DisclosedFigure[], { id }: NamedFigure, path: string): Refused {
  const groups = figures.filter((figure) => figure.id === id)
  const [example] = groups
  if (example === undefined)
    return new Refused({
      code: 'unknown-figure',
      message: `there is no figure "${id}"; read the ids of the impact report of the programme: ${[...new Set(figures.map((figure) => figure.id))].slice(0, 20).join(', ')} …`,
      path,
    })
  return new Refused({
    code: 'unknown-group',
    message: `"${id}" has no such group; it is split by ${Object.keys(example.by).join(' and ') || 'nothing'}, as in ${JSON.stringify(example.by)}`,
    path,
  })
}
