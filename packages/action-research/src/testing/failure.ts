/** What a specification or a contract case throws when it does not hold; test runners show the difference of the two. */
export class ExpectationFailed extends Error {
  override readonly name = 'ExpectationFailed'
  readonly expected: unknown
  readonly actual: unknown

  constructor(what: string, expected: unknown, actual: unknown) {
    super(`${what}\nexpected: ${JSON.stringify(expected, null, 2)}\nactual: ${JSON.stringify(actual, null, 2)}`)
    this.expected = expected
    this.actual = actual
  }
}

/** Throws `ExpectationFailed` unless two JSON values are equal; the order of keys does not count. */
export function expectSame(what: string, expected: unknown, actual: unknown): void {
  if (!isSame(expected, actual)) throw new ExpectationFailed(what, expected, actual)
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other)
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [Object.entries(one), Object.entries(other)]
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, (other as Record<string, unknown>)[key]))
  )
}
