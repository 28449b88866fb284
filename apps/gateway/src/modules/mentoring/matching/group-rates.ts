import type { MatchPair } from '@mentoring-commons/mentoring'
import {
  type DisclosedFigure,
  type DisclosurePolicy,
  defineIndicator,
  defineTable,
  disclose,
  measure,
} from '@mentoring-commons/reporting'

/** By what mentees are told apart, after a run and never in it. */
export const groupings = ['unit', 'country', 'continent', 'career-stage'] as const
/** One of these. */
export type Grouping = (typeof groupings)[number]

/** A mentee with the groups that they are in, as far as these are known. */
export type GroupedMentee = { readonly personId: string } & Readonly<Record<Grouping, string | null>>

/** How a group fared, as far as it may be told; the whole where `group` is absent. */
export interface DisclosedRate {
  readonly group?: string
  readonly mentees: DisclosedFigure
  readonly matched: DisclosedFigure
  readonly rate: DisclosedFigure | undefined
}

/**
 * How many mentees of each group a run matched, under a disclosure policy. All groupings pass it together, whichever is asked for, so
 * that what one hides another does not give back.
 */
export function disclosedRates(
  pairs: readonly Pick<MatchPair, 'menteeId'>[],
  mentees: readonly GroupedMentee[],
  by: Grouping,
  policy: DisclosurePolicy,
): readonly DisclosedRate[] {
  const matched = new Set(pairs.map(({ menteeId }) => menteeId))
  const table = sound(
    defineTable(
      [
        { name: 'matched', type: 'boolean', label: 'Matched' },
        ...groupings.map((name) => ({ name, type: 'string', label: name }) as const),
      ],
      mentees.map(({ personId, ...groups }) => ({ ...groups, matched: matched.has(personId) })),
    ),
  )
  const isMatched = { column: 'matched', op: 'is-true' } as const
  const measures = [
    { id: 'mentees', label: 'Mentees', measure: { kind: 'count' }, unit: 'people' },
    { id: 'matched', label: 'Matched mentees', where: [isMatched], measure: { kind: 'count' }, unit: 'people' },
    { id: 'rate', label: 'Matched of all', measure: { kind: 'rate', of: isMatched }, unit: 'percent' },
  ] as const
  const sets = [[], ...groupings.map((grouping) => [grouping])].flatMap((split) =>
    measures.map((each) =>
      sound(
        measure(
          sound(defineIndicator({ ...each, definition: `${each.label} of a match run.`, people: true, by: split })),
          table,
        ),
      ),
    ),
  )
  const figures = disclose(sets, policy).filter((figure) => Object.keys(figure.by).every((key) => key === by))
  const groups = [undefined, ...new Set(figures.flatMap((figure) => figure.by[by] ?? []))]
  return groups.flatMap((group) => {
    const of = (id: string) => figures.find((figure) => figure.id === id && figure.by[by] === group)
    const [all, some] = [of('mentees'), of('matched')]
    // A group of whom nobody is matched has no row of its own among the matched.
    if (all === undefined) return []
    return [
      { ...(group === undefined ? {} : { group }), mentees: all, matched: some ?? zeroLike(all), rate: of('rate') },
    ]
  })
}

function zeroLike(figure: DisclosedFigure): DisclosedFigure {
  const { id: _, ...rest } = figure
  return 'value' in rest ? { ...rest, id: 'matched', value: 0 } : { ...rest, id: 'matched' }
}

/** A refusal here would be a fault of this file. */
function sound<T>(answer: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('value' in answer) return answer.value
  throw new TypeError(answer.refusal.message)
}
