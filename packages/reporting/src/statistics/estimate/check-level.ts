/** The level of an interval as it is; throws a RangeError unless it lies between 0 and 1. */
export function checkLevel(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`An interval has a level between 0 and 1, such as .95, and not ${level}.`)
  return level
}
