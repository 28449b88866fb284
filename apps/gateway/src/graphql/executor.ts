import { PothosValidationError } from '@pothos/core'
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { sqlStateOf } from '../db/errors.ts'
import { priceOf, type QueryCost } from './limits.ts'

/** One operation to answer. */
export interface Operation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Record<string, unknown>
  readonly operationName: string | undefined
}

/** Opens the rooms that an operation works in: a query gets one transaction, a mutation one for each of its fields. */
export type Enter<Request, Context> = <T>(
  request: Request,
  kind: 'query' | 'mutation',
  work: (context: Context) => Promise<T>,
) => Promise<T>

/** Answers operations: prices them first, then runs them where their rows are. */
export function executorOf<Request extends object, Context extends object>(
  schema: GraphQLSchema,
  enter: Enter<Request, Context>,
) {
  return async (
    request: Request,
    { document, operation, variables, operationName }: Operation,
  ): Promise<ExecutionResult> => {
    const price = priceOf(schema, document, operation, variables, request)
    const kind = operation.operation === 'mutation' ? 'mutation' : 'query'
    const result = await enter(request, kind, async (contextValue) =>
      execute({ schema, document, contextValue, variableValues: variables, operationName: operationName ?? null }),
    )
    return withCost({ ...result, ...(result.errors ? { errors: result.errors.map(asCallers) } : {}) }, price)
  }
}

function withCost(result: ExecutionResult, price: QueryCost): ExecutionResult {
  return { ...result, extensions: { ...result.extensions, cost: price } }
}

const malformedText = '22P02'

/** A value that the caller made up, such as a forged cursor, is theirs to correct and no fault of ours. */
function asCallers(error: GraphQLError): GraphQLError {
  const { originalError } = error
  const forged = originalError instanceof PothosValidationError || sqlStateOf(originalError) === malformedText
  if (!forged) return error
  const { nodes, path } = error
  return new GraphQLError('a cursor or id in this request is none of this API; take them from its answers', {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  })
}
