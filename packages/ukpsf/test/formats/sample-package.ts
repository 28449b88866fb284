import type { CasePackage } from '../../src/formats/case/case-package.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const thing = (n: number) => ({
  identifier: id(n),
  uri: `https://frameworks.example.org/${n}`,
  lastChangeDateTime: '2025-03-04T05:06:07.089+01:00',
  extensions: { 'ext:anything': [n, null, { deep: { deeper: ['x'] } }], constructor: 'a plain text', toString: 1 },
})
const link = (n: number) => ({ title: `thing ${n}`, identifier: id(n), uri: `https://frameworks.example.org/${n}` })
const child = (n: number, from: number, to: number, sequenceNumber: number) => ({
  ...thing(n),
  associationType: 'isChildOf',
  sequenceNumber,
  originNodeURI: { ...link(from), targetType: 'CASE' },
  destinationNodeURI: link(to),
})

/** A made-up framework that uses every field of CASE 1.1. */
export const samplePackage: CasePackage = {
  CFDocument: {
    ...thing(1),
    creator: 'Somebody',
    title: 'A made-up framework',
    frameworkType: 'ext:made-up',
    caseVersion: '1.1',
    officialSourceURL: 'https://frameworks.example.org/',
    publisher: 'Somebody',
    description: 'Of nothing in particular',
    subject: ['Nothing', ''],
    subjectURI: [link(41)],
    language: 'en-GB',
    version: '3',
    adoptionStatus: 'Draft',
    statusStartDate: '2024-02-29',
    statusEndDate: '2030-01-01',
    licenseURI: link(42),
    notes: 'a\n"b"',
  },
  CFItems: [2, 3, 4].map((n) => ({
    ...thing(n),
    fullStatement: `Statement ${n}`,
    alternativeLabel: `S${n}`,
    CFItemType: 'Statement',
    humanCodingScheme: `S.${n}`,
    listEnumeration: `${n}`,
    abbreviatedStatement: `s${n}`,
    conceptKeywords: ['one', 'two'],
    conceptKeywordsURI: link(43),
    notes: '',
    subject: [],
    subjectURI: [],
    language: 'en',
    educationLevel: ['HE'],
    CFItemTypeURI: link(44),
    licenseURI: link(42),
    statusStartDate: '2024-02-29',
    statusEndDate: '2030-01-01',
  })),
  CFAssociations: [
    child(11, 3, 1, 2),
    child(12, 2, 1, 1),
    child(13, 4, 3, 1),
    child(14, 4, 2, 1),
    {
      ...thing(15),
      associationType: 'ext:somethingElse',
      originNodeURI: link(4),
      destinationNodeURI: { ...link(99), identifier: 'not a UUID', targetType: 'ext:web' },
      CFAssociationGroupingURI: link(45),
      notes: 'outside',
    },
  ],
  CFDefinitions: {
    CFConcepts: [{ ...thing(43), title: 'C', keywords: 'k', hierarchyCode: '1', description: 'd' }],
    CFSubjects: [{ ...thing(41), title: 'S', hierarchyCode: '1', description: 'd' }],
    CFLicenses: [{ ...thing(42), title: 'L', licenseText: 'Do as you please.', description: 'd' }],
    CFItemTypes: [{ ...thing(44), title: 'T', description: 'd', hierarchyCode: '1', typeCode: 't' }],
    CFAssociationGroupings: [{ ...thing(45), title: 'G', description: 'd' }],
    extensions: { a: 1 },
  },
  CFRubrics: [
    {
      ...thing(51),
      title: 'R',
      description: 'd',
      CFRubricCriteria: [
        {
          ...thing(52),
          category: 'c',
          description: 'd',
          CFItemURI: link(2),
          weight: 0.5,
          position: 1,
          rubricId: id(51),
          CFRubricCriterionLevels: [
            {
              ...thing(53),
              description: 'd',
              quality: 'good',
              score: -1.5e3,
              feedback: 'f',
              position: 1,
              rubricCriterionId: id(52),
              extensions: [{ x: 1 }, {}],
            },
          ],
        },
      ],
    },
  ],
  extensions: { more: { of: 'it' } },
}
