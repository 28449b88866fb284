import type { FigureSet } from '../figure.ts'
import type { Linear } from './bounds.ts'
import type { DisclosedFigure } from './disclosed-figure.ts'
import { grant } from './grant.ts'
import type { DisclosurePolicy } from './policy.ts'
import type { Rate } from './rate.ts'
import { relate } from './relate.ts'
import { type Block, blocksOf } from './responses.ts'
import { reaches, roundCount, wholePercent } from './round.ts'
import type { Suppressed, SuppressionReason } from './suppressed.ts'
import { gather, type Placed, type Unknown } from './unknowns.ts'
import type { Grant } from './wish.ts'

/**
 * The figures of one report as a reader under this policy may see them, in the order of the sets.
 *
 * Always the last step, and always with all sets of a report together: what one table hides another must not give back. Two reports
 * over overlapping data that are disclosed apart are not guarded against each other.
 *
 * Under rounding, counts of people go to the nearest 5, percentages to whole percent (a decimal more would name the count: 34.8 % of about 25
 * is 8 of 23), averages to one decimal without their spread, and an interval is left out because its ends give back count and n.
 *
 * @example
 * ```ts
 * import { disclose, hesa, measure } from '@mentoring-commons/reporting'
 *
 * const table = { columns: [{ name: 'year', type: 'integer', label: 'Year' }], rows: [{ year: 1 }, { year: 1 }, { year: 1 }] } as const
 * const places = { id: 'places', label: 'Places', definition: 'Places given.', measure: { kind: 'count' }, people: true, unit: 'people' } as const
 * const measured = measure(places, table)
 * 'value' in measured && disclose([measured.value], hesa).map((figure) => 'value' in figure && figure.value) //=> [5]
 * ```
 */
export function disclose(sets: readonly FigureSet[], policy: DisclosurePolicy): readonly DisclosedFigure[] {
  const { unknowns, placed } = gather(sets)
  const blocks = blocksOf(placed, unknowns, policy)
  const hidden = new Map<number, SuppressionReason>()
  for (const block of blocks)
    if (block.hidden !== undefined) for (const index of block.figures) hidden.set(index, block.hidden)
  const few = new Set(placed.flatMap((one, index) => (isPercentageOfFew(one, unknowns, policy) ? [index] : [])))
  const shown = placed.flatMap((one, index) => (hidden.has(index) ? [] : [{ ...one, index }]))
  const rates = shown.filter(
    ({ figure, among, index }) => figure.basis.kind === 'rate' && unknowns[among]?.people === true && !few.has(index),
  )
  const wish = {
    counts: shown.flatMap(({ among, count, figure }) =>
      figure.basis.kind === 'choice' && count !== undefined ? [among, count] : [among],
    ),
    rates: rates.flatMap(({ among, count }): Rate[] => (count === undefined ? [] : [{ among, count }])),
    known: [...knownOfBlocks(blocks, unknowns), ...knownOfRates(placed, unknowns, few, policy)],
  }
  const granted = policy.rounded ? grant(unknowns, relate(unknowns), wish) : undefined
  const rateAt = new Map(rates.map(({ index }, place) => [index, granted?.rates[place] ?? 'shown']))
  return placed.map((one, index) => {
    const why = hidden.get(index) ?? (few.has(index) ? 'percentage-of-few' : reasonOf(one, granted, rateAt.get(index)))
    return show(one, unknowns, policy, why, hidden.get(index) ?? reasonOfCount(one.among, granted))
  })
}

function isPercentageOfFew({ figure, among }: Placed, unknowns: readonly Unknown[], policy: DisclosurePolicy): boolean {
  return (
    figure.basis.kind === 'rate' &&
    unknowns[among]?.people === true &&
    !reaches(unknowns[among]?.value ?? 0, policy.percentageMin)
  )
}

function reasonOfCount(place: number | undefined, granted: Grant | undefined): SuppressionReason | undefined {
  return granted === undefined || place === undefined || granted.counts.has(place) ? undefined : 'derivable'
}

function reasonOf(
  { figure, count }: Placed,
  granted: Grant | undefined,
  rate: Grant['rates'][number] = 'shown',
): SuppressionReason | undefined {
  if (figure.basis.kind === 'mean') return undefined
  if (figure.basis.kind === 'rate')
    return rate === 'shown' ? undefined : rate === 'few' ? 'few-in-percentage' : 'derivable'
  return reasonOfCount(count, granted)
}

function show(
  { figure, among, count }: Placed,
  unknowns: readonly Unknown[],
  policy: DisclosurePolicy,
  why: SuppressionReason | undefined,
  whyNot: SuppressionReason | undefined,
): DisclosedFigure {
  const rounds = (place: number) => policy.rounded && unknowns[place]?.people === true
  const whole = unknowns[among]?.value ?? 0
  const n: number | Suppressed =
    whyNot === undefined ? (rounds(among) ? roundCount(whole) : whole) : { suppressed: whyNot }
  const { id, label, by, unit, definition } = figure
  const said = { id, label, by, n, unit, definition }
  if (why !== undefined) return { ...said, suppressed: why }
  if (!rounds(among))
    return {
      ...said,
      value: figure.value,
      ...(figure.uncertainty === undefined ? {} : { uncertainty: figure.uncertainty }),
    }
  if (figure.basis.kind === 'rate') return { ...said, value: wholePercent(unknowns[count ?? -1]?.value ?? 0, whole) }
  return {
    ...said,
    value: figure.basis.kind === 'mean' ? Math.round(figure.value * 10) / 10 : roundCount(figure.value),
  }
}

/** That a survey is shown says that enough answered; that it is not, that somebody did. */
function knownOfBlocks(blocks: readonly Block[], unknowns: readonly Unknown[]): readonly Linear[] {
  return blocks.map(({ among, hidden, least }) => {
    const n = unknowns[among]?.value ?? 0
    return {
      kind: 'linear',
      terms: [[among, 1]],
      low: hidden === undefined ? least.shown : 1,
      high: n < least.shown ? least.shown - 1 : Infinity,
    }
  })
}

/** That a percentage is of few is said, and so is that it is not. */
function knownOfRates(
  placed: readonly Placed[],
  unknowns: readonly Unknown[],
  few: ReadonlySet<number>,
  policy: DisclosurePolicy,
): readonly Linear[] {
  const limit = Math.ceil(policy.percentageMin)
  return placed.flatMap(({ figure, among }, index): Linear[] => {
    if (figure.basis.kind !== 'rate' || unknowns[among]?.people !== true) return []
    return [
      few.has(index)
        ? { kind: 'linear', terms: [[among, 1]], low: 1, high: limit - 1 }
        : { kind: 'linear', terms: [[among, 1]], low: limit, high: Infinity },
    ]
  })
}
