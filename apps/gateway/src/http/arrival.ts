import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Claims, InvalidToken, type Verifier } from '../auth/verifier.ts'
import type { Arrival } from '../enter.ts'

/** Who a request comes from: claims, nobody, or a token that is not accepted. */
export type ArrivalOrRefusal = Arrival | { readonly refused: string }

/** Reads who a request comes from. */
export async function arrivalOf(request: FastifyRequest, verify: Verifier): Promise<ArrivalOrRefusal> {
  const header = request.headers.authorization
  if (header === undefined) return { requestId: request.id, claims: null }
  const [scheme, token] = header.split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) return { refused: 'send `Authorization: Bearer <token>`' }
  try {
    const claims: Claims = await verify(token)
    return { requestId: request.id, claims }
  } catch (error) {
    if (error instanceof InvalidToken) return { refused: error.message }
    throw error
  }
}

/** A token that is not accepted is answered before anything is read. */
export function refuseToken(reply: FastifyReply, request: FastifyRequest, message: string) {
  return reply
    .code(401)
    .header('www-authenticate', 'Bearer error="invalid_token"')
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED', requestId: request.id } }] })
}
