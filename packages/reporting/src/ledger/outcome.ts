import { isDominated } from '../disclosure/dominance.ts'
import { type DisclosurePolicy, keepingPromise } from '../disclosure/policy.ts'
import { outcomeOf } from '../disclosure/rate.ts'
import { reaches, roundCount } from '../disclosure/round.ts'
import type { Suppressed } from '../disclosure/suppressed.ts'
import type { Figure, FigureSet } from '../figure.ts'
import { notRecorded } from '../measures/group-rows.ts'
import { magnitudes, tally } from './tally.ts'
import type { Worlds } from './worlds.ts'

/** What a reader would see of one figure if one world were the truth. */
export interface Outcome {
  /** Whether there would be no such figure. */
  readonly absent: boolean
  readonly n: number | Suppressed
  readonly shown: { readonly value: number } | Suppressed
  /** The counts of people behind it, that of `n` first. */
  readonly counts: readonly number[]
}

/** For each figure of a set its outcome in each world, the truth first; nothing for one that the ledger cannot follow. */
export function outcomesOf(
  worlds: Worlds,
  set: FigureSet,
  given: DisclosurePolicy,
  people: boolean,
): readonly (readonly Outcome[] | undefined)[] {
  const policy = keepingPromise(given, set.table?.promised ?? {})
  const tallies = set.counts.map((count) => tally(worlds, count))
  const groups = groupsOf(worlds, set)
  return set.figures.map((figure) => {
    const { basis } = figure
    const among = tallies[basis.kind === 'count' ? basis.count : basis.among]
    const count = basis.kind === 'mean' ? among : tallies[basis.count]
    const means = basis.kind === 'mean' ? meansOf(worlds, set, figure, policy) : undefined
    if (among === undefined || count === undefined || (basis.kind === 'mean' && means === undefined)) return undefined
    const siblings = siblingsOf(set, figure).map((place) => tallies[place] ?? [])
    return among.map((n, world): Outcome => {
      const k = count[world] ?? 0
      const many = set.indicator.measure.kind === 'distribution' && set.indicator.measure.many
      const alike = !many && siblings.some((sibling) => sibling[world] === n && n > 0)
      const shown = shownOf({ kind: basis.kind, n, k, alike, mean: means?.[world] }, policy, people)
      const survey = basis.kind === 'choice' || basis.kind === 'mean'
      return {
        absent: !(groups(figure)[world] ?? false) || (basis.kind !== 'count' && n === 0),
        n: survey && 'suppressed' in shown ? shown : people ? roundCount(n) : n,
        shown,
        counts: !people ? [] : basis.kind === 'rate' || basis.kind === 'choice' ? [n, k] : [n],
      }
    })
  })
}

interface Numbers {
  readonly kind: Figure['basis']['kind']
  readonly n: number
  readonly k: number
  readonly alike: boolean
  readonly mean: { readonly value: number; readonly dominated: boolean } | undefined
}

function shownOf(
  { kind, n, k, alike, mean }: Numbers,
  policy: DisclosurePolicy,
  people: boolean,
): { readonly value: number } | Suppressed {
  if (kind === 'count') return { value: people ? roundCount(n) : n }
  if (kind === 'rate') {
    if (!people) return { value: n === 0 ? 0 : (100 * k) / n }
    if (n === 0 || !reaches(n, policy.percentageMin)) return { suppressed: 'percentage-of-few' }
    const outcome = outcomeOf(k, n)
    return outcome === 'few' ? { suppressed: 'few-in-percentage' } : { value: outcome }
  }
  if (n < policy.responsesMin) return { suppressed: 'few-responses' }
  if (kind === 'choice')
    return alike && policy.hidesAlike ? { suppressed: 'all-alike' } : { value: people ? roundCount(k) : k }
  if (n < policy.averageMin) return { suppressed: 'average-of-few' }
  if (mean?.dominated) return { suppressed: 'dominated' }
  return { value: Math.round((mean?.value ?? 0) * 10) / 10 }
}

function meansOf(worlds: Worlds, set: FigureSet, { basis }: Figure, { dominance }: DisclosurePolicy) {
  const { measure } = set.indicator
  const count = basis.kind === 'mean' ? set.counts[basis.among] : undefined
  if (measure.kind !== 'mean' || count === undefined) return undefined
  return magnitudes(worlds, count.clauses, measure.of)?.map(({ rows, sum, contributions }) => ({
    value: rows === 0 ? 0 : sum / rows,
    dominated: dominance !== undefined && isDominated(contributions, dominance),
  }))
}

/** The counts of all choices of the question that a figure is a choice of. */
function siblingsOf({ figures }: FigureSet, { basis }: Figure): readonly number[] {
  if (basis.kind !== 'choice') return []
  return figures.flatMap(({ basis: other }) =>
    other.kind === 'choice' && other.among === basis.among ? [other.count] : [],
  )
}

/** For a figure, whether its group has any rows in each world: a table lists only groups that are there. */
function groupsOf(worlds: Worlds, { indicator }: FigureSet): (figure: Figure) => readonly boolean[] {
  const columns = (indicator.by ?? []).map((name) => ({ name, place: worlds.dimensions.indexOf(name) }))
  const there = new Map<string, boolean[]>()
  for (const [place, { rows }] of worlds.profiles.entries())
    for (const row of rows) {
      const key = JSON.stringify(columns.map((column) => wordOf(row[column.place] ?? 'null')))
      const known = there.get(key) ?? worlds.sizes.map(() => false)
      there.set(key, known)
      for (const [world, sizes] of worlds.sizes.entries()) if ((sizes[place] ?? 0) > 0) known[world] = true
    }
  const everywhere = worlds.sizes.map(() => true)
  return ({ by }) =>
    columns.length === 0 ? everywhere : (there.get(JSON.stringify(columns.map(({ name }) => by[name]))) ?? [])
}

function wordOf(text: string): string {
  return text === 'null' ? notRecorded : String(JSON.parse(text))
}
