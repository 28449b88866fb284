import { identifierRefusal, textRefusal } from '../identifier.ts'
import { isParticipantRole, type ParticipantRole } from '../people/participant.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'

/** What a programme asks of its relationships; each value changes what the status machine does. */
export interface ProgrammePolicy {
  /** Whether every participant signs the agreement before a relationship becomes active. */
  readonly agreementRequired: boolean
  /** The roles whose holders complete a briefing before a relationship becomes active; may be empty. */
  readonly briefingRequiredFor: readonly ParticipantRole[]
  /** The most mentees in one relationship, 1 or more; absent: as many as the kind of relationship allows. */
  readonly menteesMax?: number
}

/** A mentoring programme of an institution. */
export interface Programme {
  readonly id: string
  /** A short name for addresses and imports: lower-case words joined by hyphens, at most 64 characters. */
  readonly key: string
  readonly title: string
  readonly purpose?: string
  readonly policy: ProgrammePolicy
}

/**
 * Gives a programme whose key, title and policy can be used.
 *
 * @example
 * ```ts
 * import { defineProgramme } from '@mentoring-commons/mentoring'
 *
 * const policy = { agreementRequired: true, briefingRequiredFor: ['mentor' as const] }
 * const programme = defineProgramme({ id: 'p1', key: 'new-lecturers', title: 'New lecturers', policy })
 * 'value' in programme //=> true
 * ```
 */
export function defineProgramme(input: Programme): Result<Programme> {
  const refusal =
    identifierRefusal(input.id, 'id') ??
    keyRefusal(input.key) ??
    textRefusal(input.title, 'title') ??
    (input.purpose === undefined ? undefined : textRefusal(input.purpose, 'purpose')) ??
    policyRefusal(input.policy)
  if (refusal) return { refusal }
  const { id, key, title, purpose } = input
  const { agreementRequired, briefingRequiredFor, menteesMax } = input.policy
  const policy = {
    agreementRequired,
    briefingRequiredFor: [...briefingRequiredFor],
    ...(menteesMax === undefined ? {} : { menteesMax }),
  }
  return { value: { id, key, title, ...(purpose === undefined ? {} : { purpose }), policy } }
}

function keyRefusal(key: unknown): Refusal | undefined {
  if (typeof key === 'string' && key.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) return undefined
  const message = `${JSON.stringify(key)} is no key: use lower-case words joined by hyphens, such as "new-lecturers".`
  return refuse('key-not-usable', message, 'key').refusal
}

function policyRefusal(policy: ProgrammePolicy): Refusal | undefined {
  const { agreementRequired, briefingRequiredFor: roles, menteesMax } = policy
  const wrong = (path: string, value: unknown, next: string) =>
    refuse('policy-not-usable', `${JSON.stringify(value)} cannot be used: ${next}.`, `policy.${path}`).refusal
  if (typeof agreementRequired !== 'boolean') return wrong('agreementRequired', agreementRequired, 'give true or false')
  if (!Array.isArray(roles) || !roles.every(isParticipantRole) || new Set(roles).size !== roles.length) {
    return wrong('briefingRequiredFor', roles, 'list participant roles, each once')
  }
  if (menteesMax !== undefined && !(Number.isSafeInteger(menteesMax) && menteesMax >= 1)) {
    return wrong('menteesMax', menteesMax, 'give a whole number from 1, or leave it out for no limit')
  }
  return undefined
}
