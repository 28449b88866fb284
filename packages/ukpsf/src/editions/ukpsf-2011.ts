import type { Criterion, Recency } from '../framework/descriptor.ts'
import { formatDimension } from '../framework/dimension.ts'
import type { Edition } from '../framework/edition.ts'
import type { Provenance } from '../framework/sourced.ts'
import { familyOf } from './family-of.ts'

const edition = 'ukpsf-2011'
const readOn = '2026-11-24'

const listing: Provenance = {
  source: 'the official 2011 document in large print, read in a copy; leouieda.com/pgcap/ukpsf.html; three more agree',
  certainty: '2+',
  readOn,
}
const d1: Provenance = { source: 'Northampton; docsbay 716518; advance-he.ac.uk, older page', certainty: '2+', readOn }
const d2: Provenance = {
  source: 'two or more pages that agree; their addresses were not kept',
  certainty: '2+',
  readOn,
}
const d3: Provenance = { source: 'southampton.ac.uk/chep; aber.ac.uk', certainty: '2+', readOn }
const d4: Provenance = { source: 'southampton.ac.uk/chep; Sheffield Hallam (TALENT)', certainty: '2+', readOn }

const recency: Recency = {
  kind: 'no-fixed-window',
  note: 'Evidence should be current, and how current depends on the case; no number of years is given.',
  source: 'questions and answers of Teesside, hosted at York St John',
  certainty: '1',
  readOn,
}

/** The six items of Fellow, which Senior Fellow repeats under its own code. */
function itemsOfFellow(code: 'D2' | 'D3', provenance: Provenance): readonly Criterion[] {
  return [
    { code: `${code}.I`, title: 'All areas of activity', rules: [{ kind: 'all-of', codes: areas }], ...provenance },
    { code: `${code}.II`, title: 'All core knowledge', rules: [{ kind: 'all-of', codes: knowledge }], ...provenance },
    { code: `${code}.III`, title: 'All values', rules: [{ kind: 'all-of', codes: values }], ...provenance },
    {
      code: `${code}.IV`,
      title: 'Practice in the areas',
      rules: [{ kind: 'judgement', about: 'there is practice that belongs to the areas of activity', bearsOn: areas }],
      ...provenance,
    },
    {
      code: `${code}.V`,
      title: 'Research and scholarship',
      rules: [{ kind: 'judgement', about: 'research or scholarship is part of the practice', bearsOn: [] }],
      ...provenance,
    },
    {
      code: `${code}.VI`,
      title: 'Continuing development',
      rules: [{ kind: 'judgement', about: 'there is continuing professional development', bearsOn: [] }],
      ...provenance,
    },
  ]
}

const areaList = familyOf(edition, 'A', listing, [
  'Planning and designing',
  'Teaching, or supporting learners',
  'Assessment and feedback',
  'Environments, support and guidance',
  'Own development, research and evaluation',
])
const knowledgeList = familyOf(edition, 'K', listing, [
  'The subject itself',
  {
    title: 'Methods that fit subject and level',
    note: 'Early printings do not name assessment here, later ones do: one code, two wordings.',
  },
  'Student learning, in general and in the subject',
  'Technologies for learning',
  'Evaluating teaching',
  'Quality assurance and enhancement',
])
const valueList = familyOf(edition, 'V', listing, [
  'Respect for learners and communities',
  'Participation and equal opportunity',
  'Practice informed by evidence',
  'The wider setting of higher education',
])
const areas = areaList.map(formatDimension)
const knowledge = knowledgeList.map(formatDimension)
const values = valueList.map(formatDimension)

