import { isMatch } from '../../crosswalk/row.ts'
import type { Edition } from '../../framework/edition.ts'
import type { Result } from '../../refusal.ts'
import type { AttachedWording, WordedEdition } from '../../wording/wording.ts'
import { type CheckedOptions, checkOptions, type ExportOptions } from '../export-options.ts'
import { identifierOf } from '../identifier.ts'
import { type MatchKind, matchKindOf, matchRows } from '../match.ts'
import { type OutlineItem, outline } from '../outline.ts'
import { partsOf, pickWording, textOf } from '../pick-wording.ts'
import { type Reading, readShape } from '../read-shape.ts'
import type { CaseAssociation, CaseDefinition, CaseItem, CaseLink, CasePackage } from './case-package.ts'
import { caseKinds, caseShapes } from './case-shapes.ts'

/** What a CASE package needs that an edition does not say. */
export interface CaseOptions extends ExportOptions {
  /** When the content last changed, with its offset, such as `2026-11-24T12:00:00Z`; everything in the package carries it. */
  readonly lastChangeDateTime: string
  /** Which of the edition's wordings is written; the first when nothing is said. */
  readonly language?: string
}

interface Context extends CheckedOptions {
  readonly time: string
  readonly language: string
  readonly wording: AttachedWording | undefined
}

const itemTypes: Readonly<Record<OutlineItem['kind'], readonly [title: string, description: string]>> = {
  family: ['Family', 'A family of dimensions.'],
  dimension: ['Dimension', 'One area of activity, form of knowledge or value.'],
  descriptor: ['Descriptor', 'A category of fellowship.'],
  criterion: ['Criterion', 'One thing that a descriptor asks for.'],
}

const associationTypes: Readonly<Record<MatchKind, string>> = {
  exact: 'exactMatchOf',
  close: 'ext:closeMatch',
  broad: 'ext:broadMatch',
  narrow: 'ext:narrowMatch',
  related: 'isRelatedTo',
}

/** What a file says of a statement that is not the framework's own. */
export const ownTitleNote = "The statement is a short title of this file's maker, not the framework's wording."

/**
 * Gives an edition as a CFPackage of CASE 1.1: families with their dimensions, descriptors with their criteria, and matches
 * with other editions as associations. Statements are the wording that is attached to the edition, or this package's short
 * titles with a note that says so. What CASE has no field for (rules, sources, certainty, what has no match) is in
 * `extensions.mentoringCommons`. Identifiers depend on the code and the language alone. Refuses `malformed-uri`, `empty-text`,
 * `unknown-language`, `mixed-editions`, and `wrong-field` when `lastChangeDateTime` is none.
 *
 * @example
 * ```ts
 * import { psf2023 } from '@mentoring-commons/ukpsf'
 * import { toCase } from '@mentoring-commons/ukpsf/formats'
 * const options = { baseUri: 'https://case.example.ac.uk/ims/case/v1p1', publisher: 'Example University' }
 * const made = toCase(psf2023, { ...options, lastChangeDateTime: '2026-11-24T12:00:00Z' })
 * made.value?.CFItems?.[1]?.humanCodingScheme //=> "psf-2023:V1"
 * toCase(psf2023, { ...options, lastChangeDateTime: 'today' }).refusal?.path //=> "CFDocument.lastChangeDateTime"
 * ```
 */
export function toCase(edition: Edition | WordedEdition, options: CaseOptions): Result<CasePackage> {
  const worded = partsOf(edition)
  const checked = checkOptions(worded.edition, options)
  if (checked.refusal) return checked
  const wording = pickWording(worded, options.language)
  if (wording.refusal) return wording
  const language = wording.value?.language ?? 'en'
  const context = { ...checked.value, time: options.lastChangeDateTime, language, wording: wording.value }
  const items = outline(worded.edition)
  return copyOf({
    CFDocument: documentOf(context, worded.edition),
    CFItems: items.map((item) => itemOf(context, item)),
    CFAssociations: [...treeOf(context, items, worded.edition), ...matchesOf(context)],
    CFDefinitions: { CFItemTypes: Object.keys(itemTypes).map((kind) => typeOf(context, kind as OutlineItem['kind'])) },
  })
}

