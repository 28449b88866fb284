import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'
import type { LinkSigner } from '../links/signed-links.ts'
import { findReport } from '../modules/reporting/store.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
}

/** Reports to take away, under addresses that are signed and close after a while. */
export function addReports(app: FastifyInstance, { services, signer }: { services: Services; signer: LinkSigner }) {
  app.get<{
    Params: { institution: string; report: string; name: string }
    Querystring: { expires?: string; signature?: string }
  }>('/reports/:institution/:report/:name', async (request, reply) => {
    const { institution, report: id, name } = request.params
    const path = `/reports/${institution}/${id}/${name}`
    const refusal = signer.refuse(path, request.query.expires, request.query.signature, services.now())
    if (refusal !== undefined) return reply.code(403).type('text/plain; charset=utf-8').send(`${refusal}\n`)
    const report = await services.database.within(institution, 'read', (tx) => findReport(tx, institution, id))
    const file = report?.files[name]
    if (file === undefined)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('there is no such file; ask the API for the downloads of the job\n')
    const extension = name.slice(name.lastIndexOf('.') + 1)
    if (extension === 'html')
      reply.header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
      )
    else reply.header('content-disposition', `attachment; filename="${name}"`)
    return reply
      .type(types[extension] ?? 'application/octet-stream')
      .header('cache-control', 'private, no-store')
      .send(file)
  })
}
