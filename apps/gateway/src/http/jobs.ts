import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'
import type { LinkSigner } from '../links/signed-links.ts'
import { findJob } from '../modules/people/job/store.ts'
import { fileNames, isReportFormat } from '../modules/reporting/files.ts'
import { progressPage, progressProgram } from '../modules/reporting/progress.ts'

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** How far a report is, as a page under a signed address: it loads itself anew, and where programs run it only changes what has changed. */
export function addJobs(app: FastifyInstance, { services, signer }: { services: Services; signer: LinkSigner }) {
  app.get('/jobs/progress.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(progressProgram),
  )
  app.get<{
    Params: { institution: string; job: string }
    Querystring: { expires?: string; signature?: string }
  }>('/jobs/:institution/:job', async (request, reply) => {
    const { institution, job: id } = request.params
    const now = services.now()
    const refusal = signer.refuse(`/jobs/${institution}/${id}`, request.query.expires, request.query.signature, now)
    if (refusal !== undefined) return reply.code(403).type('text/plain; charset=utf-8').send(`${refusal}\n`)
    const job = await services.database.within(institution, 'read', (tx) => findJob(tx, institution, id, 'report'))
    if (job === undefined)
      return reply.code(404).type('text/plain; charset=utf-8').send('there is no such job; ask for the report again\n')
    const { status, done, total, message } = job
    const { format } = job.input
    const names = status === 'done' && isReportFormat(format) ? [...new Set(['report.html', ...fileNames(format)])] : []
    const files = names.map((name) => ({ name, url: signer.sign(`/reports/${institution}/${id}/${name}`, now).url }))
    const state = { status, done, total, message, files }
    reply.header('cache-control', 'private, no-store').header('vary', 'accept')
    if (String(request.headers.accept ?? '').includes('application/json'))
      return reply.type('application/json; charset=utf-8').send(state)
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('referrer-policy', 'same-origin')
      .send(progressPage(state))
  })
}
