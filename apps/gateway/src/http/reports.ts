import { Readable } from 'node:stream'
import type { Snapshot } from '@mentoring-commons/reporting'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { type Arrival, enterWith } from '../enter.ts'
import type { LinkSigner } from '../links/signed-links.ts'
import { type FileBody, mediaTypes, pageOf, snapshotFile } from '../modules/reporting/files.ts'
import { readablePolicies } from '../modules/reporting/snapshot/policy.ts'
import { findSnapshot, readSnapshot, withdrawalsSince, withdrawnWords } from '../modules/reporting/snapshot/store.ts'
import { findReport } from '../modules/reporting/store.ts'
import { printPdf } from '../pdf/print-pdf.ts'
import { Refused } from '../refused.ts'
import type { ArrivalOrRefusal } from './arrival.ts'
import { refuseToken } from './arrival.ts'

/** What the pages and files of reports are served with. */
interface ReportParts {
  readonly services: Services
  readonly signer: LinkSigner
  readonly arrive: (request: FastifyRequest) => Promise<ArrivalOrRefusal>
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reports to take away, under addresses that are signed and close after a while, and each as a page at an address that stays, for whoever signs in. */
export function addReports(app: FastifyInstance, { services, signer, arrive }: ReportParts) {
  app.get<{
    Params: { institution: string; report: string; name: string }
    Querystring: { expires?: string; signature?: string }
  }>('/reports/:institution/:report/:name', async (request, reply) => {
    const { institution, report: id, name } = request.params
    const path = `/reports/${institution}/${id}/${name}`
    const refusal = signer.refuse(path, request.query.expires, request.query.signature, services.now())
    if (refusal !== undefined) return sayNo(reply, 403, refusal)
    const found = await services.database.within(institution, 'read', async (tx) => {
      const row = await findSnapshot(tx, institution, id)
      if (row === undefined) return (await findReport(tx, institution, id))?.files[name]
      return { snapshot: readSnapshot(row), withdrawn: withdrawnWords(await withdrawalsSince(tx, institution, row)) }
    })
    // Written outside of the transaction: a page to be printed may take a minute.
    const file = await written(found, name)
    if (file instanceof Refused) return sayNo(reply, 503, file.refusal.message)
    if (file === undefined) return sayNo(reply, 404, 'there is no such file; ask the API for the downloads of the job')
    const extension = name.slice(name.lastIndexOf('.') + 1)
    if (extension === 'html') return sendPage(reply, String(file))
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(mediaTypes[extension] ?? 'application/octet-stream')
      .header('cache-control', 'private, no-store')
      .send(
        typeof file === 'string'
          ? file
          : file instanceof Uint8Array
            ? Buffer.from(file.buffer, file.byteOffset, file.byteLength)
            : Readable.from(file),
      )
  })

  app.get<{ Params: { id: string } }>('/reports/:id', async (request, reply) => {
    const arrival = await arrive(request)
    if ('refused' in arrival) return refuseToken(reply, request, arrival.refused)
    if (arrival.claims === null)
      return refuseToken(reply, request, 'sign in to read this report, or ask the API for its pageLink')
    const page = await ownPage(services, arrival, request.params.id)
    if (page === undefined)
      return sayNo(reply, 404, 'there is no such report, or not for you; ask the API for reportSnapshots')
    return sendPage(reply, page)
  })
}

/** A file of a snapshot by its name, with what was withdrawn since said in pages; a refusal where it cannot be written now. */
async function written(
  found: string | undefined | { readonly snapshot: Snapshot; readonly withdrawn: string | undefined },
  name: string,
): Promise<FileBody | undefined | Refused> {
  if (found === undefined || typeof found === 'string') return found
  const { snapshot, withdrawn } = found
  try {
    if (name === 'report.html') return await pageOf(snapshot, withdrawn)
    if (name === 'report.pdf') return await printPdf(await pageOf(snapshot, withdrawn))
    return await snapshotFile(snapshot, name)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

/** The page of a snapshot that its reader may read; undefined where there is none for them. */
function ownPage(services: Services, arrival: Arrival, id: string): Promise<string | undefined> {
  return enterWith(services)(arrival, 'query', async ({ viewer, transact }) => {
    if (viewer === null || !isUuid.test(id)) return undefined
    const { institutionId } = viewer
    return transact('read', async (tx) => {
      const row = await findSnapshot(tx, institutionId, id)
      if (row === undefined || !readablePolicies(viewer).includes(row.policy)) return undefined
      return pageOf(readSnapshot(row), withdrawnWords(await withdrawalsSince(tx, institutionId, row)))
    })
  })
}

function sendPage(reply: FastifyReply, page: string) {
  return reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    )
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .send(page)
}

function sayNo(reply: FastifyReply, status: number, message: string) {
  return reply.code(status).type('text/plain; charset=utf-8').send(`${message}\n`)
}
