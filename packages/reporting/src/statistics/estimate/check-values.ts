import type { Refusal } from '../../refusal.ts'

/** Why values cannot be reckoned with, or nothing when there are `least` of them and all are finite. `name` is the argument's, for the path. */
export function checkValues(values: readonly number[], name: string, least: number): Refusal | undefined {
  // Not findIndex over the values alone: a hole in a sparse array is no number either.
  for (let index = 0; index < values.length; index++) {
    const value: unknown = values[index]
    if (typeof value !== 'number' || !Number.isFinite(value))
      return {
        code: 'value-not-finite',
        message: `Value ${index + 1} of "${name}" is ${String(value)}. Leave missing values out, with their partners where they are paired, and say how many there were.`,
        path: [name, index],
      }
  }
  if (values.length < least)
    return {
      code: 'too-few-values',
      message: `"${name}" has ${values.length} ${values.length === 1 ? 'value' : 'values'}, and at least ${least} are needed. Wait for more answers, or show the values without a test.`,
      path: [name],
    }
  return undefined
}
