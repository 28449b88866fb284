import type { Refusal } from '../../refusal.ts'

const most = 1e100

/**
 * Why values cannot be reckoned with, or nothing when there are `least` of them, all finite, and each 0 or of a size between 1e-100
 * and 1e100, so that squares neither run over nor out. `name` is the argument's, for the path.
 */
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
    const size = Math.abs(value)
    if (size > most || (size < 1 / most && size !== 0))
      return {
        code: 'value-not-finite',
        message: `Value ${index + 1} of "${name}" is ${value}, too ${size > 1 ? 'large' : 'small'} to reckon with. Choose another unit.`,
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
