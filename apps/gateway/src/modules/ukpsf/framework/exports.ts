import { type Crosswalk, crosswalk, type Edition, editions } from '@mentoring-commons/ukpsf'
import {
  type CaseAssociation,
  type CaseDocument,
  type CaseItem,
  type CaseLink,
  type CasePackage,
  type NotCarried,
  toCase,
  toMatrix,
  toSkos,
  writeJsonLd,
  writeMatrix,
  writeTurtle,
} from '@mentoring-commons/ukpsf/formats'
import { accepted } from '../../../refused.ts'

/** The files of an edition, each a name inside `/frameworks/{edition}/`. */
export const exportFiles = [
  { name: 'case.json', format: 'CASE 1.1', mediaType: 'application/json; charset=utf-8' },
  { name: 'skos.ttl', format: 'SKOS, Turtle', mediaType: 'text/turtle; charset=utf-8' },
  { name: 'skos.jsonld', format: 'SKOS, JSON-LD', mediaType: 'application/ld+json; charset=utf-8' },
  { name: 'mahara.matrix', format: 'Mahara SmartEvidence', mediaType: 'application/json; charset=utf-8' },
] as const

/** The name of such a file. */
export type ExportName = (typeof exportFiles)[number]['name']

/** Where CASE's own addresses begin. */
export const casePath = '/ims/case/v1p1'

/** Stands where no public address is configured: a name that is reserved to lead nowhere, so that it is never somebody else's. */
const nowhere = 'https://mentoring-commons.invalid'

const publisher = 'Mentoring Commons'

/** A file of an edition, with what its format has no place for. */
export interface ExportFile {
  readonly name: ExportName
  readonly text: string
  readonly notCarried: readonly NotCarried[]
}

/** An edition as files. They hold this project's own titles and nothing that an institution loaded. */
export interface EditionExport {
  readonly edition: Edition
  readonly casePackage: CasePackage
  readonly files: readonly ExportFile[]
}

/** The path of a file of an edition. */
export function exportPath(edition: string, name: ExportName): string {
  return `/frameworks/${edition}/${name}`
}

/** The address under which everything in the files lives: the configured one, never the one that was asked. */
export function caseBase(publicUrl: string | undefined): string {
  return `${(publicUrl ?? nowhere).replace(/\/$/, '')}${casePath}`
}

/** Every edition as files, oldest first. The same data and address give the same bytes. */
export function exportEditions(publicUrl: string | undefined): readonly EditionExport[] {
  return editions.map((edition) => exportEdition(edition, caseBase(publicUrl)))
}

function exportEdition(edition: Edition, baseUri: string): EditionExport {
  const crosswalks = editions
    .filter((other) => other.id !== edition.id)
    .map((other) => accepted(crosswalk(edition.id, other.id)))
  const options = { baseUri, publisher, crosswalks }
  const casePackage = accepted(toCase(edition, { ...options, lastChangeDateTime: lastChange(edition, crosswalks) }))
  const skos = accepted(toSkos(edition, options))
  const { matrix, notCarried } = accepted(toMatrix(edition))
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
  const files: readonly ExportFile[] = [
    { name: 'case.json', text: json(casePackage), notCarried: onlyExtended },
    { name: 'skos.ttl', text: accepted(writeTurtle(skos.scheme)), notCarried: skos.notCarried },
    { name: 'skos.jsonld', text: json(accepted(writeJsonLd(skos.scheme))), notCarried: skos.notCarried },
    { name: 'mahara.matrix', text: writeMatrix(matrix), notCarried },
  ]
  return { edition, casePackage, files }
}

const extended =
  'CASE has no field for it: it is in extensions.mentoringCommons, which other software keeps or drops and does not read.'
const onlyExtended: readonly NotCarried[] = [
  { path: 'published, families, numbering', why: extended },
  { path: '**.source, certainty, readOn', why: extended },
  { path: 'descriptors[*].postNominal, recency', why: extended },
  { path: 'descriptors[*].criteria[*].rules', why: extended },
  { path: 'crosswalks[*].rows (relation none, or about a part), open', why: extended },
]

/** The last day on which a source of the data was gone through: the files change with the data and not with the clock. */
function lastChange(edition: Edition, crosswalks: readonly Crosswalk[]): string {
  const days = [...JSON.stringify([edition, crosswalks]).matchAll(/"readOn":"(\d{4}-\d{2}-\d{2})"/g)]
  const [last] = days.map(([, day]) => day ?? '').toSorted((a, b) => (a < b ? 1 : -1))
  if (last === undefined) throw new TypeError(`no fact of ${edition.id} says when its source was read`)
  return `${last}T00:00:00Z`
}

/** What CASE's own addresses answer: the thing of a kind and an identifier. */
export type CaseShelf = ReadonlyMap<string, ReadonlyMap<string, object>>

/** Packages, documents, items and associations by identifier. Outside a package each names what it belongs to. */
export function caseShelf(exports: readonly EditionExport[], baseUri: string): CaseShelf {
  const packages = exports.map(({ casePackage }) => casePackage)
  const shelf = <T>(of: (casePackage: CasePackage) => readonly (readonly [string, T])[]) =>
    new Map(packages.flatMap(of))
  return new Map<string, ReadonlyMap<string, object>>([
    ['CFPackages', shelf((one) => [[one.CFDocument.identifier, one]])],
    ['CFDocuments', shelf((one) => [[one.CFDocument.identifier, documentAlone(one.CFDocument, baseUri)]])],
    ['CFItems', shelf((one) => (one.CFItems ?? []).map((item) => [item.identifier, partAlone(item, one)]))],
    [
      'CFAssociations',
      shelf((one) => (one.CFAssociations ?? []).map((item) => [item.identifier, partAlone(item, one)])),
    ],
  ])
}

function documentAlone(document: CaseDocument, baseUri: string): CaseDocument & { readonly CFPackageURI: CaseLink } {
  const { identifier, title } = document
  return { ...document, CFPackageURI: { title, identifier, uri: `${baseUri}/CFPackages/${identifier}` } }
}

function partAlone<Part extends CaseItem | CaseAssociation>(
  part: Part,
  { CFDocument: { title, identifier, uri } }: CasePackage,
): Part & { readonly CFDocumentURI: CaseLink } {
  return { ...part, CFDocumentURI: { title, identifier, uri } }
}
