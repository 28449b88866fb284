import { type Participant, peopleOf } from '../people/participant.ts'
import type { AgreementTerms, AgreementVersion } from './agreement.ts'

/**
 * Gives the agreement in force on a day: the latest version that every participant had signed by then; nothing where none is.
 * It stays in force after its `endsOn`, so that nobody is without one, until a next version is signed or the relationship ends.
 *
 * @example
 * ```ts
 * import { agreementInForce } from '@mentoring-commons/mentoring'
 *
 * agreementInForce({ participants: [{ personId: 'ada', role: 'mentee' }] }, [], '2026-01-31') //=> undefined
 * ```
 */
export function agreementInForce(
  { participants }: { readonly participants: readonly Participant[] },
  versions: readonly AgreementVersion[],
  on: string,
): AgreementVersion | undefined {
  const people = peopleOf(participants)
  return versions
    .filter(({ signatures }) => people.every((who) => signatures.some((one) => one.personId === who && one.on <= on)))
    .reduce<AgreementVersion | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined)
}

/**
 * Gives the agreement as the programme keeps its copy: the terms without the topics, which only the participants see.
 *
 * @example
 * ```ts
 * import { agreementSeenByProgramme } from '@mentoring-commons/mentoring'
 *
 * const terms = {
 *   startsOn: '2026-02-01', endsOn: '2027-01-31', renewable: true,
 *   meetings: { everyDays: 42, durationMinutes: 60, modes: ['online' as const], arrangedBy: 'mentee' as const, preparationDays: 2, cancellationHours: 24 },
 *   contact: { allowed: false, answerWithinDays: 0 }, topicsIn: ['career'], topicsOut: [],
 *   confidentialityExceptions: ['risk-of-harm' as const, 'legal-duty' as const], openness: 'private' as const, reviewEveryDays: 90,
 *   problems: 'talk-to-each-other' as const, noFaultEnding: true as const, distance: { noJointInterests: true, noDecisionsAfterwards: true },
 * }
 * const copy = agreementSeenByProgramme({ relationshipId: 'r1', version: 1, draftedOn: '2026-01-12', terms, signatures: [] })
 * 'topicsIn' in copy.terms //=> false
 * ```
 */
export function agreementSeenByProgramme(
  version: AgreementVersion,
): Omit<AgreementVersion, 'terms'> & { readonly terms: Omit<AgreementTerms, 'topicsIn' | 'topicsOut'> } {
  const { topicsIn: _in, topicsOut: _out, ...terms } = version.terms
  return { ...version, terms }
}
