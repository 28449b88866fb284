import type { DimensionCode } from '../framework/code.ts'
import type { Recency } from '../framework/descriptor.ts'
import type { Edition } from '../framework/edition.ts'
import type { Provenance } from '../framework/sourced.ts'

const edition = 'ukpsf-2006'
const readOn = '2026-11-24'

const areas: readonly DimensionCode[] = [
  'ukpsf-2006:A1',
  'ukpsf-2006:A2',
  'ukpsf-2006:A3',
  'ukpsf-2006:A4',
  'ukpsf-2006:A5',
  'ukpsf-2006:A6',
]
const knowledge: readonly DimensionCode[] = [
  'ukpsf-2006:K1',
  'ukpsf-2006:K2',
  'ukpsf-2006:K3',
  'ukpsf-2006:K4',
  'ukpsf-2006:K5',
  'ukpsf-2006:K6',
]
const values: readonly DimensionCode[] = [
  'ukpsf-2006:V1',
  'ukpsf-2006:V2',
  'ukpsf-2006:V3',
  'ukpsf-2006:V4',
  'ukpsf-2006:V5',
]
const all: readonly DimensionCode[] = [...areas, ...knowledge, ...values]

const memory: Provenance = { source: 'from memory, not verified', certainty: 'M', readOn }
const listed: Provenance = {
  source: 'reflectiveteaching.co.uk/rthe2/part5_ch17, which does not name the edition, but fits no other',
  certainty: '1',
  readOn,
}
const category: Provenance = {
  source:
    'one encyclopedia article for the categories and post-nominals; one page (uel.ac.uk/continuum) for there being three descriptors; what each asks for is from memory',
  certainty: '1',
  readOn,
}

const ownCode =
  "The edition has numbered lists and no letters: the letter, and so the code, is this package's own and no document has it."

const recency: Recency = {
  kind: 'no-fixed-window',
  note: 'Nothing was found about how recent evidence had to be, so no number of years is assumed.',
  ...memory,
}

/** The edition of 2006: six areas, six forms of knowledge, five values under codes of our own, and three descriptors. */
export const ukpsf2006: Edition = {
  id: edition,
  officialTitle: 'The UK Professional Standards Framework for teaching and supporting learning in higher education',
  published: {
    value: '2006-02',
    source: 'two or more pages for the year, one for the month; no day was found',
    certainty: '1',
    readOn,
  },
  families: { value: ['A', 'K', 'V'], ...memory },
  official: 'Advance HE, advance-he.ac.uk, as successor of the Higher Education Academy',
  numbering: {
    value: 'own',
    source:
      "From memory, the edition numbers its lists and has no codes. The letters A, K and V, the letters SD and the numbers of criteria are this package's own.",
    certainty: 'M',
    readOn,
  },
  dimensions: [
    { edition, family: 'A', code: 'A1', title: 'Planning and designing', note: ownCode, ...memory },
    { edition, family: 'A', code: 'A2', title: 'Teaching, or supporting learners', note: ownCode, ...memory },
    { edition, family: 'A', code: 'A3', title: 'Assessment and feedback', note: ownCode, ...memory },
    { edition, family: 'A', code: 'A4', title: 'Environments, support and guidance', note: ownCode, ...memory },
    { edition, family: 'A', code: 'A5', title: 'Joining scholarship and teaching', note: ownCode, ...memory },
    { edition, family: 'A', code: 'A6', title: 'Evaluating practice, own development', note: ownCode, ...memory },
    { edition, family: 'K', code: 'K1', title: 'The subject itself', note: ownCode, ...memory },
    { edition, family: 'K', code: 'K2', title: 'Methods that fit subject and level', note: ownCode, ...memory },
    { edition, family: 'K', code: 'K3', title: 'Student learning', note: ownCode, ...memory },
    { edition, family: 'K', code: 'K4', title: 'Technologies for learning', note: ownCode, ...memory },
    { edition, family: 'K', code: 'K5', title: 'Evaluating teaching', note: ownCode, ...memory },
    { edition, family: 'K', code: 'K6', title: 'Quality assurance and enhancement', note: ownCode, ...memory },
    { edition, family: 'V', code: 'V1', title: 'Respect for individual learners', note: ownCode, ...listed },
    { edition, family: 'V', code: 'V2', title: 'Research and scholarship taken in', note: ownCode, ...listed },
    { edition, family: 'V', code: 'V3', title: 'Communities of learning', note: ownCode, ...listed },
    { edition, family: 'V', code: 'V4', title: 'Participation, diversity, equality', note: ownCode, ...listed },
    { edition, family: 'V', code: 'V5', title: 'Development and evaluation', note: ownCode, ...listed },
  ],
  descriptors: [
    {
      edition,
      code: 'SD1',
      category: 'Associate',
      postNominal: 'AHEA',
      recency,
      criteria: [
        {
          code: 'SD1.1',
          title: 'Two areas of activity',
          rules: [{ kind: 'at-least', count: 2, from: areas }],
          ...memory,
        },
        {
          code: 'SD1.2',
          title: 'Appropriate knowledge',
          rules: [
            {
              kind: 'judgement',
              about: 'the knowledge shown is that which the practice calls for',
              bearsOn: knowledge,
            },
          ],
          note: 'As far as is known neither a number nor a code is given, so nothing is counted.',
          ...memory,
        },
        {
          code: 'SD1.3',
          title: 'Appropriate values',
          rules: [
            { kind: 'judgement', about: 'the values shown are those that the practice calls for', bearsOn: values },
          ],
          note: 'As far as is known neither a number nor a code is given, so nothing is counted.',
          ...memory,
        },
      ],
      ...category,
    },
    {
      edition,
      code: 'SD2',
      category: 'Fellow',
      postNominal: 'FHEA',
      recency,
      criteria: [
        { code: 'SD2.1', title: 'All areas of activity', rules: [{ kind: 'all-of', codes: areas }], ...memory },
        { code: 'SD2.2', title: 'All core knowledge', rules: [{ kind: 'all-of', codes: knowledge }], ...memory },
        { code: 'SD2.3', title: 'All values', rules: [{ kind: 'all-of', codes: values }], ...memory },
      ],
      ...category,
    },
    {
      edition,
      code: 'SD3',
      category: 'Senior Fellow',
      postNominal: 'SFHEA',
      recency,
      criteria: [
        {
          code: 'SD3.1',
          title: 'Learning supported in all dimensions',
          rules: [
            { kind: 'all-of', codes: all },
            { kind: 'judgement', about: 'learning is supported and promoted in all of them', bearsOn: all },
          ],
          ...memory,
        },
        {
          code: 'SD3.2',
          title: 'Mentoring and leading',
          rules: [
            {
              kind: 'judgement',
              about: 'that is done through mentoring and leading single people or teams',
              bearsOn: [],
            },
          ],
          ...memory,
        },
      ],
      ...category,
    },
  ],
}
