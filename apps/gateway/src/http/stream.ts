import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  subscribe,
  validate,
} from 'graphql'
import type { OperationArgs, RequestParams, Response } from 'graphql-sse'
import { createHandler } from 'graphql-sse/lib/use/fastify'
import type { Context, Services } from '../context.ts'
import { type Arrival, enterWith } from '../enter.ts'
import { isInternal, presentError, topLevelError } from '../graphql/errors.ts'
import { priceOf, queryLimits } from '../graphql/limits.ts'
import { type ArrivalOrRefusal, refuseToken } from './arrival.ts'

const onlySubscriptions = 'this address answers subscriptions; send queries and mutations to /graphql'

/** Subscriptions over server-sent events at `/graphql/stream`, one connection each. */
export function addStream(
  app: FastifyInstance,
  parts: { schema: GraphQLSchema; services: Services; arrive: (request: FastifyRequest) => Promise<ArrivalOrRefusal> },
) {
  const { schema, services } = parts
  const enter = enterWith(services)
  const operationOf = async (arrival: Arrival, params: RequestParams): Promise<OperationArgs> => {
    const document = parse(params.query, { maxTokens: queryLimits.tokens })
    const [problem] = validate(schema, document, undefined, { maxErrors: 20 })
    if (problem !== undefined) throw topLevelError('BAD_USER_INPUT', problem.message)
    const operation = getOperationAST(document, params.operationName)
    if (operation?.operation !== 'subscription') throw topLevelError('BAD_USER_INPUT', onlySubscriptions)
    const variableValues = params.variables ?? {}
    priceOf(schema, document, operation, variableValues, {})
    const contextValue = await enter(arrival, 'mutation', async (context: Context) => context)
    return {
      schema,
      document,
      contextValue: contextValue as never,
      variableValues,
      operationName: params.operationName ?? null,
    }
  }
  const handler = createHandler({
    schema,
    onSubscribe: async (request, params) => {
      const { arrival } = request.raw as unknown as { arrival: Arrival }
      try {
        return await operationOf(arrival, params)
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error
        if (isInternal(error))
          app.log.error({ reqId: arrival.requestId, err: error }, 'a subscription failed on our side')
        return badRequest(presentError(error.toJSON(), arrival.requestId))
      }
    },
    subscribe: subscribe as never,
  })
  app.all('/graphql/stream', async (request, reply) => {
    const arrival = await parts.arrive(request)
    if ('refused' in arrival) return refuseToken(reply, request, arrival.refused)
    Object.assign(request, { arrival })
    await handler(request, reply)
  })
}

function badRequest(error: GraphQLFormattedError): Response {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return [JSON.stringify({ errors: [error] }), { status: 400, statusText: 'Bad Request', headers }]
}
