import { parseDimension } from '../editions/parse-dimension.ts'
import type { DimensionCode, EditionId } from '../framework/code.ts'
import { formatDimension } from '../framework/dimension.ts'
import { type Result, refuse } from '../refusal.ts'
import { crosswalk } from './crosswalk.ts'
import type { MovedTag, TrailStep } from './proposal.ts'

/**
 * Gives the trails of tags that are still there. Each step must be a pair of the crosswalk and begin where the one before it
 * ended, so that no stored trail can bring in a code that was never offered. Refuses `broken-trail` and, for a tag, what
 * `parseDimension` refuses, with the path.
 */
export function readTrails(
  moved: readonly MovedTag[],
  tags: readonly DimensionCode[],
): Result<ReadonlyMap<DimensionCode, readonly (readonly TrailStep[])[]>> {
  const trails = new Map<DimensionCode, readonly (readonly TrailStep[])[]>()
  for (const [index, { tag: written, trail }] of moved.entries()) {
    const dimension = parseDimension(written)
    if (dimension.refusal) return { refusal: { ...dimension.refusal, path: `moved[${index}].tag` } }
    const tag = formatDimension(dimension.value)
    if (!tags.includes(tag)) continue
    const broken = breakIn(tag, trail)
    if (broken !== undefined) {
      return refuse(
        'broken-trail',
        `What is recorded of ${tag} ${broken}. Leave the record out; the tag is then one of its own.`,
        `moved[${index}].trail`,
      )
    }
    trails.set(tag, [...(trails.get(tag) ?? []), trail])
  }
  return { value: trails }
}

/** Gives the edition of a canonical code. */
export function editionOf(code: DimensionCode): EditionId {
  const { value } = parseDimension(code)
  if (value === undefined) throw new RangeError(`${code} is no dimension`)
  return value.edition
}

function breakIn(tag: DimensionCode, trail: readonly TrailStep[]): string | undefined {
  if (!Array.isArray(trail) || trail.length === 0) return 'has no steps'
  for (const [index, { from, to }] of trail.entries()) {
    const next = trail[index + 1]?.from ?? tag
    if (to !== next) return `ends at ${to} where ${next} should stand`
    if (!isPair(from, to)) return `leads from ${from} to ${to}, which the crosswalk does not`
  }
  return undefined
}

function isPair(from: DimensionCode, to: DimensionCode): boolean {
  const source = parseDimension(from).value
  const target = parseDimension(to).value
  if (source === undefined || target === undefined) return false
  const rows = crosswalk(source.edition, target.edition).value?.rows ?? []
  return rows.some((row) => row.from === from && row.to === to)
}
