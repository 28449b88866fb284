import { type Result, refuse } from '../../refusal.ts'
import { findCycle } from '../find-cycle.ts'
import type { NotCarried } from '../not-carried.ts'
import { parseJson, type ReadOptions } from '../parse-json.ts'
import { isObject, type Reading, readShape } from '../read-shape.ts'
import type { CaseAssociation, CasePackage } from './case-package.ts'
import { caseKinds, caseShapes } from './case-shapes.ts'

/** A framework read from a CASE file, whoever made it. */
export interface ImportedFramework {
  /** Everything that was read; written as JSON it is the file again. */
  readonly package: CasePackage
  /**
   * Who lies under whom, by identifier as the file spells it: children by sequence number, then in the file's order. The
   * document's own list holds the tops. A child with two parents stands under both.
   */
  readonly childrenOf: ReadonlyMap<string, readonly string[]>
  /** Identifiers of items that lie under nothing. */
  readonly unattached: readonly string[]
  /** Identifiers of associations with an end outside this file, as between two frameworks. */
  readonly external: readonly string[]
  /** Fields that are none of the standard's, which were left out. */
  readonly notCarried: readonly NotCarried[]
}

type Arrow = { readonly child: string; readonly parent: string; readonly at: number }

/**
 * Gives the framework in a CASE file, from its text or from parsed JSON. Extensions are kept whatever they hold; fields that
 * the standard does not have are left out and listed. Refuses `too-large`, `not-json`, `missing-field`, `wrong-field`,
 * `too-deep`, `forbidden-key`, `duplicate-identifier`, `dangling-reference` when an item is child of something that is not in
 * the file, and `cyclic-framework`.
 *
 * @example
 * ```ts
 * import { fromCase } from '@mentoring-commons/ukpsf/formats'
 * const thing = { identifier: '2ed6657d-e927-568b-95e1-2665a8aea6a2', uri: 'https://example.ac.uk/1' }
 * const document = { ...thing, lastChangeDateTime: '2026-11-24T12:00:00Z', creator: 'Us', title: 'Ours' }
 * fromCase({ CFDocument: document }).value?.package.CFDocument.title //=> "Ours"
 * fromCase('{"CFDocument": {}}').refusal?.code //=> "missing-field"
 * ```
 */
export function fromCase(input: unknown, options: ReadOptions = {}): Result<ImportedFramework> {
  const json = parseJson(input, options)
  if (json.refusal) return json
  if (!isObject(json.value) || !Object.hasOwn(json.value, 'CFDocument')) {
    return refuse('missing-field', "There is no 'CFDocument', so this is no CFPackage of CASE. Give a whole package.")
  }
  const reading: Reading = { shapes: caseShapes, kinds: caseKinds, notCarried: [] }
  const read = readShape(reading, 'Package', json.value, '')
  if (reading.refusal) return { refusal: reading.refusal }
  return connect(read as CasePackage, reading.notCarried)
}

function connect(pack: CasePackage, notCarried: readonly NotCarried[]): Result<ImportedFramework> {
  const { CFDocument: document, CFItems: items = [], CFAssociations: associations = [] } = pack
  const twice = findTwice(pack)
  if (twice) return twice
  const spelled = new Map([document, ...items].map(({ identifier }) => [identifier.toLowerCase(), identifier]))
  const nodeOf = (end: { readonly identifier: string }) => spelled.get(end.identifier.toLowerCase())
  const arrows: Arrow[] = []
  const external: string[] = []
  for (const [index, association] of associations.entries()) {
    const child = nodeOf(association.originNodeURI)
    const parent = nodeOf(association.destinationNodeURI)
    if (association.associationType !== 'isChildOf') {
      if (child === undefined || parent === undefined) external.push(association.identifier)
    } else if (child === undefined || parent === undefined) return refuseDangling(association, child, index)
    else arrows.push({ child, parent, at: association.sequenceNumber ?? Number.POSITIVE_INFINITY })
  }
  const childrenOf = groupByParent(arrows)
  const cycle = findCycle(childrenOf)
  if (cycle) {
    const shown = cycle.length > 12 ? [...cycle.slice(0, 11), `… ${cycle.length - 12} more`, cycle.at(-1)] : cycle
    return refuse(
      'cyclic-framework',
      `Items lie under themselves: ${shown.join(' > ')}. Take out one of these isChildOf associations.`,
      'CFAssociations',
    )
  }
  const attached = new Set(arrows.map((arrow) => arrow.child))
  const unattached = items.map((item) => item.identifier).filter((identifier) => !attached.has(identifier))
  return { value: { package: pack, childrenOf, unattached, external, notCarried } }
}

/** Identifiers are compared as UUIDs, that is without regard to case. */
function findTwice(pack: CasePackage) {
  const seen = new Map<string, string>()
  const lists = {
    CFItems: pack.CFItems ?? [],
    CFAssociations: pack.CFAssociations ?? [],
    CFRubrics: pack.CFRubrics ?? [],
  }
  seen.set(pack.CFDocument.identifier.toLowerCase(), 'CFDocument')
  for (const [list, things] of Object.entries(lists)) {
    for (const [index, { identifier }] of things.entries()) {
      const path = `${list}[${index}]`
      const before = seen.get(identifier.toLowerCase())
      if (before !== undefined) {
        return refuse(
          'duplicate-identifier',
          `${before} and ${path} are both called '${identifier}'. Give each its own.`,
          path,
        )
      }
      seen.set(identifier.toLowerCase(), path)
    }
  }
  return undefined
}

function refuseDangling(association: CaseAssociation, child: string | undefined, index: number) {
  const end = child === undefined ? 'originNodeURI' : 'destinationNodeURI'
  return refuse(
    'dangling-reference',
    `The association's ${end} is '${association[end].identifier}', which is no item of this file. Add the item, or take the association out.`,
    `CFAssociations[${index}].${end}`,
  )
}

function groupByParent(arrows: readonly Arrow[]): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, Set<string>>()
  for (const { child, parent } of arrows.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))) {
    const children = grouped.get(parent) ?? new Set()
    grouped.set(parent, children.add(child))
  }
  return new Map([...grouped].map(([parent, children]) => [parent, [...children]]))
}
