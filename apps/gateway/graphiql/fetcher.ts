import type { GraphiQLProps } from 'graphiql'
import { getOperationAST, parse } from 'graphql'
import { createClient, NetworkError, type RequestParams } from 'graphql-sse'
import { readToken } from './token.ts'

type Fetcher = GraphiQLProps['fetcher']

/** Sends queries and mutations to `/graphql` and subscribes at `/graphql/stream`, both with the token of this tab. */
export const fetcher: Fetcher = (params, options) => {
  const request: RequestParams = {
    query: params.query,
    ...(params.operationName ? { operationName: params.operationName } : {}),
    ...(params.variables ? { variables: params.variables } : {}),
  }
  const headers = headersOf(options?.headers)
  return isSubscription(request) ? follow(request, headers) : ask(request, headers)
}

/** Read from the text: the document that GraphiQL hands over lags behind fast typing. */
function isSubscription({ query, operationName }: RequestParams): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription'
  } catch {
    return false
  }
}

/** What the header editor says wins over the token field. */
function headersOf(written: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const token = readToken()
  const headers = new Headers(token === '' ? {} : { authorization: `Bearer ${token}` })
  for (const [name, value] of Object.entries(written)) headers.set(name, String(value))
  return Object.fromEntries(headers)
}

async function ask(request: RequestParams, headers: Record<string, string>) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  return answerIn(response)
}

/** The results of a subscription; whoever stops iterating closes its connection. */
function follow(request: RequestParams, headers: Record<string, string>) {
  const results = createClient({ url: '/graphql/stream', headers, retryAttempts: 0 }).iterate(request)
  return {
    next: () => results.next().catch(async (error: unknown) => ({ value: await refusalIn(error), done: false })),
    return: async () => results.return?.() ?? { value: undefined, done: true },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** A gateway that refuses says why in the body, which the client leaves unread. */
async function refusalIn(error: unknown) {
  if (error instanceof NetworkError && error.response instanceof Response) return answerIn(error.response)
  throw error
}

async function answerIn(response: Response) {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${response.status} ${response.statusText}: ${text.slice(0, 300)}`)
  }
}
