import { expect, test } from 'vitest'
import { type DisclosedFigure, disclose, type FigureSet, hesa } from '../../src/index.ts'
import { answers, doneBy, measured, people, peopleBy, peopleTable, rate, surveyTable } from '../fixtures.ts'

/** What a reader sees, without the words. */
function seen(figures: readonly DisclosedFigure[]): string {
  return JSON.stringify(
    figures.map((figure) => [figure.id, figure.by, 'value' in figure ? figure.value : figure.suppressed, figure.n]),
  )
}

/** Every list whose numbers would be shown as 5 in the first `fives` places and as 0 in the others. */
function* shownAs(fives: number, length: number): Generator<number[]> {
  if (length === 0) yield []
  else
    for (const rest of shownAs(fives - 1, length - 1))
      for (const value of fives > 0 ? [3, 4, 5, 6, 7] : [0, 1, 2]) yield [value, ...rest]
}

/** Every list of numbers up to 7, but for their order. */
function* shownAlike(length: number): Generator<number[]> {
  for (let fives = 0; fives <= length; fives += 1) yield* shownAs(fives, length)
}

/**
 * The attacker who knows everything but the rows: the program, the policy, and that the truth is one of these. Each truth is disclosed, truths
 * that look alike are put together, and a secret is out when all that look alike agree on it.
 */
function leaks<Truth>(
  truths: Iterable<Truth>,
  report: (truth: Truth) => readonly FigureSet[],
  secrets: (truth: Truth) => readonly number[],
  show: (sets: readonly FigureSet[]) => readonly DisclosedFigure[] = (sets) => disclose(sets, hesa),
): string[] {
  const alike = new Map<string, { truth: Truth; secrets: readonly number[] }[]>()
  for (const truth of truths) {
    const look = seen(show(report(truth)))
    const others = alike.get(look)
    if (others === undefined) alike.set(look, [{ truth, secrets: secrets(truth) }])
    else others.push({ truth, secrets: secrets(truth) })
  }
  const out: string[] = []
  for (const [look, group] of alike)
    for (const [place, secret] of (group[0]?.secrets ?? []).entries())
      if (secret >= 1 && secret <= 4 && group.every((other) => other.secrets[place] === secret))
        out.push(`${JSON.stringify(group[0]?.truth)} secret ${place} = ${secret} from ${look}`)
  return out
}

const cellsAndRests = (cells: readonly number[]) => {
  const total = cells.reduce((sum, cell) => sum + cell, 0)
  return [...cells, ...cells.map((cell) => total - cell)]
}

test.each([2, 3, 4])(
  'an attacker who runs the program learns no small answer of a survey with %i choices',
  (choices) => {
    expect(
      leaks(shownAlike(choices), (cells) => measured(surveyTable([cells]), answers(choices)), cellsAndRests),
    ).toEqual([])
  },
)

test.each([2, 3, 4])(
  'an attacker who runs the program learns no small group of %i, whole and parts shown',
  (groups) => {
    expect(leaks(shownAlike(groups), (sizes) => measured(peopleTable(sizes), people, peopleBy), cellsAndRests)).toEqual(
      [],
    )
  },
)

test('an attacker who runs the program learns no small number behind a rate', () => {
  const truths = Array.from({ length: 31 }, (_, n) => Array.from({ length: n + 1 }, (_, k) => [n, k] as const))
    .flat()
    .filter(([n]) => n >= 18 && n <= 27)
  expect(
    leaks(
      truths,
      ([n, k]) => measured(peopleTable([n], [k]), people, rate, doneBy),
      ([n, k]) => [k, n - k],
    ),
  ).toEqual([])
})

test('the attack is a real one: rounding alone tells two, two, two and two', () => {
  const roundedOnly = (sets: readonly FigureSet[]) =>
    sets.flatMap((set) =>
      disclose([{ ...set, counts: set.counts.map((count, place) => ({ ...count, table: String(place) })) }], hesa),
    )
  const out = leaks(shownAlike(4), (cells) => measured(surveyTable([cells]), answers(4)), cellsAndRests, roundedOnly)
  expect(out.some((leak) => leak.startsWith('[2,2,2,2]'))).toBe(true)
})
