import type { CandidacyFile, Preparing, Referred } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import type { CandidacyEvent, EventOf } from '../candidacy/events.ts'
import type { Decision } from '../decider.ts'
import { mapEvidence } from '../map-evidence.ts'
import { outcomesOf } from '../outcome-requirement.ts'
import type { Result } from '../refusal.ts'
import type { Scheme } from '../scheme.ts'
import { byCandidate, first, no, notAfter, shown, texts, unless } from './check.ts'
import { schemeVersion } from './scheme-version.ts'
import { submissionGaps } from './submission-gaps.ts'

/** Keeps the portfolio as it is: its hash, the evidence for each outcome, the inquiry, and the relationships with their counts. */
export function takeSnapshot(
  { by, on, snapshot, contentHash, mapping }: CommandOf<'TakeSnapshot'>,
  file: CandidacyFile,
  schemes: readonly Scheme[],
): Decision<CandidacyEvent> {
  const found = schemeVersion(file, schemes)
  if (found.refusal) return found
  const check = first(
    byCandidate(by, file, 'take a snapshot of the portfolio'),
    texts({ snapshot }),
    file.snapshots.some(({ id }) => id === snapshot)
      ? no('duplicate-id', `snapshot "${snapshot}" is taken and never changes: give a new id.`, 'snapshot')
      : undefined,
    /^[0-9a-f]{64}$/.test(contentHash)
      ? undefined
      : no(
          'hash-malformed',
          `contentHash is ${shown(contentHash)}: give the SHA-256 of the content as 64 lower-case hexadecimal digits.`,
          'contentHash',
        ),
    mapEvidence(found.value.version, mapping).refusal,
  )
  const { relationships, inquiry } = file
  const kept = { relationships, ...(inquiry === undefined ? {} : { inquiry }) }
  return unless(check, { type: 'SnapshotTaken', by, on, snapshot, contentHash, mapping, ...kept })
}

/** Submits one snapshot; from then on it alone is assessed. */
export function submit(
  { by, on, snapshot }: CommandOf<'Submit'>,
  state: Preparing | Referred,
  schemes: readonly Scheme[],
): Decision<CandidacyEvent> {
  const ready = submittable(state, snapshot, schemes)
  const late =
    state.status === 'referred'
      ? notAfter(
          on,
          state.decision.deadline,
          'the time to submit again',
          'let the referral lapse, or appeal if that is open',
        )
      : undefined
  const check = first(byCandidate(by, state.file, 'submit the portfolio'), late)
  if (check !== undefined) return { refusal: check }
  if (ready.refusal) return ready
  return { events: [{ type: 'Submitted', by, on, snapshot, ...ready.value }] }
}

/** What a submission of a snapshot is about, or why it cannot be submitted on any day. */
export function submittable(
  state: Preparing | Referred,
  id: string,
  schemes: readonly Scheme[],
): Result<Pick<EventOf<'Submitted'>, 'attempt' | 'outcomes' | 'carried'>> {
  const { file } = state
  const found = schemeVersion(file, schemes)
  if (found.refusal) return found
  const [refusal] = submissionGaps(state, id, schemes)
  if (refusal !== undefined) return { refusal }
  const required = found.value.version.outcomes.flatMap(outcomesOf).map(({ code }) => code)
  const results = state.status === 'referred' ? state.assessment.results : []
  const shownBefore = results.filter(({ outcome, finding }) => finding === 'shown' && required.includes(outcome))
  const outcomes = required.filter((code) => !shownBefore.some(({ outcome }) => outcome === code))
  const attempt = file.submitted.length + 1
  if (outcomes.length === 0) return { value: { attempt, outcomes: required, carried: [] } }
  return { value: { attempt, outcomes, carried: shownBefore.map((result) => ({ ...result, by: 'carried' })) } }
}
