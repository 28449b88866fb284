import { type Result, refuse } from '../../refusal.ts'
import type { NotCarried } from '../not-carried.ts'
import { parseJson, type ReadOptions } from '../parse-json.ts'
import { isObject, type Reading, readShape, type Shapes } from '../read-shape.ts'
import type { Matrix, MatrixElement } from './matrix.ts'

/** A matrix as it was read, and the fields that had no place in it. */
export interface ImportedMatrix {
  readonly matrix: Matrix
  readonly notCarried: readonly NotCarried[]
}

const named = { shortname: 'short!', name: 'name!', description: 'text', standardid: 'id!' }

const shapes: Shapes = {
  File: { framework: 'Framework!' },
  Framework: {
    institution: 'text',
    name: 'title!',
    description: 'text',
    selfassess: 'flag',
    evidencestatuses: 'Status[]',
    standards: 'Standard[]!',
    standardelements: 'Element[]!',
  },
  Status: { begun: 'name', incomplete: 'name', partialcomplete: 'name', completed: 'name' },
  Standard: named,
  Element: { ...named, elementid: 'id', parentelementid: 'id' },
}

const kinds: Reading['kinds'] = {
  short: [/\S/, 'a text that is not empty'],
  name: [/\S/, 'a text that is not empty'],
  title: [/^(?!0$)[\s\S]*\S/, "a text that is neither empty nor '0', which Mahara takes for empty,"],
}

/**
 * Gives the matrix in a `.matrix` file of Mahara's SmartEvidence, from its text or from parsed JSON. Descriptions are HTML and
 * are given as they stand. Fields that Mahara does not read are left out and listed. Refuses `too-large`, `not-json`,
 * `missing-field`, `wrong-field`, `forbidden-key`, `too-long` where Mahara's columns end, `duplicate-identifier`,
 * `dangling-reference` for elements that Mahara would drop or hang elsewhere in silence, and `unsupported-format` for the older form with nested elements.
 *
 * @example
 * ```ts
 * import { readMatrix } from '@mentoring-commons/ukpsf/formats'
 * const text = '{"framework": {"name": "Ours", "standards": [], "standardelements": []}}'
 * readMatrix(text).value?.matrix.framework.name //=> "Ours"
 * readMatrix('{"framework": {}}').refusal?.code //=> "missing-field"
 * ```
 */
export function readMatrix(input: unknown, options: ReadOptions = {}): Result<ImportedMatrix> {
  const json = parseJson(input, options)
  if (json.refusal) return json
  const nested = findNested(json.value)
  if (nested !== undefined) {
    return refuse(
      'unsupported-format',
      "Elements are nested in their standards, which is Mahara's older form. Import the file into Mahara and export it again.",
      `framework.standards[${nested}].standardelement`,
    )
  }
  const reading: Reading = { shapes, kinds, notCarried: [] }
  const read = readShape(reading, 'File', json.value, '') as Matrix
  if (reading.refusal) return { refusal: reading.refusal }
  return checkLengths(read) ?? checkLinks(read) ?? { value: { matrix: read, notCarried: reading.notCarried } }
}

function findNested(value: unknown): number | undefined {
  const framework = isObject(value) ? value.framework : undefined
  const standards = isObject(framework) ? framework.standards : undefined
  if (!Array.isArray(standards)) return undefined
  const index = standards.findIndex((standard) => isObject(standard) && Object.hasOwn(standard, 'standardelement'))
  return index < 0 ? undefined : index
}

function checkLengths({ framework }: Matrix) {
  const texts = [
    ['framework.name', framework.name, 255],
    ...(framework.evidencestatuses ?? []).flatMap((status, index) =>
      Object.entries(status).map(([key, text]) => [`framework.evidencestatuses[${index}].${key}`, text, 255] as const),
    ),
    ...(['standards', 'standardelements'] as const).flatMap((list) =>
      framework[list].flatMap(({ shortname, name }, index) => [
        [`framework.${list}[${index}].shortname`, shortname, 100] as const,
        [`framework.${list}[${index}].name`, name, 255] as const,
      ]),
    ),
  ] as const
  const long = texts.find(([, text, max]) => [...text].length > max)
  if (long === undefined) return undefined
  const [path, text, max] = long
  return refuse(
    'too-long',
    `'${text.slice(0, 30)}…' has ${[...text].length} characters, and Mahara keeps ${max}. Shorten it.`,
    path,
  )
}

/** Mahara looks a parent up among the elements it has read before, of the same standard, where an id of 0 counts as none. */
function checkLinks({ framework }: Matrix) {
  const standards = new Set<number | string>()
  for (const [index, { standardid }] of framework.standards.entries()) {
    if (standards.has(standardid)) return refuseTwice(standardid, `framework.standards[${index}].standardid`)
    standards.add(standardid)
  }
  const above = new Set<string>()
  for (const [index, element] of framework.standardelements.entries()) {
    const path = `framework.standardelements[${index}]`
    const { standardid, elementid, parentelementid: parent } = element
    if (!standards.has(standardid)) {
      const why = `No standard is called ${JSON.stringify(standardid)}; Mahara tells "1" from 1, and would drop the element. Correct it.`
      return refuse('dangling-reference', why, `${path}.standardid`)
    }
    if (parent !== undefined && (String(parent) === '0' || !above.has(keyOf(element, parent)))) {
      const why = `No element above this one in its standard is called ${JSON.stringify(parent)}, and Mahara looks nowhere else. Move it up, or correct it.`
      return refuse('dangling-reference', why, `${path}.parentelementid`)
    }
    if (elementid === undefined) continue
    const own = keyOf(element, elementid)
    if (above.has(own)) return refuseTwice(elementid, `${path}.elementid`)
    above.add(own)
  }
  return undefined
}

/** Ids of elements are compared as texts, as `1` and `"1"` are one to Mahara. */
function keyOf({ standardid }: MatrixElement, id: number | string): string {
  return JSON.stringify([standardid, String(id)])
}

function refuseTwice(id: unknown, path: string) {
  return refuse('duplicate-identifier', `${JSON.stringify(id)} is used twice. Give each its own.`, path)
}
