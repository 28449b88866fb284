import type { Refusal } from '../../refusal.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'

/** Somebody to match, with what is known of them; null where a value is missing. */
export interface MatchUnit {
  readonly id: string
  readonly treated: boolean
  readonly values: Readonly<Record<string, string | number | null>>
}

/** What to match on: equal values, or equal classes of a number, each class from one cut (included) to the next. */
export type MatchVariable =
  | { readonly name: string; readonly how: 'exact' }
  | { readonly name: string; readonly how: 'coarsened'; readonly cuts: readonly number[] }

/** Why units cannot be matched, or nothing when ids are distinct and values of the kind that they are used as. */
export function checkUnits(
  units: readonly MatchUnit[],
  on: readonly MatchVariable[],
  alsoBalance: readonly string[],
): Refusal | undefined {
  const seen = new Set<string>()
  const uses = [...on, ...alsoBalance.map((name) => ({ name, how: 'exact' as const }))]
  for (const [index, { id, values }] of units.entries()) {
    if (seen.has(id))
      return {
        code: 'answered-twice',
        message: `${JSON.stringify(id)} occurs twice. Give each unit once, or name its periods apart.`,
        path: ['units', index, 'id'],
      }
    seen.add(id)
    for (const { name, how } of uses) {
      const value = values[name] ?? null
      const fits = value === null || (typeof value === 'number' ? isReckonable(value) : how === 'exact')
      if (!fits)
        return {
          code: 'value-not-finite',
          message: `${JSON.stringify(id)} has ${typeof value === 'string' ? JSON.stringify(value) : value} as ${name}, which cannot be ${how === 'exact' ? 'compared' : 'put into classes'}. Give a finite number${how === 'exact' ? ' or a text' : ''}, null where it is missing.`,
          path: ['units', index, 'values', name],
        }
    }
  }
  return undefined
}

/** The stratum of a unit, or undefined where a value to match on is missing. */
export function stratumOf({ values }: MatchUnit, on: readonly MatchVariable[]): string | undefined {
  const parts = on.map((variable) => {
    const value = values[variable.name] ?? null
    if (value === null || variable.how === 'exact') return value
    return variable.cuts.filter((cut) => cut <= Number(value)).length
  })
  return parts.includes(null) ? undefined : JSON.stringify(parts)
}
