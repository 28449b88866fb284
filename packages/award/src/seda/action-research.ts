import type { OpenOutcomeSet } from '../outcome-set.ts'

/** The specialist outcomes of the SEDA-PDF Action Research Award: none were found, so an institution loads them. */
export const sedaActionResearchOutcomes: OpenOutcomeSet = {
  id: 'seda-action-research',
  group: 'specialist',
  title: 'Specialist outcomes of the SEDA-PDF Action Research Award',
  listing: 'open',
  toBeLoaded:
    'that the award exists was seen, its specialist outcomes were not; load them from the documents of your own recognition.',
  outcomes: [],
  source: 'S. Bostock, slides on SEDA-PDF, listing the named awards of about 2011 to 2014',
  certainty: '1',
}
