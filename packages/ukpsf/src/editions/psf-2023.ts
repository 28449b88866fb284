import { formatDimension } from '../framework/dimension.ts'
import type { Edition } from '../framework/edition.ts'
import type { Provenance } from '../framework/sourced.ts'
import { familyOf } from './family-of.ts'

const edition = 'psf-2023'
const readOn = '2026-11-24'

const listing: Provenance = {
  source: 'two independent public listings that agree; in part qmul.ac.uk/queenmaryacademy',
  certainty: '2+',
  readOn,
}
const criteria: Provenance = {
  source: 'advance-he.ac.uk, the page of the category; Northampton; QUB; UWS',
  certainty: '2+',
  readOn,
}
const d4: Provenance = {
  source: 'advance-he.ac.uk, the page of Principal Fellowship, read in a copy; in outline two or more pages agree',
  certainty: '1',
  readOn,
}

const valueList = familyOf(edition, 'V', listing, [
  'Respect for learners and groups',
  'Engagement and equity',
  'Scholarship and evidence as the ground',
  'Answering the wider setting',
  'Working with others',
])
const knowledgeList = familyOf(edition, 'K', listing, [
  'Learning, in general and in the subject',
  'Approaches that fit subject and level',
  'Evaluating practice critically',
  'Technologies and resources',
  'Quality assurance and enhancement',
])
const areaList = familyOf(edition, 'A', listing, [
  'Planning and designing',
  'Teaching or support, and its environments',
  'Assessment and feedback that serve learning',
  'Support and guidance',
  'Own development',
])
const values = valueList.map(formatDimension)
const knowledge = knowledgeList.map(formatDimension)
const areas = areaList.map(formatDimension)
const all = [...values, ...knowledge, ...areas]

/** The edition of 2023: V1 to V5, K1 to K5, A1 to A5, and descriptors D1 to D4 with three criteria each. */
export const psf2023: Edition = {
  id: edition,
  officialTitle: 'Professional Standards Framework for teaching and supporting learning in higher education 2023',
  published: {
    value: '2023-01-31',
    source: 'advance-he.ac.uk/professional-standards-framework-review',
    certainty: '1',
    readOn,
  },
  families: { value: ['V', 'K', 'A'], source: 'Warwick; qmul.ac.uk/queenmaryacademy', certainty: '2+', readOn },
  official: 'Advance HE, advance-he.ac.uk',
  numbering: { value: 'arabic', ...criteria },
  dimensions: [...valueList, ...knowledgeList, ...areaList],
  descriptors: [
    {
      edition,
      code: 'D1',
      category: 'Associate Fellow',
      postNominal: 'AFHEA',
      recency: {
        kind: 'window',
        yearsMax: 3,
        note: 'No page was found that says so for this category.',
        source: 'from memory, not verified',
        certainty: 'M',
        readOn,
      },
      criteria: [
        {
          code: 'D1.1',
          title: 'Appropriate values, V1 and V3 at least',
          rules: [
            { kind: 'all-of', codes: ['psf-2023:V1', 'psf-2023:V3'] },
            { kind: 'quality', words: ['appropriate'] },
          ],
          ...criteria,
        },
        {
          code: 'D1.2',
          title: 'Appropriate knowledge, K1, K2 and K3 at least',
          rules: [
            { kind: 'all-of', codes: ['psf-2023:K1', 'psf-2023:K2', 'psf-2023:K3'] },
            { kind: 'quality', words: ['appropriate'] },
          ],
          ...criteria,
        },
        {
          code: 'D1.3',
          title: 'Practice in two areas',
          rules: [
            { kind: 'at-least', count: 2, from: areas },
            { kind: 'quality', words: ['effective', 'inclusive'] },
          ],
          ...criteria,
        },
      ],
      ...criteria,
    },
    {
      edition,
      code: 'D2',
      category: 'Fellow',
      postNominal: 'FHEA',
      recency: {
        kind: 'window',
        yearsMax: 3,
        note: 'Current or recent practice, within the last three years.',
        source: 'mypad.northampton.ac.uk/lte, page 19296',
        certainty: '1',
        readOn,
      },
      criteria: [
        { code: 'D2.1', title: 'All values', rules: [{ kind: 'all-of', codes: values }], ...criteria },
        {
          code: 'D2.2',
          title: 'All knowledge',
          rules: [{ kind: 'all-of', codes: knowledge }],
          note: 'Northampton says all five, Advance HE says all.',
          ...criteria,
        },
        {
          code: 'D2.3',
          title: 'Practice in all areas',
          rules: [
            { kind: 'all-of', codes: areas },
            { kind: 'quality', words: ['effective', 'inclusive'] },
          ],
          ...criteria,
        },
      ],
      ...criteria,
    },
    {
      edition,
      code: 'D3',
      category: 'Senior Fellow',
      postNominal: 'SFHEA',
      recency: {
        kind: 'window',
        yearsMax: 5,
        note: 'Recent examples, typically of the last three to five years, to show what is sustained; five is used here.',
        source: 'Northampton, senior-fellow',
        certainty: '1',
        readOn,
      },
      criteria: [
        {
          code: 'D3.1',
          title: 'Leading or influencing the practice of others',
          rules: [
            {
              kind: 'judgement',
              about:
                'the practice of others who teach or support learning has been led or influenced, and for long enough',
              bearsOn: [],
            },
          ],
          ...criteria,
        },
        {
          code: 'D3.2',
          title: 'Practice that brings all dimensions together',
          rules: [
            { kind: 'all-of', codes: all },
            { kind: 'quality', words: ['effective', 'inclusive'] },
            { kind: 'judgement', about: 'the dimensions work together in the practice', bearsOn: all },
          ],
          ...criteria,
        },
        {
          code: 'D3.3',
          title: 'Reach past direct teaching',
          rules: [
            { kind: 'judgement', about: 'the practice goes well past direct teaching or direct support', bearsOn: [] },
          ],
          ...criteria,
        },
      ],
      ...criteria,
    },
    {
      edition,
      code: 'D4',
      category: 'Principal Fellow',
      postNominal: 'PFHEA',
      recency: {
        kind: 'window',
        yearsMax: 7,
        note: 'A sustained record over five to seven years; seven is used here.',
        source: 'advance-he.ac.uk, the page of Principal Fellowship, read in a copy',
        certainty: '1',
        readOn,
      },
      criteria: [
        {
          code: 'D4.1',
          title: 'Strategic leadership with wide impact',
          rules: [
            {
              kind: 'judgement',
              about:
                'strategic leadership is sustained and effective, and its impact wide in an institution, past it, or over a discipline or profession',
              bearsOn: [],
            },
          ],
          ...d4,
        },
        {
          code: 'D4.2',
          title: 'Strategies made and carried out',
          rules: [
            {
              kind: 'judgement',
              about:
                'strategies, policies, procedures or initiatives were both made and carried out, and are effective and inclusive',
              bearsOn: [],
            },
          ],
          ...d4,
        },
        {
          code: 'D4.3',
          title: 'All dimensions in strategic leadership',
          rules: [
            { kind: 'all-of', codes: all },
            {
              kind: 'judgement',
              about: 'strategic leadership is committed to the dimensions and joins them',
              bearsOn: all,
            },
          ],
          ...d4,
        },
      ],
      ...d4,
    },
  ],
}
