import * as real from '../../node_modules/fast-check/lib/fast-check.js'

export * from '../../node_modules/fast-check/lib/fast-check.js'

/** fast-check tries a property this often when nothing else is said. */
const usual = 100

const factor = Number(process.env.FC_RUNS ?? usual) / usual

/** fast-check's `assert` with FC_RUNS runs, and as many times a test's own number as that is of the usual 100. */
export function assert<T>(property: real.IRawProperty<T>, parameters: real.Parameters<T> = {}): Promise<void> | void {
  return real.assert(property, { ...parameters, numRuns: Math.ceil(factor * (parameters.numRuns ?? usual)) })
}

/** fast-check with this `assert`, for tests that import it as one object. */
export default { ...real.default, assert }
