import fc from 'fast-check'

/** Every day from 2009 to 2012, made by the platform's calendar and not by the code under test. */
export const allDays: readonly string[] = Array.from({ length: 1461 }, (_, index) =>
  new Date(Date.UTC(2009, 0, 1 + index)).toISOString().slice(0, 10),
)

/** The days that a partial date may stand for, found by looking at each. */
export function daysOf(date: string): readonly string[] {
  return allDays.filter((day) => day === date || day.startsWith(`${date}-`))
}

/** A date in early 2010, known to the day, the month or the year: near enough together to meet at every edge. */
export const partialDate: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 365 + 20, max: 365 + 100 }).map((index) => allDays[index] as string) },
  { weight: 4, arbitrary: fc.constantFrom('2009-12', '2010-01', '2010-02', '2010-03', '2010-04') },
  { weight: 1, arbitrary: fc.constantFrom('2009', '2010') },
)

/** Bounds of a period, each of which may be absent; they may also lie backwards. */
export const bounds: fc.Arbitrary<{ validFrom?: string; validTo?: string }> = fc.record(
  { validFrom: partialDate, validTo: partialDate },
  { requiredKeys: [] },
)

/** What every reading of a period's bounds says, found by going through all of them; absent bounds are the ends of `allDays`. */
export interface Readings {
  /** How many ways there are to read the period as two exact days that do not lie backwards. */
  readonly count: number
  readonly earliestEnd: string
  readonly latestStart: string
  /** In how many of the readings a day lies within the period. */
  within(day: string): number
}

const known = new Map<string, Readings>()

/** All readings of a period, counted once for each period asked about. */
export function readings(period: { readonly validFrom?: string; readonly validTo?: string }): Readings {
  const key = `${period.validFrom} ${period.validTo}`
  const found = known.get(key) ?? readAll(period)
  known.set(key, found)
  return found
}

function readAll({ validFrom, validTo }: { readonly validFrom?: string; readonly validTo?: string }): Readings {
  const starts = validFrom === undefined ? allDays.slice(0, 1) : daysOf(validFrom)
  const ends = validTo === undefined ? allDays.slice(-1) : daysOf(validTo)
  const pairs = starts.flatMap((start) => ends.filter((end) => start <= end).map((end) => [start, end] as const))
  const opened = new Map<string, number>()
  const closed = new Map<string, number>()
  for (const [start, end] of pairs) {
    opened.set(start, (opened.get(start) ?? 0) + 1)
    closed.set(end, (closed.get(end) ?? 0) + 1)
  }
  const inside = new Map<string, number>()
  let running = 0
  for (const day of allDays) {
    running += opened.get(day) ?? 0
    inside.set(day, running)
    running -= closed.get(day) ?? 0
  }
  return {
    count: pairs.length,
    earliestEnd: allDays.find((day) => closed.has(day)) ?? '',
    latestStart: allDays.findLast((day) => opened.has(day)) ?? '',
    within: (day) => inside.get(day) ?? 0,
  }
}

/** Whether a day lies within a period under some reading of it, or under every one. */
export function lies(
  day: string,
  period: { readonly validFrom?: string; readonly validTo?: string },
  how: 'some' | 'every',
): boolean {
  const { count, within } = readings(period)
  return how === 'some' ? within(day) > 0 : count > 0 && within(day) === count
}
