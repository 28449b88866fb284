import { type Offer, type OfferStep, offerSeenBy } from '@mentoring-commons/mentoring'
import type { Viewer } from '../../../context.ts'
import { holdsAny, runsProgrammes } from '../../people/policy.ts'

/** Whether a viewer may know of an offer: whom it has reached, and whoever runs programmes. A mentor knows of none that mentees did not take. */
export function mayReadOffer(viewer: Viewer, offer: Offer): boolean {
  return seesOffers(viewer) || (viewer.personId !== null && offerSeenBy(offer, viewer.personId) !== undefined)
}

/** Whether a viewer may see where every offer stands, and whom it waits for. Why somebody said no is nobody's but theirs. */
export function seesOffers(viewer: Viewer): boolean {
  return holdsAny(viewer, runsProgrammes)
}

/** Whether a viewer may take a step: their own, today; a coordinator those of the programme, and those that people took on paper. */
export function mayAnswerOffer(viewer: Viewer, step: OfferStep, today: string): boolean {
  if (holdsAny(viewer, ['coordinator'])) return true
  return 'by' in step && step.by === viewer.personId && step.on === today
}
