import type { Result } from '../../refusal.ts'
import { listedRefusal, textRefusal } from '../refuse.ts'

/** Every kind of evidence for a link. */
export const evidenceKinds = ['estimate', 'document', 'observation', 'published-study', 'stakeholder-opinion'] as const

/** One of those. An opinion is evidence of what people think; opinions alone carry no claim (Mayne, 2019). */
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Something that speaks for or against a link. */
export interface ClaimEvidence {
  readonly id: string
  readonly kind: EvidenceKind
  readonly title: string
  /** Where it is: the id of an estimate, an address, a shelf mark. */
  readonly reference: string
}

/**
 * A piece of evidence that is complete.
 *
 * @example
 * ```ts
 * import { defineEvidence } from '@mentoring-commons/reporting/evaluation'
 *
 * 'value' in defineEvidence({ id: 'e1', kind: 'estimate', title: 'Change in confidence', reference: 'estimate-1' }) //=> true
 * const rumour = defineEvidence({ id: 'e2', kind: 'document', title: 'Somewhere', reference: ' ' })
 * 'refusal' in rumour && rumour.refusal.path //=> ["reference"]
 * ```
 */
export function defineEvidence(input: ClaimEvidence): Result<ClaimEvidence> {
  const refusal =
    textRefusal(input.id, ['id']) ??
    listedRefusal(input.kind, evidenceKinds, ['kind']) ??
    textRefusal(input.title, ['title']) ??
    textRefusal(input.reference, ['reference'])
  return refusal === undefined ? { value: input } : { refusal }
}
