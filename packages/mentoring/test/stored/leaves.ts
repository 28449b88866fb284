import { type Fields, type OptionalField, type Shape, storedShapes } from '../../src/index.ts'

/** One place of a declared shape that holds a value: `noun.field[].field`, what sort it is, and what it may hold. */
export interface Leaf {
  readonly path: string
  readonly keys: readonly string[]
  readonly sort: string
  readonly may: string
}

/** Every leaf of every declared shape, in order; the cases of a union one after another, each leaf of the same path once. */
export function everyLeaf(): readonly Leaf[] {
  const leaves = Object.entries(storedShapes).flatMap(([noun, shape]) => leavesOf(shape as Shape, noun, []))
  return [...new Map(leaves.map((leaf) => [`${leaf.path} ${leaf.sort} ${leaf.may}`, leaf])).values()]
}

function leavesOf(shape: Shape, path: string, keys: readonly string[]): readonly Leaf[] {
  const leaf = (may = ''): readonly Leaf[] => [{ path, keys, sort: shape.sort, may }]
  switch (shape.sort) {
    case 'list':
      return leavesOf(shape.each as Shape, `${path}[]`, keys)
    case 'object':
      return fieldsOf(shape.fields, path, keys)
    case 'cases':
      return [
        {
          path: `${path}.${shape.by}`,
          keys: [...keys, shape.by],
          sort: 'listed',
          may: Object.keys(shape.cases).join('|'),
        },
        ...Object.values(shape.cases).flatMap((fields) => fieldsOf(fields, path, keys)),
      ]
    case 'whole':
      return leaf(`${shape.least}..${shape.most}`)
    case 'listed':
      return leaf(shape.values.join('|'))
    case 'text':
      return leaf(`1..${shape.most} characters`)
    default:
      return leaf()
  }
}

function fieldsOf(fields: Fields, path: string, keys: readonly string[]): readonly Leaf[] {
  return Object.entries(fields).flatMap(([key, field]: [string, Shape | OptionalField]) =>
    leavesOf(field.sort === 'optional' ? field.shape : field, `${path}.${key}`, [...keys, key]),
  )
}
