import fc from 'fast-check'

// FC_RUNS raises how often every property is tried; a number that a test gives itself is only raised, never lowered.
const runs = Number(process.env.FC_RUNS ?? 0)

if (runs > 0) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs })
  const assert = fc.assert as (property: unknown, parameters?: { numRuns?: number }) => unknown
  const raised: typeof assert = (property, parameters) =>
    assert(property, { ...parameters, numRuns: Math.max(runs, parameters?.numRuns ?? 0) })
  Object.assign(fc, { assert: raised })
}
