import { timingSafeEqual } from 'node:crypto'
import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { OperatorEvent, OperatorRequest } from '../operator/request.ts'
import type { Workshop } from '../operator/workshop.ts'

/** The operator's door: whoever can read the secret in the data directory may have the gateway do a command's work. */
export function addOperator(app: FastifyInstance, shop: Workshop, secret: string) {
  app.post<{ Body: OperatorRequest }>('/operator', async (request, reply) => {
    if (!sameText(String(request.headers['x-operator-secret'] ?? ''), secret))
      return reply.code(403).send({ error: 'this door is for commands of the same machine' })
    const lines = new PassThrough()
    const tell = (event: OperatorEvent) => lines.write(`${JSON.stringify(event)}\n`)
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    // The operator's work brings the importer with it, which no other request needs.
    const { work } = await import('../operator/work.ts')
    work(shop, request.body, tell, gone.signal).then(
      (code) => {
        tell({ kind: 'end', code })
        lines.end()
      },
      (error: Error) => {
        app.log.error({ err: error, reqId: request.id }, 'a command failed')
        tell({
          kind: 'note',
          text: `mentoring-commons: something went wrong on our side; the gateway's log names request ${request.id}`,
        })
        tell({ kind: 'end', code: 1 })
        lines.end()
      },
    )
    return reply.type('application/x-ndjson').send(lines)
  })
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
