import { type Participant, peopleOf } from '../people/participant.ts'
import type { SignatureAct } from './relationship.ts'

/**
 * Gives the people whose signature is missing under one agreement: nobody where everybody has signed the same version, else those who have not
 * signed the latest version that anybody signed. Signatures without a version are under one agreement, older than every version.
 */
export function unsigned(participants: readonly Participant[], signatures: readonly SignatureAct[]): readonly string[] {
  const people = peopleOf(participants)
  const missing = (version: number) =>
    people.filter((who) => !signatures.some((act) => act.personId === who && versionOf(act) === version))
  const versions = [...new Set(signatures.map(versionOf))]
  return versions.some((version) => missing(version).length === 0) ? [] : missing(Math.max(0, ...versions))
}

/** The version that was signed; 0 where none is named. */
export function versionOf({ version = 0 }: { readonly version?: number }): number {
  return version
}
