import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { erasedText } from '../db/erased.ts'
import { badgeMax, checkBadge, type Enter } from '../modules/award/credential/check.ts'
import { type Checked, checkPage, noBadgePage, resultPage } from '../modules/award/credential/page.ts'
import { findCredential } from '../modules/award/credential/store.ts'
import { institutionIdOf } from '../modules/people/identity.ts'
import { Refused } from '../refused.ts'

const html = 'text/html; charset=utf-8'

/** The pages run nothing and load nothing; a form is sent to this service alone. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The most bytes of a form: a badge pasted, one as a file, and what lies around them. */
const formMax = badgeMax * 2 + 20_000

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Pages on which anybody has a badge checked, without signing in and without a program in the browser. Nothing is kept, and nothing logged. */
export function addVerify(app: FastifyInstance, { services }: { services: Services }) {
  const enter: Enter = (institutionId, work) => services.database.within(institutionId, 'read', work)
  app.register(async (scope) => {
    scope.addContentTypeParser(
      ['multipart/form-data', 'application/x-www-form-urlencoded'],
      { parseAs: 'buffer', bodyLimit: formMax },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) request.log.error({ err: error }, 'a request failed on our side')
      const problem =
        status === 413
          ? `This is larger than a badge: at most ${badgeMax} letters are read.`
          : status >= 500
            ? `This failed on our side; the id of the request is ${request.id}.`
            : 'This form cannot be read; send it from this page.'
      return send(reply, checkPage(problem), status)
    })
    scope.get('/verify', async (_request, reply) => send(reply, checkPage()))
    scope.post('/verify', async (request, reply) => {
      const form = await formIn(request)
      if (form === undefined) return send(reply, checkPage('This form cannot be read; send it from this page.'), 400)
      const text = form.badge.trim() || form.file.trim()
      if (text === '') return send(reply, checkPage('Paste a badge, or choose its file.'), 422)
      try {
        const found = await checkBadge(services, enter, text)
        return send(reply, resultPage(await withAddress(found, form.address.trim())))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return send(reply, checkPage(error.refusal.message), 422)
      }
    })
    scope.get<{ Params: { institution: string; id: string } }>('/verify/:institution/:id', async (request, reply) => {
      const { institution, id } = request.params
      const institutionId = institutionIdOf(institution)
      const badge = isUuid.test(id)
        ? await enter(institutionId, (tx) => findCredential(tx, institutionId, id))
        : undefined
      const text = [badge?.json, badge?.jwt].find((one) => one && one !== erasedText)
      if (!text) return send(reply, noBadgePage(), 404)
      return send(reply, resultPage({ found: await checkBadge(services, enter, text) }))
    })
  })
}

function send(reply: FastifyReply, page: string, status = 200) {
  return reply
    .code(status)
    .type(html)
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .send(page)
}

/** The fields of a form, however the browser sent it; undefined where it cannot be read. */
async function formIn(request: FastifyRequest) {
  try {
    const type = request.headers['content-type'] ?? ''
    const form = await new Response(new Uint8Array(request.body as Buffer), {
      headers: { 'content-type': type },
    }).formData()
    const textOf = async (name: string) => {
      const value = form.get(name)
      return value === null ? '' : typeof value === 'string' ? value : value.text()
    }
    return { badge: await textOf('badge'), file: await textOf('file'), address: await textOf('address') }
  } catch {
    return undefined
  }
}

async function withAddress(found: Checked['found'], address: string): Promise<Checked> {
  if (address === '' || found.status !== 'verified') return { found }
  const { isIdentityOf } = await import('@mentoring-commons/award/credential')
  const isForAddress = found.badge.identities.some((identity) => identity.hashed && isIdentityOf(identity, address))
  return { found, isForAddress }
}
