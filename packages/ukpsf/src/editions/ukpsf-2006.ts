import type { Recency } from '../framework/descriptor.ts'
import { formatDimension } from '../framework/dimension.ts'
import type { Edition } from '../framework/edition.ts'
import type { Provenance } from '../framework/sourced.ts'
import { familyOf } from './family-of.ts'

const edition = 'ukpsf-2006'
const readOn = '2026-11-24'

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

const areaList = familyOf(edition, 'A', { note: ownCode, ...memory }, [
  'Planning and designing',
  'Teaching, or supporting learners',
  'Assessment and feedback',
  'Environments, support and guidance',
  'Joining scholarship and teaching',
  'Evaluating practice, own development',
])
const knowledgeList = familyOf(edition, 'K', { note: ownCode, ...memory }, [
  'The subject itself',
  'Methods that fit subject and level',
  'Student learning',
  'Technologies for learning',
  'Evaluating teaching',
  'Quality assurance and enhancement',
])
const valueList = familyOf(edition, 'V', { note: ownCode, ...listed }, [
  'Respect for individual learners',
  'Research and scholarship taken in',
  'Communities of learning',
  'Participation, diversity, equality',
  'Development and evaluation',
])
const areas = areaList.map(formatDimension)
const knowledge = knowledgeList.map(formatDimension)
const values = valueList.map(formatDimension)
const all = [...areas, ...knowledge, ...values]

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
  dimensions: [...areaList, ...knowledgeList, ...valueList],
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
