import { identifierRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { fieldsRefusal, listedRefusal } from '../read-fields.ts'
import type { Result } from '../refusal.ts'
import { levelRefusal } from './membership.ts'

/** Every kind of taking part, from carrying the community to using what it made. */
export const participationKinds = ['lead', 'contribute', 'attend', 'read', 'use-artefact'] as const

/** How somebody took part once. */
export type ParticipationKind = (typeof participationKinds)[number]

/** That somebody took part once; members and others alike. Like a membership it has no place for a level. */
export interface ParticipationEvent {
  readonly id: string
  readonly communityId: string
  readonly personId: string
  readonly kind: ParticipationKind
  readonly on: string
}

/**
 * Gives an event of participation. Whether the person is a member on that day is no condition.
 *
 * @example
 * ```ts
 * import { recordParticipation } from '@mentoring-commons/mentoring'
 *
 * const event = { id: 'e1', communityId: 'k1', personId: 'ada', kind: 'attend' as const, on: '2025-02-03' }
 * 'value' in recordParticipation(event) //=> true
 * ```
 */
export function recordParticipation(input: ParticipationEvent): Result<ParticipationEvent> {
  const refusal =
    levelRefusal(input) ??
    fieldsRefusal(input, ['id', 'communityId', 'personId', 'kind', 'on'], '') ??
    identifierRefusal(input.id, 'id') ??
    identifierRefusal(input.communityId, 'communityId') ??
    identifierRefusal(input.personId, 'personId') ??
    listedRefusal(input.kind, participationKinds, 'kind') ??
    dateRefusal(input.on, 'on')
  return refusal ? { refusal } : { value: input }
}
