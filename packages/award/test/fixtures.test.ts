import { expect, test } from 'vitest'
import { defineScheme } from '../src/define-scheme.ts'
import { type LoadClaim, loadOutcomes } from '../src/load-outcomes.ts'
import { type EvidenceMapping, mapEvidence } from '../src/map-evidence.ts'
import { missingOutcomes } from '../src/missing-outcomes.ts'
import type { Outcome } from '../src/outcome.ts'
import { recognisedOn } from '../src/recognised-on.ts'
import type { SchemeInput } from '../src/scheme.ts'
import { theoryAndPractice } from '../src/schemes/theory-and-practice.ts'
import { versionOn } from '../src/version-on.ts'
import coverage from './fixtures/coverage.json' with { type: 'json' }
import institution from './fixtures/institution.json' with { type: 'json' }
import founding from './fixtures/theory-and-practice.json' with { type: 'json' }

test('theory-and-practice.json: the shipped award, whole, with what is missing and what is on record', () => {
  const { in: dates, out } = founding
  const plain = JSON.parse(
    JSON.stringify({
      scheme: theoryAndPractice,
      missing: missingOutcomes(theoryAndPractice.versions[0]),
      recognition: dates.map((date) => recognisedOn(theoryAndPractice, date)),
    }),
  )
  expect(plain).toEqual(out)
})

test('institution.json: a university’s own scheme of two versions, read from JSON, and which is in force when', () => {
  const { in: given, out } = institution
  const made = defineScheme(given.scheme as unknown as SchemeInput)
  if (made.refusal) throw new TypeError(made.refusal.message)
  const answers = given.dates.map((date) => {
    const { value, refusal } = versionOn(made.value, date)
    return { date, version: value?.version ?? refusal?.code, recognition: recognisedOn(made.value, date) }
  })
  expect(answers).toEqual(out)
})

test('coverage.json: outcomes loaded into the shipped award, and a portfolio mapped to them', () => {
  const { in: given, out } = coverage
  const loads = given.loads as readonly { readonly outcomes: readonly Outcome[]; readonly claim: LoadClaim }[]
  const mappings: readonly EvidenceMapping[] = given.mappings
  const before = theoryAndPractice.versions[0]
  const after = loads.reduce(
    (version, { outcomes, claim }) => loadOutcomes(version, outcomes, claim).value ?? version,
    before,
  )
  const answer = {
    missingBefore: missingOutcomes(before).map(({ group }) => group),
    missingAfter: missingOutcomes(after),
    before: mapEvidence(before, mappings),
    after: mapEvidence(after, mappings),
  }
  expect(answer).toEqual(out)
})
