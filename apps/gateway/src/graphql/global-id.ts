import { topLevelError } from './errors.ts'

const shape = /^([A-Z]\w*):\["([0-9a-f-]{36})","([0-9a-f-]{36})"\]$/

/** Reads a global id: the type, and the institution and row as the database knows them. Anything else is the caller's mistake. */
export function decodeGlobalId(globalId: string): { typename: string; id: string } {
  const [, typename, institutionId, rowId] = shape.exec(Buffer.from(globalId, 'base64').toString('utf8')) ?? []
  if (typename === undefined)
    throw topLevelError('BAD_USER_INPUT', `"${globalId.slice(0, 60)}" is no id of this API; take ids from its answers`)
  return { typename, id: JSON.stringify([institutionId, rowId]) }
}

/** The global id of a row, for a field that names it without reading it. */
export function globalIdOf(typename: string, institutionId: string, rowId: string): string {
  return Buffer.from(`${typename}:${JSON.stringify([institutionId, rowId])}`).toString('base64')
}
