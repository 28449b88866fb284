// CASE packages.

export type {
  CaseAssociation,
  CaseDefinition,
  CaseDefinitions,
  CaseDocument,
  CaseExtensions,
  CaseItem,
  CaseLink,
  CaseNode,
  CasePackage,
  CaseRubric,
  CaseRubricCriterion,
  CaseRubricLevel,
} from './case/case-package.ts'
export { fromCase, type ImportedFramework } from './case/from-case.ts'
export { type RecognisedEdition, recogniseEdition } from './case/recognise-edition.ts'
export { type CaseOptions, toCase } from './case/to-case.ts'

// SKOS schemes.

export { readJsonLd } from './skos/read-json-ld.ts'
export { readTurtle } from './skos/read-turtle.ts'
export type { LanguageText, SkosConcept, SkosScheme } from './skos/skos-scheme.ts'
export { type SkosExport, toSkos } from './skos/to-skos.ts'
export { type JsonLdDocument, type JsonLdNode, type JsonLdValue, writeJsonLd } from './skos/write-json-ld.ts'
export { writeTurtle } from './skos/write-turtle.ts'

// Matrices of Mahara.

export type { Matrix, MatrixElement, MatrixStandard, MatrixStatus } from './mahara/matrix.ts'
export { type ImportedMatrix, readMatrix } from './mahara/read-matrix.ts'
export { type MatrixExport, type MatrixOptions, toMatrix } from './mahara/to-matrix.ts'
export { writeMatrix } from './mahara/write-matrix.ts'

// What all of them share.

export type { ExportOptions, Licence } from './export-options.ts'
export { identifierOf } from './identifier.ts'
export type { MatchKind } from './match.ts'
export type { NotCarried } from './not-carried.ts'
export type { ReadOptions } from './parse-json.ts'
