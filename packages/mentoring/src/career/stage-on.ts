import type { CareerSpell } from './career-stage.ts'

/**
 * Gives the stage somebody was at on a day; nothing where it is not known, before the first spell too.
 *
 * @example
 * ```ts
 * import { stageOn } from '@mentoring-commons/mentoring'
 *
 * const spells = [{ personId: 'ada', from: '2024-09-01', stage: 'early' }, { personId: 'ada', from: '2026-02-01' }]
 * stageOn('ada', spells, '2026-01-31') //=> "early"
 * stageOn('ada', spells, '2026-02-01') //=> undefined
 * ```
 */
export function stageOn(personId: string, spells: readonly CareerSpell[], on: string): string | undefined {
  return spells
    .filter((one) => one.personId === personId && one.from <= on)
    .reduce<CareerSpell | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined)?.stage
}

/** How many people were at one stage on the first day, and at one on the second; a stage that is not known is absent. */
export interface StageTransition {
  readonly from?: string
  readonly to?: string
  readonly people: number
}

/**
 * Gives how the people named went from stage to stage between two days, whoever was where in between: each combination that
 * was met, sorted by code unit with what is not known last. Each person counts once; those whose stage is not known on one of the days
 * are kept apart, and never counted as having stayed. Throws a `RangeError` where the second day is before the first.
 * The counts are exact: they pass a policy of disclosure before anybody sees them.
 *
 * @example
 * ```ts
 * import { stageTransitions } from '@mentoring-commons/mentoring'
 *
 * const spells = [{ personId: 'ada', from: '2024-09-01', stage: 'early' }, { personId: 'ada', from: '2026-02-01', stage: 'senior' }]
 * stageTransitions(['ada', 'ben'], spells, { first: '2025-09-01', last: '2026-09-01' }) //=> [{ "from": "early", "to": "senior", "people": 1 }, { "people": 1 }]
 * ```
 */
export function stageTransitions(
  people: readonly string[],
  spells: readonly CareerSpell[],
  { first, last }: { readonly first: string; readonly last: string },
): readonly StageTransition[] {
  if (last < first) throw new RangeError(`The second day ${last} is before the first, ${first}`)
  const met = new Map<string, StageTransition>()
  for (const person of new Set(people)) {
    const from = stageOn(person, spells, first)
    const to = stageOn(person, spells, last)
    const key = `${from ?? unknown} ${to ?? unknown}`
    const before = met.get(key)?.people ?? 0
    const known = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    met.set(key, { ...known, people: before + 1 })
  }
  return [...met].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/** After every code, because a code begins with a letter or digit. */
const unknown = '~'
