import { portfolioHtml } from '@mentoring-commons/action-research'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Services } from '../context.ts'
import type { LinkSigner } from '../links/signed-links.ts'
import { readingOf } from '../modules/award/portfolio/reading.ts'
import { findKept } from '../modules/award/portfolio/store.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"

/**
 * Portfolios that were kept for an award as pages, under addresses that are signed and close after a while. Each is made when it is
 * fetched, so that what was withdrawn by then is not in it, whenever the address was given out.
 */
export function addPortfolios(app: FastifyInstance, { services, signer }: { services: Services; signer: LinkSigner }) {
  app.get<{
    Params: { institution: string; id: string }
    Querystring: { expires?: string; signature?: string }
  }>('/portfolios/:institution/:id/portfolio.html', async (request, reply) => {
    const { institution, id } = request.params
    const { expires, signature } = request.query
    const refusal = signer.refuse(`/portfolios/${institution}/${id}/portfolio.html`, expires, signature, services.now())
    if (refusal !== undefined) return say(reply, 403, refusal)
    const kept = await services.database.within(institution, 'read', (tx) => findKept(tx, institution, [id]))
    const found = kept.get(id)
    const reading = found && readingOf(found)
    if (reading === undefined) return say(reply, 404, 'there is no such portfolio; ask the API for its page')
    if ('refusal' in reading) return say(reply, reading.refusal.code === 'erased' ? 404 : 409, reading.refusal.message)
    if (reading.value.portfolio === undefined)
      return say(reply, 404, 'no inquiry is in this portfolio, so it has no page; read its document')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', policy)
      .header('referrer-policy', 'no-referrer')
      .send(portfolioHtml(reading.value.portfolio))
  })
}

function say(reply: FastifyReply, status: number, message: string) {
  return reply
    .code(status)
    .type('text/plain; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .send(`${message}\n`)
}