/** The edition of 2011: A1 to A5, K1 to K6, V1 to V4, and descriptors D1 to D4 with roman items. */
export const ukpsf2011: Edition = {
  id: edition,
  officialTitle:
    'The UK Professional Standards Framework for teaching and supporting learning in higher education 2011',
  published: {
    value: '2011-11-02',
    source: 'two or more pages that give the day; their addresses were not kept',
    certainty: '2+',
    readOn,
  },
  families: { value: ['A', 'K', 'V'], ...listing },
  official: 'Advance HE, advance-he.ac.uk',
  numbering: {
    value: 'roman',
    source:
      'The pages give the items and say how many there are; which numeral belongs to which item is taken from the order in which they are listed. Some schemes write D4.1 to D4.5 for the items of D4.',
    certainty: 'A',
    readOn,
  },
  dimensions: [...areaList, ...knowledgeList, ...valueList],
  descriptors: [
    {
      edition,
      code: 'D1',
      category: 'Associate Fellow',
      postNominal: 'AFHEA',
      recency,
      criteria: [
        {
          code: 'D1.I',
          title: 'Two areas of activity',
          rules: [{ kind: 'at-least', count: 2, from: areas }],
          ...d1,
        },
        {
          code: 'D1.II',
          title: 'Practice in those areas',
          rules: [{ kind: 'judgement', about: 'there is practice that belongs to the areas claimed', bearsOn: areas }],
          ...d1,
        },
        {
          code: 'D1.III',
          title: 'Knowledge, K1 and K2 at least',
          rules: [{ kind: 'all-of', codes: ['ukpsf-2011:K1', 'ukpsf-2011:K2'] }],
          ...d1,
        },
        {
          code: 'D1.IV',
          title: 'Appropriate values',
          rules: [
            { kind: 'judgement', about: 'the values shown are those that the practice calls for', bearsOn: values },
          ],
          note: 'The edition gives neither a number nor a code here, so nothing is counted; not all values are asked for.',
          ...d1,
        },
        {
          code: 'D1.V',
          title: 'Relevant research and scholarship',
          rules: [
            { kind: 'judgement', about: 'research or scholarship that matters to the practice is shown', bearsOn: [] },
          ],
          ...d1,
        },
        {
          code: 'D1.VI',
          title: 'Development, where appropriate',
          rules: [
            {
              kind: 'judgement',
              about: 'professional development is called for here, and if so is shown',
              bearsOn: [],
            },
          ],
          ...d1,
        },
      ],
      ...d1,
    },
    {
      edition,
      code: 'D2',
      category: 'Fellow',
      postNominal: 'FHEA',
      recency,
      criteria: itemsOfFellow('D2', d2),
      ...d2,
    },
    {
      edition,
      code: 'D3',
      category: 'Senior Fellow',
      postNominal: 'SFHEA',
      recency,
      criteria: [
        ...itemsOfFellow('D3', d3),
        {
          code: 'D3.VII',
          title: 'Work for the teaching of others, mentoring among it',
          rules: [
            {
              kind: 'judgement',
              about:
                'other people have been co-ordinated, supported, supervised, managed or mentored well in their teaching',
              bearsOn: [],
            },
            { kind: 'judgement', about: 'the record is a sustained one', bearsOn: [] },
          ],
          note: 'A sustained record is asked for at this descriptor; that it stands with item VII is our placing.',
          ...d3,
        },
      ],
      ...d3,
    },
    {
      edition,
      code: 'D4',
      category: 'Principal Fellow',
      postNominal: 'PFHEA',
      recency,
      criteria: [
        {
          code: 'D4.I',
          title: 'All dimensions, championed',
          rules: [
            { kind: 'all-of', codes: [...areas, ...knowledge, ...values] },
            { kind: 'judgement', about: 'the dimensions are championed', bearsOn: [] },
          ],
          ...d4,
        },
        {
          code: 'D4.II',
          title: 'Strategic leadership',
          rules: [{ kind: 'judgement', about: 'there is strategic leadership', bearsOn: [] }],
          ...d4,
        },
        {
          code: 'D4.III',
          title: 'Policy that supports others, mentoring and coaching among it',
          rules: [
            {
              kind: 'judgement',
              about:
                'policy or strategy of the organisation was made to support other people, as by mentoring or coaching',
              bearsOn: [],
            },
          ],
          ...d4,
        },
        {
          code: 'D4.IV',
          title: 'Integrated academic practice',
          rules: [{ kind: 'judgement', about: 'academic practice is brought together', bearsOn: [] }],
          ...d4,
        },
        {
          code: 'D4.V',
          title: 'Sustained development',
          rules: [{ kind: 'judgement', about: 'continuing professional development is sustained', bearsOn: [] }],
          ...d4,
        },
      ],
      ...d4,
    },
  ],
}
