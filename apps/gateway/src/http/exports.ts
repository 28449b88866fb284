import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'
import type { LinkSigner } from '../links/signed-links.ts'
import { gatherPerson } from '../modules/privacy/export.ts'
import { markOf } from '../modules/privacy/mark.ts'
import { findExport } from '../modules/privacy/store.ts'

/** A person's export as a file, under an address that is signed and closes after a while. It is gathered when it is fetched: no copy is kept. */
export function addExports(app: FastifyInstance, { services, signer }: { services: Services; signer: LinkSigner }) {
  app.get<{
    Params: { institution: string; request: string }
    Querystring: { expires?: string; signature?: string }
  }>('/exports/:institution/:request/person.json', async (request, reply) => {
    const { institution, request: id } = request.params
    const path = `/exports/${institution}/${id}/person.json`
    const now = services.now()
    const refusal = signer.refuse(path, request.query.expires, request.query.signature, now)
    if (refusal !== undefined) return reply.code(403).type('text/plain; charset=utf-8').send(`${refusal}\n`)
    const data = await services.database.within(institution, 'read', async (tx) => {
      const asked = await findExport(tx, institution, id)
      // Of somebody who was erased since, nothing is left to hand out.
      if (!asked?.personId || !asked.marks.includes(markOf(institution, asked.personId))) return undefined
      return gatherPerson(tx, { institutionId: institution, personId: asked.personId }, now)
    })
    if (data === undefined)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('there is no such export; ask the API for a new one\n')
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="person.json"')
      .header('cache-control', 'private, no-store')
      .send(JSON.stringify(data, null, 2))
  })
}
