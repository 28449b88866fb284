import { type Audience, audiences } from '@mentoring-commons/action-research'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'
import type { LinkSigner } from '../links/signed-links.ts'
import { inquiryFile } from '../modules/action-research/portfolio/files.ts'
import { findStanding, UnreadableHistory } from '../modules/action-research/store.ts'

/**
 * The files of an inquiry, under addresses that are signed and close after a while. Each is made when it is fetched, so
 * that what was withdrawn after the address was given out is not in it.
 */
export function addInquiries(app: FastifyInstance, { services, signer }: { services: Services; signer: LinkSigner }) {
  app.get<{
    Params: { institution: string; inquiry: string; audience: string; name: string }
    Querystring: { expires?: string; signature?: string }
  }>('/inquiries/:institution/:inquiry/:audience/:name', async (request, reply) => {
    const { institution, inquiry: id, audience, name } = request.params
    const path = `/inquiries/${institution}/${id}/${audience}/${name}`
    const now = services.now()
    const refusal = signer.refuse(path, request.query.expires, request.query.signature, now)
    if (refusal !== undefined) return reply.code(403).type('text/plain; charset=utf-8').send(`${refusal}\n`)
    const standing = await services.database
      .within(institution, 'read', (tx) => findStanding(tx, institution, id))
      .catch((error: unknown) => {
        if (error instanceof UnreadableHistory) return error
        throw error
      })
    if (standing instanceof UnreadableHistory)
      return reply.code(409).type('text/plain; charset=utf-8').send(`${standing.message}\n`)
    const reader = audiences.find((one): one is Audience => one === audience)
    const file =
      standing === undefined || reader === undefined
        ? undefined
        : inquiryFile(name, standing, { audience: reader, on: now.slice(0, 10) })
    if (file === undefined)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('there is no such file; ask the API for the files of the inquiry\n')
    reply
      .type(file.type)
      .header('cache-control', 'private, no-store')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
      )
    if (name.endsWith('.json') || name.endsWith('.qdpx'))
      reply.header('content-disposition', `attachment; filename="${name}"`)
    return reply.send(typeof file.content === 'string' ? file.content : Buffer.from(file.content))
  })
}
