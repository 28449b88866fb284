import { forbiddenMeasurementOf } from '@mentoring-commons/mentoring'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql'

/** Every name of the schema that a value travels under: fields of answers, arguments, and fields of inputs; and of columns. */
export function namesIn(schema: GraphQLSchema, tables: readonly PgTable[]): readonly { place: string; name: string }[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
  const fields = types.flatMap((type) => {
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map(({ name }) => ({ place: `${type.name}.${name}`, name }))
    if (!isObjectType(type) && !isInterfaceType(type)) return []
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      { place: `${type.name}.${name}`, name },
      ...args.map((arg) => ({ place: `${type.name}.${name}(${arg.name})`, name: arg.name })),
    ])
  })
  const columns = tables.flatMap((table) => {
    const { name: of, columns: all } = getTableConfig(table)
    return all.map(({ name }) => ({ place: `${of}.${name}`, name }))
  })
  return [...fields, ...columns]
}

/** The places whose name says one of the three things that are never measured, with which, as `place: kind`. */
export function forbiddenIn(schema: GraphQLSchema, tables: readonly PgTable[]): readonly string[] {
  return namesIn(schema, tables).flatMap(({ place, name }) => {
    const kind = forbiddenMeasurementOf(name)
    return kind === undefined ? [] : [`${place}: ${kind}`]
  })
}

/** Scalars that could hold a sentence or a figure. A day, an instant and an id hold neither. */
const open: ReadonlySet<string> = new Set(['String', 'Int', 'Float', 'Boolean', 'JSON'])

/** What a mutation is sent again by, and decided on. */
const mechanics: ReadonlySet<string> = new Set(['idempotencyKey', 'expectedVersion'])

/**
 * The open places of everything that a relationship leads to, as `Type.field: scalar`, sorted. The walk ends at people, programmes and
 * cohorts, which are there without a relationship, and at what pages are made of.
 */
export function openAnswers(schema: GraphQLSchema, from: string, ends: ReadonlySet<string>): readonly string[] {
  const seen = new Set<string>()
  const found = new Set<string>()
  const walk = (output: GraphQLOutputType, place: string): void => {
    const type = getNamedType(output)
    if (open.has(type.name) && !place.endsWith('Edge.cursor')) found.add(`${place}: ${type.name}`)
    if (seen.has(type.name) || ends.has(type.name)) return
    seen.add(type.name)
    if (isUnionType(type)) for (const member of type.getTypes()) walk(member, place)
    if (!isObjectType(type) && !isInterfaceType(type)) return
    for (const field of Object.values(type.getFields())) walk(field.type, `${type.name}.${field.name}`)
  }
  const root = schema.getType(from)
  if (!isObjectType(root)) throw new TypeError(`${from} is no type of the schema`)
  walk(root, from)
  return [...found].sort()
}

/** The open places of what can be written of a relationship: of every mutation that takes the id of something that it leads to. */
export function openInputs(schema: GraphQLSchema, ids: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>()
  const walk = (input: GraphQLInputType, place: string): void => {
    const type = getNamedType(input)
    if (open.has(type.name)) found.add(`${place}: ${type.name}`)
    if (isEnumType(type) || !isInputObjectType(type)) return
    for (const field of Object.values(type.getFields())) walk(field.type, `${place}.${field.name}`)
  }
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!mutation.args.some(({ name, type }) => ids.has(name) && getNamedType(type).name === 'ID')) continue
    for (const arg of mutation.args.filter(({ name }) => !mechanics.has(name)))
      walk(arg.type, `${mutation.name}(${arg.name})`)
  }
  return [...found].sort()
}

/** The open columns of a table, and of every table whose rows hang on its rows, as `table.column: type`, sorted. */
export function openColumns(root: PgTable, tables: readonly PgTable[]): readonly string[] {
  const reached = new Set<PgTable>([root])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const table of tables)
      if (getTableConfig(table).foreignKeys.some((key) => reached.has(key.reference().foreignTable))) reached.add(table)
  }
  return [...reached]
    .flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      return columns.flatMap((column) => {
        const type = column.getSQLType()
        return /^(uuid|date|timestamp)/.test(type) ? [] : [`${name}.${column.name}: ${type}`]
      })
    })
    .sort()
}
