import { GraphQLError, type GraphQLFormattedError } from 'graphql'

/** Failures that no caller can branch on by type: they stand at the top of the answer, by code. */
export type TopLevelCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COSTLY'
  | 'HISTORY_NOT_READABLE'
  | 'INTERNAL'

/** A top-level error with its code. */
export function topLevelError(
  code: TopLevelCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } })
}

const ownCodes: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'QUERY_TOO_COSTLY',
  'HISTORY_NOT_READABLE',
])
const requestCodes: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
])

/** What a caller may see of an error: the reason when it is theirs, a request id to quote when it is ours. */
export function presentError(formatted: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? '')
  if (ownCodes.has(code) || requestCodes.has(code)) {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {}
    return { ...formatted, extensions: { ...extensions, requestId } }
  }
  return {
    message: `Something went wrong on our side; quote request ${requestId}.`,
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { code: 'INTERNAL', requestId },
  }
}

/** Whether an error is ours and belongs in the log. */
export function isInternal(error: unknown): boolean {
  const code = (error as { extensions?: { code?: string } }).extensions?.code ?? ''
  return !ownCodes.has(code) && !requestCodes.has(code)
}