function documentOf(context: Context, edition: Edition): CasePackage['CFDocument'] {
  const { id, officialTitle, official, published, families, numbering } = edition
  const { wording, crosswalks } = context
  const terms =
    wording === undefined ? ownTitleNote : `Wording from ${wording.source}, used by right of: ${wording.rights}.`
  const unmatched = crosswalks.map(({ to, rows, open }) => ({ to, rows: rows.filter((row) => !isMatch(row)), open }))
  const own = { edition: id, official, published, families, numbering }
  return {
    ...thing(context, 'CFDocuments', id),
    creator: context.publisher,
    title: officialTitle,
    caseVersion: '1.1',
    publisher: context.publisher,
    language: context.language,
    version: id,
    ...licenceOf(context),
    notes: `${terms} Authoritative are only the documents of ${official}; this file is not theirs.`,
    extensions: { mentoringCommons: crosswalks.length > 0 ? { ...own, unmatched } : own },
  }
}

function itemOf(context: Context, item: OutlineItem): CaseItem {
  const statement = textOf(context.wording, item.code)
  const [title] = itemTypes[item.kind]
  const notes = [statement === undefined ? ownTitleNote : '', item.note ?? ''].filter((note) => note !== '')
  return {
    ...thing(context, 'CFItems', item.code),
    fullStatement: statement ?? item.title,
    abbreviatedStatement: item.title,
    humanCodingScheme: item.code,
    listEnumeration: item.local,
    CFItemType: title,
    CFItemTypeURI: link(context, 'CFItemTypes', `type ${item.kind}`, title),
    language: statement === undefined ? 'en' : context.language,
    ...licenceOf(context),
    ...(notes.length > 0 ? { notes: notes.join(' ') } : {}),
    extensions: { mentoringCommons: { kind: item.kind, ...item.provenance, ...item.facts } },
  }
}

/** Each thing is a child of what it lies under; the numbers count from 1 under each parent. */
function treeOf(context: Context, items: readonly OutlineItem[], edition: Edition): readonly CaseAssociation[] {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const sequenceNumber = (counts.get(item.parent) ?? 0) + 1
    counts.set(item.parent, sequenceNumber)
    const top = item.parent === edition.id
    return {
      ...associationOf(context, item.code, 'isChildOf', item.parent),
      sequenceNumber,
      destinationNodeURI: link(
        context,
        top ? 'CFDocuments' : 'CFItems',
        item.parent,
        top ? edition.officialTitle : item.parent,
      ),
    }
  })
}

/** A row about a part becomes `isRelatedTo`; what it says exactly is in its extensions. */
function matchesOf(context: Context): readonly CaseAssociation[] {
  const used = new Map<string, number>()
  return matchRows(context.crosswalks).map(({ from, to, note, ...rest }) => {
    const type = associationTypes[matchKindOf({ from, to, note, ...rest })]
    const times = (used.get(`${from} ${type} ${to}`) ?? 0) + 1
    used.set(`${from} ${type} ${to}`, times)
    return {
      ...associationOf(context, from, type, to, times > 1 ? ` ${times}` : ''),
      notes: note,
      extensions: { mentoringCommons: rest },
    }
  })
}

function associationOf(
  context: Context,
  from: string,
  associationType: string,
  to: string,
  again = '',
): CaseAssociation {
  return {
    ...thing(context, 'CFAssociations', `${from} ${associationType} ${to}${again}`),
    associationType,
    originNodeURI: link(context, 'CFItems', from, from),
    destinationNodeURI: link(context, 'CFItems', to, to),
  }
}

function typeOf(context: Context, kind: OutlineItem['kind']): CaseDefinition {
  const [title, description] = itemTypes[kind]
  const hierarchyCode = String(Object.keys(itemTypes).indexOf(kind) + 1)
  return { ...thing(context, 'CFItemTypes', `type ${kind}`), title, description, hierarchyCode }
}

function licenceOf({ licence }: Context): { readonly licenseURI?: CaseLink } {
  if (licence === undefined) return {}
  return { licenseURI: { ...licence, identifier: identifierOf(`licence ${licence.uri}`) } }
}

function thing(context: Context, path: string, name: string) {
  const { identifier, uri } = link(context, path, name, '')
  return { identifier, uri, lastChangeDateTime: context.time }
}

function link({ baseUri, language }: Context, path: string, name: string, title: string): CaseLink {
  const identifier = identifierOf(name, language)
  return { title, identifier, uri: `${baseUri}/${path}/${identifier}` }
}

/** A copy shares nothing with the edition, and shows that the options made a package that fits the standard. */
function copyOf(value: CasePackage): Result<CasePackage> {
  const reading: Reading = { shapes: caseShapes, kinds: caseKinds, notCarried: [] }
  const copy = readShape(reading, 'Package', value, '')
  if (reading.refusal) return { refusal: reading.refusal }
  return { value: copy as CasePackage }
}
