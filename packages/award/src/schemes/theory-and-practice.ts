import { requireSet } from '../outcome-requirement.ts'
import type { Scheme } from '../scheme.ts'
import { sedaActionResearchOutcomes } from '../seda/action-research.ts'
import { sedaCoreOutcomes } from '../seda/core-outcomes.ts'
import { sedaValuesBefore2014 } from '../seda/values.ts'

const document = 'Outline of a conference session on mentoring by Liverpool John Moores University, undated'

/**
 * The award of Liverpool John Moores University that this project begins from, with what one document says of it and no more.
 * Its start, its credit, its end and what became of its recognition are not on record. Before anybody can enrol the institution
 * decides how it is assessed (`stillToDecide` asks); before anybody can submit it loads the specialist outcomes and the rest of the
 * values of its time (`missingOutcomes` says which).
 */
export const theoryAndPractice: Scheme = {
  id: 'ljmu-mentoring-theory-and-practice',
  key: 'theory-and-practice',
  title: 'Mentoring: Theory & Practice',
  provider: 'Liverpool John Moores University',
  source: document,
  certainty: '1',
  recognisingBody: {
    name: 'SEDA',
    source: `Our reading: ${document}, names the SEDA-PDF Action Research Award and does not say in words who recognised it`,
    certainty: 'A',
  },
  versions: [
    {
      version: '1',
      source: document,
      certainty: '1',
      recognition: [
        {
          body: 'SEDA',
          under: 'SEDA-PDF Action Research Award',
          term: 'recognition',
          recognisedOn: '2009-07',
          source: `${document}; that the body is SEDA is our reading`,
          certainty: '1',
        },
      ],
      outcomes: [
        requireSet(sedaValuesBefore2014, {
          source: 'Our reading: a SEDA-PDF programme shows the SEDA values, and this list was in force in July 2009',
          certainty: 'A',
        }),
        requireSet(sedaCoreOutcomes, {
          source:
            'Our reading: a SEDA-PDF programme shows the core development outcomes; that they were these four in 2009 is assumed',
          certainty: 'A',
        }),
        requireSet(sedaActionResearchOutcomes, { source: document, certainty: '1' }),
      ],
      frameworkLinks: [
        {
          to: 'ukpsf-2006:SD3',
          says: 'The university means it to support staff in Standard Descriptor 3 roles',
          source: `${document}; that the edition is that of 2006 is our reading`,
          certainty: 'A',
        },
      ],
      assessmentRules: [],
    },
  ],
}
