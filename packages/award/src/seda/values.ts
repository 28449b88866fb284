import type { Outcome } from '../outcome.ts'
import type { CompleteOutcomeSet, OpenOutcomeSet, OutcomeSet } from '../outcome-set.ts'
import type { Sourced } from '../sourced.ts'

const guidance: Sourced = {
  source: 'seda.ac.uk: SEDA-PDF further guidance; Developing Leadership award page; SEDA blog, 2022',
  certainty: '2+',
}
const earlierPage: Sourced = { source: 'seda.ac.uk/index.htm?p=2_1_1', certainty: '1' }

/** The SEDA values since October 2014: five. Titles are our own short words; the numbers in the codes are ours too. */
export const sedaValuesSince2014: CompleteOutcomeSet = {
  id: 'seda-values-2014',
  group: 'value',
  title: 'SEDA values since October 2014',
  validFrom: '2014-10',
  listing: 'complete',
  outcomes: [
    value('seda-values-2014:1', 'How people learn', guidance),
    value('seda-values-2014:2', 'Scholarly, professional, ethical practice', guidance),
    value('seda-values-2014:3', 'Learning communities', guidance),
    value('seda-values-2014:4', 'Diversity and inclusivity', guidance),
    value('seda-values-2014:5', 'Reflection that develops self, others and processes', guidance),
  ],
  ...guidance,
}

/**
 * The SEDA values before 2014, as far as they were seen: two. The list is open until an institution loads the rest.
 * That it ended at some time in 2014 is our reading: it is described as the list before 2014, and the next is dated October 2014.
 */
export const sedaValuesBefore2014: OpenOutcomeSet = {
  id: 'seda-values-before-2014',
  group: 'value',
  title: 'SEDA values before 2014',
  validTo: '2014',
  listing: 'open',
  toBeLoaded:
    'only two of the values of that time were seen, and the others are not known here; load them from the documents of your own recognition.',
  outcomes: [
    value('seda-values-before-2014:1', 'Knowing how people learn', earlierPage),
    value('seda-values-before-2014:2', 'Scholarship, professionalism, ethics', earlierPage),
  ],
  ...earlierPage,
}

/** Both editions of the SEDA values, the earlier first. */
export const sedaValues: readonly OutcomeSet[] = [sedaValuesBefore2014, sedaValuesSince2014]

function value(code: string, title: string, { source, certainty }: Sourced): Outcome {
  return { code, group: 'value', title, source, certainty }
}
