/** A link to something that has an identifier. */
export interface CaseLink {
  readonly title: string
  readonly identifier: string
  readonly uri: string
}

/** A link to an end of an association; its identifier need be no UUID. */
export interface CaseNode extends CaseLink {
  /** `CASE`, or a word of somebody's own after `ext:`. */
  readonly targetType?: string
}

/** Anything that somebody added beyond the standard. */
export type CaseExtensions = Readonly<Record<string, unknown>>

interface CaseThing {
  /** A UUID. */
  readonly identifier: string
  readonly uri: string
  /** A date and time with its offset. */
  readonly lastChangeDateTime: string
  readonly extensions?: CaseExtensions
}

/** The framework as a whole. */
export interface CaseDocument extends CaseThing {
  readonly creator: string
  readonly title: string
  readonly frameworkType?: string
  readonly caseVersion?: string
  readonly officialSourceURL?: string
  readonly publisher?: string
  readonly description?: string
  readonly subject?: readonly string[]
  readonly subjectURI?: readonly CaseLink[]
  readonly language?: string
  readonly version?: string
  readonly adoptionStatus?: string
  readonly statusStartDate?: string
  readonly statusEndDate?: string
  readonly licenseURI?: CaseLink
  readonly notes?: string
}

/** One statement of a framework. */
export interface CaseItem extends CaseThing {
  readonly fullStatement: string
  readonly alternativeLabel?: string
  readonly CFItemType?: string
  readonly humanCodingScheme?: string
  readonly listEnumeration?: string
  readonly abbreviatedStatement?: string
  readonly conceptKeywords?: readonly string[]
  readonly conceptKeywordsURI?: CaseLink
  readonly notes?: string
  readonly subject?: readonly string[]
  readonly subjectURI?: readonly CaseLink[]
  readonly language?: string
  readonly educationLevel?: readonly string[]
  readonly CFItemTypeURI?: CaseLink
  readonly licenseURI?: CaseLink
  readonly statusStartDate?: string
  readonly statusEndDate?: string
}

/** A statement about two items: "origin is child of destination". */
export interface CaseAssociation extends CaseThing {
  /** One of the standard's words, or one of somebody's own after `ext:`. */
  readonly associationType: string
  readonly sequenceNumber?: number
  readonly originNodeURI: CaseNode
  readonly destinationNodeURI: CaseNode
  readonly CFAssociationGroupingURI?: CaseLink
  readonly notes?: string
}

/** One word of a package's vocabulary: a concept, a subject, a licence, a type of item or a group of associations. */
export interface CaseDefinition extends CaseThing {
  readonly title: string
  readonly description?: string
  readonly keywords?: string
  readonly hierarchyCode?: string
  readonly licenseText?: string
  readonly typeCode?: string
}

/** The vocabulary of a package. */
export interface CaseDefinitions {
  readonly CFConcepts?: readonly CaseDefinition[]
  readonly CFSubjects?: readonly CaseDefinition[]
  readonly CFLicenses?: readonly CaseDefinition[]
  readonly CFItemTypes?: readonly CaseDefinition[]
  readonly CFAssociationGroupings?: readonly CaseDefinition[]
  readonly extensions?: CaseExtensions
}

/** How well a criterion of a rubric may be met. */
export interface CaseRubricLevel extends Omit<CaseThing, 'extensions'> {
  readonly description?: string
  readonly quality?: string
  readonly score?: number
  readonly feedback?: string
  readonly position?: number
  readonly rubricCriterionId?: string
  readonly extensions?: readonly CaseExtensions[]
}

/** What a rubric looks at. */
export interface CaseRubricCriterion extends CaseThing {
  readonly category?: string
  readonly description?: string
  readonly CFItemURI?: CaseLink
  readonly weight?: number
  readonly position?: number
  readonly rubricId?: string
  readonly CFRubricCriterionLevels?: readonly CaseRubricLevel[]
}

/** A rubric. */
export interface CaseRubric extends CaseThing {
  readonly title?: string
  readonly description?: string
  readonly CFRubricCriteria?: readonly CaseRubricCriterion[]
}

/** A CFPackage of CASE 1.1: a framework with everything that belongs to it, as one JSON object. */
export interface CasePackage {
  readonly CFDocument: CaseDocument
  readonly CFItems?: readonly CaseItem[]
  readonly CFAssociations?: readonly CaseAssociation[]
  readonly CFDefinitions?: CaseDefinitions
  readonly CFRubrics?: readonly CaseRubric[]
  readonly extensions?: CaseExtensions
}
