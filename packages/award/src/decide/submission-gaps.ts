import type { CandidacyFile, Preparing, Referred } from '../candidacy/candidacy.ts'
import { type PracticeTotal, practiceTotal } from '../candidacy/practice.ts'
import type { Snapshot } from '../candidacy/snapshot.ts'
import { mapEvidence } from '../map-evidence.ts'
import { missingOutcomes } from '../missing-outcomes.ts'
import type { Refusal } from '../refusal.ts'
import type { Scheme, SchemeVersion } from '../scheme.ts'
import { no } from './check.ts'
import { schemeVersion } from './scheme-version.ts'

/**
 * Everything that keeps a snapshot from being submitted, whatever the day, each with what to do; empty when nothing does.
 * `schemes` are those that the decider has. Gives `unknown-scheme`, `not-found`, `snapshot-used`, `outcomes-not-covered`,
 * `outcomes-not-loaded`, `practice-too-little` and `inquiry-missing`.
 *
 * @example
 * ```ts
 * import { awarding, type CandidacyEvent, fold, type Preparing, type Scheme, submissionGaps, theoryAndPractice } from '@mentoring-commons/award'
 *
 * const workflow = {
 *   practice: { relationships: 1, hours: 0, meetings: 0, duringProgramme: true },
 *   inquiry: 'required', assessors: 1, keptOut: [], moderation: { share: 0, seed: 'x' },
 *   decidedBy: 'anyone', resubmission: 'none', appeal: 'none', clocks: {},
 * } as const
 * const schemes: readonly Scheme[] = [{ ...theoryAndPractice, versions: [{ ...theoryAndPractice.versions[0], workflow }] }]
 * const act = { by: 'candidate', on: '2009-10-01' }
 * const events: readonly CandidacyEvent[] = [
 *   { type: 'Enrolled', ...act, candidacy: 'c1', candidate: 'candidate', scheme: theoryAndPractice.id, version: '1', versionBasis: 'certain', recognition: { status: 'recognised', body: 'SEDA' }, workflow },
 *   { type: 'SnapshotTaken', ...act, snapshot: 's1', contentHash: '0'.repeat(64), mapping: [], relationships: [] },
 * ]
 * const state = fold(awarding(schemes), events) as Preparing
 * submissionGaps(state, 's1', schemes).map(({ code }) => code) //=> ['outcomes-not-covered', 'outcomes-not-loaded', 'practice-too-little', 'inquiry-missing']
 * ```
 */
export function submissionGaps(
  { file }: Preparing | Referred,
  id: string,
  schemes: readonly Scheme[],
): readonly Refusal[] {
  const found = schemeVersion(file, schemes)
  if (found.refusal) return [found.refusal]
  const snapshot = file.snapshots.find((each) => each.id === id)
  if (snapshot === undefined) {
    const there = file.snapshots.map((each) => each.id).join(', ') || 'none'
    const message = `snapshot "${id}" is not on record; there are: ${there}. Take a snapshot of the portfolio first.`
    return [no('not-found', message, 'snapshot')]
  }
  return [...gaps(snapshot, file, found.value.version)]
}

function* gaps(snapshot: Snapshot, file: CandidacyFile, version: SchemeVersion): Generator<Refusal> {
  const { id } = snapshot
  if (file.submitted.includes(id)) {
    const message = `snapshot "${id}" was submitted before: work on the portfolio and take a new one.`
    yield no('snapshot-used', message, 'snapshot')
  }
  yield* uncovered(snapshot, version)
  yield* unpractised(snapshot, file)
  if (file.workflow.inquiry !== 'required' || snapshot.inquiry !== undefined) return
  yield no('inquiry-missing', `snapshot "${id}" holds no inquiry: link one, and take a new snapshot.`, 'snapshot')
}

function* uncovered({ id, mapping }: Snapshot, version: SchemeVersion): Generator<Refusal> {
  const coverage = mapEvidence(version, mapping)
  if (coverage.refusal) return yield coverage.refusal
  const bare = coverage.value.groups
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ state }) => state === 'not-covered')
    .map(({ outcome }) => outcome.code)
  if (bare.length > 0) {
    const message = `snapshot "${id}" puts no evidence forward for ${bare.join(', ')}: map evidence to each, and take a new snapshot.`
    yield no('outcomes-not-covered', message, 'snapshot')
  }
  const open = missingOutcomes(version).map(({ sentence }) => sentence)
  if (open.length === 0) return
  const message = `Whether snapshot "${id}" covers every outcome cannot be checked. ${open.join(' ')} Load them into version "${version.version}", then map evidence to them and take a new snapshot.`
  yield no('outcomes-not-loaded', message, 'snapshot')
}

function* unpractised({ id, relationships }: Snapshot, { workflow, enrolledOn }: CandidacyFile): Generator<Refusal> {
  const { duringProgramme, ...minimum } = workflow.practice
  const total = practiceTotal(relationships, duringProgramme ? enrolledOn : undefined)
  const short = (Object.keys(total) as (keyof PracticeTotal)[]).filter((field) => total[field] < minimum[field])
  if (short.length === 0) return
  const figures = short.map((field) => `${total[field]} of ${minimum[field]} ${field}`).join(', ')
  const during = duringProgramme ? ' since enrolment' : ''
  const message = `snapshot "${id}" shows ${figures}${during}: link or recount the relationships in which the candidate mentors, and take a new snapshot.`
  yield no('practice-too-little', message, 'snapshot')
}
