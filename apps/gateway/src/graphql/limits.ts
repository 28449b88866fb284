import { complexityFromQuery } from '@pothos/plugin-complexity'
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import { topLevelError } from './errors.ts'

/** What a query may cost. Depth counts fields inside fields, cost counts fields times the rows they may stand in. */
export const queryLimits = { cost: 20_000, depth: 14, tokens: 4_000 } as const

/** The price of a query, known before anything is read. */
export interface QueryCost {
  readonly cost: number
  readonly costMax: number
  readonly depth: number
  readonly depthMax: number
}

/** The price of one operation of a document; a throw with the figures when it is above a limit. */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  context: object,
): QueryCost {
  if (isIntrospection(operation)) return { cost: 0, costMax: queryLimits.cost, depth: 0, depthMax: queryLimits.depth }
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }
  const { complexity, depth } = complexityOf(alone, { schema, variables, ctx: context })
  const price = { cost: complexity, costMax: queryLimits.cost, depth, depthMax: queryLimits.depth }
  if (depth > queryLimits.depth)
    throw topLevelError(
      'QUERY_TOO_COSTLY',
      `this query is ${depth} fields deep; at most ${queryLimits.depth} are answered. Ask for the inner parts by node(id:)`,
      { cost: price },
    )
  if (complexity > queryLimits.cost)
    throw topLevelError(
      'QUERY_TOO_COSTLY',
      `this query may cost ${complexity}; at most ${queryLimits.cost} is answered. Ask for fewer rows (first:) or fewer fields inside lists`,
      { cost: price },
    )
  return price
}

/** Variables are read here for the first time: those that do not fit are refused here. */
function complexityOf(...[document, options]: Parameters<typeof complexityFromQuery>) {
  try {
    return complexityFromQuery(document, options)
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === undefined)
      throw topLevelError('BAD_USER_INPUT', error.message)
    throw error
  }
}

function isIntrospection(operation: OperationDefinitionNode): boolean {
  return operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  )
}
