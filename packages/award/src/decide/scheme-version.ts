import type { CandidacyFile } from '../candidacy/candidacy.ts'
import type { RecognitionNote } from '../candidacy/decision.ts'
import { recognisedOn } from '../recognised-on.ts'
import type { Result } from '../refusal.ts'
import type { Scheme, SchemeVersion } from '../scheme.ts'

/** A scheme and one of its versions. */
export interface VersionOfScheme {
  readonly scheme: Scheme
  readonly version: SchemeVersion
}

/** The scheme and the version that a candidacy is for, as they are known now. */
export function schemeVersion(file: CandidacyFile, schemes: readonly Scheme[]): Result<VersionOfScheme> {
  const scheme = schemes.find(({ id }) => id === file.scheme)
  const version = scheme?.versions.find((each) => each.version === file.version)
  if (scheme !== undefined && version !== undefined) return { value: { scheme, version } }
  const message = `The candidacy is for version "${file.version}" of scheme "${file.scheme}", which was not given: give the decider that scheme, with that version.`
  return { refusal: { code: 'unknown-scheme', message } }
}

/** Whether a version was recognised on a day, in force or not: a candidate finishes under the version of the enrolment. */
export function recognitionOf({ scheme, version }: VersionOfScheme, day: string): Result<RecognitionNote> {
  const { validFrom: _from, validTo: _to, ...unbounded } = version
  const answer = recognisedOn({ ...scheme, versions: [unbounded] }, day)
  if (answer.refusal) return answer
  return { value: { status: answer.value.status, body: answer.value.body } }
}
