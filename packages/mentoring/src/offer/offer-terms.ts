import { type Refusal, type Result, refuse } from '../refusal.ts'
import { type ObjectShape, object, whole } from '../shape/shape.ts'

/** How long people may take to answer an offer. */
export interface OfferTerms {
  /** Whole days from the day they are asked, 1 to 365; the last of them still counts. */
  readonly menteeAnswerDays: number
  readonly mentorAnswerDays: number
}

/** Two weeks for each party; our own choice (certainty A), for a programme that has none. */
export const defaultOfferTerms: OfferTerms = { menteeAnswerDays: 14, mentorAnswerDays: 14 }

/** The declared shape of the terms of offers. */
export const offerTermsShape: ObjectShape<OfferTerms> = object<OfferTerms>({
  menteeAnswerDays: whole(1, 365),
  mentorAnswerDays: whole(1, 365),
})

/** Gives the refusal of terms that no offer can be made on. */
export function offerTermsRefusal(terms: OfferTerms): Refusal | undefined {
  for (const key of ['menteeAnswerDays', 'mentorAnswerDays'] as const) {
    const days = terms[key]
    if (Number.isSafeInteger(days) && days >= 1 && days <= 365) continue
    const message = `${String(days)} is no time to answer: give whole days from 1 to 365.`
    return (refuse('terms-not-usable', message, `terms.${key}`) satisfies Result<never>).refusal
  }
  return undefined
}
