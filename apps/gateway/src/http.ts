import { randomUUID } from 'node:crypto'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Verifier } from './auth/verifier.ts'
import type { Services } from './context.ts'
import { type Arrival, enterWith } from './enter.ts'
import { isInternal, presentError } from './graphql/errors.ts'
import { executorOf } from './graphql/executor.ts'
import { queryLimits } from './graphql/limits.ts'
import { arrivalOf, refuseToken } from './http/arrival.ts'
import { addBadges } from './http/badges.ts'
import { addExports } from './http/exports.ts'
import { addFrameworks } from './http/frameworks.ts'
import { addGraphiql } from './http/graphiql.ts'
import { addHealth } from './http/health.ts'
import { addInquiries } from './http/inquiries.ts'
import { addJobs } from './http/jobs.ts'
import { addPortfolios } from './http/portfolios.ts'
import { addReports } from './http/reports.ts'
import { addSelfAssessment } from './http/self-assessment.ts'
import { addStream } from './http/stream.ts'
import { addSurveys } from './http/surveys.ts'
import { addVerify } from './http/verify.ts'
import type { LinkSigner } from './links/signed-links.ts'

/** The most bytes that a request may carry. */
const bodyMax = 1_048_576

/** What the HTTP server is made from. */
export interface HttpParts {
  readonly schema: GraphQLSchema
  readonly services: Services
  readonly verify: Verifier
  readonly signer: LinkSigner
  readonly logLevel: string
  readonly production: boolean
  /** The address under which others reach the gateway; files for other systems name it. */
  readonly publicUrl?: string | undefined
}

/** The gateway's HTTP server, not yet listening. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { schema, services, verify, production } = parts
  const app = Fastify({
    logger: { level: parts.logLevel },
    genReqId: (request) => requestIdIn(request.headers['x-request-id']) ?? randomUUID(),
    bodyLimit: bodyMax,
    forceCloseConnections: 'idle',
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'a request failed on our side')
    const message = status === 413 ? `a request has at most ${bodyMax} bytes; send less at a time` : error.message
    const formatted = { message, extensions: { code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL' } }
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({ errors: [presentError(formatted, request.id)] })
  })
  const arrive = (request: FastifyRequest) => arrivalOf(request, verify)
  const answer = executorOf(schema, enterWith(services))
  const apollo = new ApolloServer<Arrival>({
    gateway: {
      load: async () => ({
        executor: async ({ context, document, operation, request, operationName }) =>
          answer(context as Arrival, {
            document,
            operation,
            variables: request.variables ?? {},
            operationName: operationName ?? undefined,
          }) as never,
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: '' })
        return () => {}
      },
      stop: async () => {},
    },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: queryLimits.tokens },
    hideSchemaDetailsFromClientErrors: production,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      {
        requestDidStart: async ({ contextValue }) => ({
          didEncounterErrors: async ({ errors }) => {
            for (const error of errors)
              if (isInternal(error))
                app.log.error(
                  { reqId: contextValue.requestId, err: error.originalError ?? error },
                  'a request failed on our side',
                )
          },
          willSendResponse: async ({ request, response }) => {
            if (response.body.kind !== 'single' || response.body.singleResult.errors === undefined) return
            const { singleResult } = response.body
            singleResult.errors = singleResult.errors?.map((error) => presentError(error, contextValue.requestId))
            // GraphQL over HTTP: whoever accepts the older media type reads errors of the document in an answer with status 200.
            const accepts = request.http?.headers.get('accept') ?? ''
            if (accepts.includes('application/json') && !accepts.includes('application/graphql-response+json'))
              response.http.status = 200
          },
        }),
      },
    ],
  })
  await apollo.start()
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    preHandler: async (request, reply) => {
      const arrival = await arrive(request)
      if ('refused' in arrival) return refuseToken(reply, request, arrival.refused)
      Object.assign(request, { arrival })
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => (request as FastifyRequest & { arrival: Arrival }).arrival,
    }),
  })
  addStream(app, { schema, services, arrive })
  addHealth(app, services)
  addReports(app, { ...parts, arrive })
  addJobs(app, parts)
  addExports(app, parts)
  addInquiries(app, parts)
  addPortfolios(app, parts)
  addFrameworks(app, parts)
  addSelfAssessment(app, parts)
  addBadges(app, parts)
  addVerify(app, parts)
  addSurveys(app, parts)
  if (!production) addGraphiql(app)
  return app
}

function requestIdIn(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : undefined
}

/** No route has a schema, since GraphQL checks what comes and goes: what would compile them is not even loaded. */
function noSchemas(): never {
  throw new TypeError('a route of this server has a schema, and nothing here compiles it')
}
