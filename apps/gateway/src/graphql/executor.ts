import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import { type QueryCost, priceOf } from './limits.ts'

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
export function executorOf<Request extends object, Context extends object>(schema: GraphQLSchema, enter: Enter<Request, Context>) {
  return async (request: Request, { document, operation, variables, operationName }: Operation): Promise<ExecutionResult> => {
    const price = priceOf(schema, document, operation, variables, request)
    const kind = operation.operation === 'mutation' ? 'mutation' : 'query'
    const result = await enter(request, kind, async (contextValue) =>
      execute({ schema, document, contextValue, variableValues: variables, operationName: operationName ?? null }),
    )
    return withCost(result, price)
  }
}

function withCost(result: ExecutionResult, price: QueryCost): ExecutionResult {
  return { ...result, extensions: { ...result.extensions, cost: price } }
}
