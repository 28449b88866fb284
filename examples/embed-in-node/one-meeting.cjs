// One piece of evidence, put forward twice: for dimensions of the framework, and for outcomes of an award. Both packages
// say what is covered by it, and neither says that anything is met.
const assert = require('node:assert/strict')
const { mapEvidence, theoryAndPractice, versionOn } = require('@mentoring-commons/award')
const { coverage } = require('@mentoring-commons/ukpsf')

const evidence = { id: 'a-year-of-mentoring', on: '2026-03-02', tags: ['psf-2023:V3', 'psf-2023:A5'] }

const { dimensions } = accepted(coverage([evidence], 'psf-2023'))
const claimed = dimensions.filter((one) => one.claimed.length > 0).map((one) => one.dimension)

const version = accepted(versionOn(theoryAndPractice, evidence.on))
const { groups } = accepted(mapEvidence(version, [{ outcome: 'seda-core:1', evidenceIds: [evidence.id] }]))
const covered = groups.flatMap(({ outcomes }) => outcomes).filter(({ state }) => state === 'covered')
const open = groups.flatMap(({ toBeLoaded }) => toBeLoaded ?? [])

assert.deepEqual(claimed, ['psf-2023:V3', 'psf-2023:A5'])
assert.deepEqual(
  covered.map(({ outcome }) => outcome.code),
  ['seda-core:1'],
)
assert.equal(open.length, 2)
console.log(`claimed for ${claimed.join(', ')}; put forward for ${covered.length} outcome of the award`)
for (const sentence of open) console.log(sentence)

/** The value of an answer; a refusal says what is wrong and what to do. */
function accepted(answer) {
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
