import type { Reading, Shapes } from '../read-shape.ts'

const thing = { identifier: 'uuid!', uri: 'text!', lastChangeDateTime: 'time!', extensions: 'free' }
const link = { title: 'text!', identifier: 'uuid!', uri: 'text!' }
const dates = { statusStartDate: 'date', statusEndDate: 'date' }
const described = { title: 'text!', description: 'text' }

/** The fields of a CFPackage, from the JSON Schema of CASE 1.1. */
export const caseShapes: Shapes = {
  Package: {
    CFDocument: 'Document!',
    CFItems: 'Item[]',
    CFAssociations: 'Association[]',
    CFDefinitions: 'Definitions',
    CFRubrics: 'Rubric[]',
    extensions: 'free',
  },
  Link: link,
  Node: { ...link, identifier: 'text!', targetType: 'target' },
  Document: {
    ...thing,
    ...dates,
    ...described,
    creator: 'text!',
    frameworkType: 'text',
    caseVersion: 'version',
    officialSourceURL: 'text',
    publisher: 'text',
    subject: 'text[]',
    subjectURI: 'Link[]',
    language: 'text',
    version: 'text',
    adoptionStatus: 'text',
    licenseURI: 'Link',
    notes: 'text',
  },
  Item: {
    ...thing,
    ...dates,
    fullStatement: 'text!',
    alternativeLabel: 'text',
    CFItemType: 'text',
    humanCodingScheme: 'text',
    listEnumeration: 'text',
    abbreviatedStatement: 'text',
    conceptKeywords: 'text[]',
    conceptKeywordsURI: 'Link',
    notes: 'text',
    subject: 'text[]',
    subjectURI: 'Link[]',
    language: 'text',
    educationLevel: 'text[]',
    CFItemTypeURI: 'Link',
    licenseURI: 'Link',
  },
  Association: {
    ...thing,
    associationType: 'association!',
    sequenceNumber: 'whole',
    originNodeURI: 'Node!',
    destinationNodeURI: 'Node!',
    CFAssociationGroupingURI: 'Link',
    notes: 'text',
  },
  Definitions: {
    CFConcepts: 'Concept[]',
    CFSubjects: 'Subject[]',
    CFLicenses: 'License[]',
    CFItemTypes: 'ItemType[]',
    CFAssociationGroupings: 'Grouping[]',
    extensions: 'free',
  },
  Concept: { ...thing, ...described, hierarchyCode: 'text!', keywords: 'text' },
  Subject: { ...thing, ...described, hierarchyCode: 'text!' },
  License: { ...thing, ...described, licenseText: 'text!' },
  ItemType: { ...thing, ...described, description: 'text!', hierarchyCode: 'text!', typeCode: 'text' },
  Grouping: { ...thing, ...described },
  Rubric: { ...thing, ...described, title: 'text', CFRubricCriteria: 'Criterion[]' },
  Criterion: {
    ...thing,
    category: 'text',
    description: 'text',
    CFItemURI: 'Link',
    weight: 'number',
    position: 'whole',
    rubricId: 'uuid',
    CFRubricCriterionLevels: 'Level[]',
  },
  Level: {
    ...thing,
    description: 'text',
    quality: 'text',
    score: 'number',
    feedback: 'text',
    position: 'whole',
    rubricCriterionId: 'uuid',
    extensions: 'free[]',
  },
}

/** The closed vocabularies of CASE 1.1, as open as its schema leaves them. */
export const caseKinds: Reading['kinds'] = {
  version: [/^1\.1$/, "the version '1.1'"],
  target: [/^CASE$|ext:[\w|.]/, "'CASE' or a word after 'ext:'"],
  association: [
    /^(?:isChildOf|isPeerOf|isPartOf|exactMatchOf|precedes|isRelatedTo|replacedBy|exemplar|hasSkillLevel|isTranslationOf)$|ext:[\w|.]/,
    "an association of CASE 1.1, or a word after 'ext:',",
  ],
}
