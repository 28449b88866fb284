import { isSmall } from '../disclosure/buckets.ts'
import type { DisclosedFigure } from '../disclosure/disclosed-figure.ts'
import type { DisclosurePolicy } from '../disclosure/policy.ts'
import type { FigureSet } from '../figure.ts'
import { type Ledger, worldsOf } from './ledger.ts'
import { type Outcome, outcomesOf } from './outcome.ts'
import type { Worlds } from './worlds.ts'

/**
 * The figures of these sets as a reader under a rounding policy may see them, in the order of the sets: each is shown when it is the same in
 * the truth and in all decoys of its ledger, else it is suppressed as `differencing`.
 *
 * A figure depends on itself and its ledger alone: asked again, on another day, in another report or by somebody else it is the same,
 * and no combination of figures tells a count of few. Figures are of the frozen state, not of the table at hand. A group that some world
 * lacks is left out, as one that nobody is in.
 *
 * Throws a RangeError when a set has no ledger among those given, or when the policy does not round: exact figures pass `disclose`.
 *
 * @example
 * ```ts
 * import { defineTable, discloseThrough, hesa, measure, openLedger } from '@mentoring-commons/reporting'
 *
 * const columns = [{ name: 'unit', type: 'string', label: 'Unit' }] as const
 * const rows = Array.from({ length: 30 }, (_, place) => ({ unit: `u${place % 3}` }))
 * const defined = defineTable(columns, rows)
 * if ('refusal' in defined) throw new Error(defined.refusal.message)
 * const table = { ...defined.value, name: 'people' }
 * const ledger = openLedger(table, { on: '2026-01-31', seed: [1, 2, 3, 4] })
 * const people = { id: 'people', label: 'People', definition: 'Everybody.', measure: { kind: 'count' }, people: true, unit: 'people' } as const
 * const measured = measure(people, table)
 * 'value' in measured && discloseThrough([ledger], [measured.value], hesa).map((figure) => 'value' in figure && figure.value) //=> [30]
 * ```
 */
export function discloseThrough(
  ledgers: readonly Ledger[],
  sets: readonly FigureSet[],
  policy: DisclosurePolicy,
): readonly DisclosedFigure[] {
  if (!policy.rounded)
    throw new RangeError(`The policy "${policy.name}" does not round: a ledger guards rounded figures.`)
  const worlds = new Map(ledgers.map((ledger) => [ledger.name, worldsOf(ledger)]))
  const ofPeople = new Set(sets.filter(({ indicator }) => indicator.people).flatMap(kindsOf))
  return sets.flatMap((set) => {
    const known = worlds.get(set.table?.name ?? '')
    if (known === undefined)
      throw new RangeError(
        `The figures "${set.indicator.id}" are of a table "${set.table?.name}" that has no ledger here.`,
      )
    const people = kindsOf(set).some((kind) => ofPeople.has(kind))
    const outcomes = outcomesOf(known, set, policy, people)
    return set.figures.flatMap((figure, place): DisclosedFigure[] => {
      const { id, label, by, unit, definition } = figure
      const shown = agreed(outcomes[place], known)
      return shown === undefined ? [] : [{ id, label, by, unit, definition, ...shown }]
    })
  })
}

/** What all worlds say alike; nothing where one of them has no such figure. */
function agreed(outcomes: readonly Outcome[] | undefined, { sound }: Worlds & { sound: boolean }) {
  const hidden = { n: { suppressed: 'differencing' }, suppressed: 'differencing' } as const
  const [truth, ...decoys] = outcomes ?? []
  if (truth === undefined || !sound) return hidden
  if ([truth, ...decoys].some(({ absent }) => absent)) return undefined
  const isOne = (pick: (outcome: Outcome) => unknown, counts: (outcome: Outcome) => readonly number[]) => {
    const text = JSON.stringify(pick(truth))
    if (decoys.some((decoy) => JSON.stringify(pick(decoy)) !== text)) return false
    // A count of few that is the same in all worlds is one that they do not guard.
    return counts(truth).every(
      (count, place) => !isSmall(count) || decoys.some((decoy) => counts(decoy)[place] !== count),
    )
  }
  const n = isOne(
    (outcome) => outcome.n,
    (outcome) => outcome.counts.slice(0, 1),
  )
    ? truth.n
    : hidden.n
  return isOne(
    (outcome) => outcome.shown,
    (outcome) => outcome.counts,
  )
    ? { ...truth.shown, n }
    : { ...hidden, n }
}

function kindsOf({ table, counts }: FigureSet): readonly string[] {
  return counts.map(({ unit }) => JSON.stringify([table?.name, unit]))
}
