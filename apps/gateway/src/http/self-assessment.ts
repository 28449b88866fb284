import { readFile } from 'node:fs/promises'
import {
  readSelfAssessment,
  type SelfAssessmentTexts,
  selfAssessment,
  selfAssessmentEnglish,
  selfAssessmentPage,
  summaryOf,
} from '@mentoring-commons/mentoring'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { assessmentPage } from '../modules/culture/assessment/page.ts'
import { textsOf } from '../modules/culture/assessment/store.ts'
import { institutionIdOf } from '../modules/people/identity.ts'

const fromSource = import.meta.url.endsWith('/src/http/self-assessment.ts')
const built = new URL(fromSource ? '../../dist/self-assessment/' : './self-assessment/', import.meta.url)

const json = 'application/json; charset=utf-8'
const html = 'text/html; charset=utf-8'

/** The page runs its own program and sends nothing: no connection is open to it. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The summary runs nothing and loads nothing; its style is its own. */
const summaryPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

interface Wished {
  readonly Querystring: { readonly institution?: string | string[]; readonly lang?: string | string[] }
}

/** The self-assessment of an institution, open to everybody: as a page, as data, and its summary. Nothing is stored, and no request is. */
export function addSelfAssessment(app: FastifyInstance, { services }: { services: Services }, folder: URL = built) {
  app.get<Wished>('/self-assessment', async (request, reply) => {
    const wording = await wished(services, request)
    if (wording === undefined) return noLanguage(reply)
    return reply
      .type(html)
      .header('content-security-policy', pagePolicy)
      .header('cache-control', 'no-cache')
      .send(assessmentPage(wording))
  })
  app.get<Wished>('/self-assessment.json', async (request, reply) => {
    const wording = await wished(services, request)
    if (wording === undefined) return noLanguage(reply)
    const { language, texts } = wording
    const summary = {
      method: 'POST',
      path: '/self-assessment/summary',
      body: 'answers',
      answers: ['application/json', 'text/html'],
    }
    return reply
      .type(json)
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=300')
      .send(`${JSON.stringify({ ...selfAssessment, language, texts, summary }, undefined, 2)}\n`)
  })
  for (const [name, type] of [
    ['page.js', 'text/javascript; charset=utf-8'],
    ['page.css', 'text/css; charset=utf-8'],
  ] as const)
    app.get(`/self-assessment/${name}`, async (_request, reply) => {
      const content = await readIfThere(new URL(name, folder))
      if (content === undefined)
        return reply.code(404).type('text/plain').send('the page is not built; run npm run build\n')
      return reply.type(type).header('cache-control', 'no-cache').send(content)
    })
  app.options('/self-assessment/summary', async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-origin', '*')
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type')
      .send(),
  )
  app.post<Wished>('/self-assessment/summary', async (request, reply) => {
    reply.header('access-control-allow-origin', '*').header('cache-control', 'no-store')
    const wording = await wished(services, request)
    if (wording === undefined) return noLanguage(reply)
    const read = readSelfAssessment(request.body)
    if ('refusal' in read) {
      const { message, ...extensions } = read.refusal
      return reply
        .code(422)
        .type(json)
        .send({ errors: [{ message, extensions }] })
    }
    reply.header('vary', 'accept')
    if (!String(request.headers.accept ?? '').includes('text/html'))
      return reply.type(json).send({ summary: summaryOf(read.value), answers: read.value })
    return reply
      .type(html)
      .header('content-security-policy', summaryPolicy)
      .send(selfAssessmentPage(read.value, wording))
  })
}

/** The texts that a request asks for: English, or a language that the institution which is named has loaded. */
async function wished(services: Services, { query }: FastifyRequest<Wished>): Promise<SelfAssessmentTexts | undefined> {
  const language = query.lang ?? selfAssessmentEnglish.language
  const { institution } = query
  if (typeof language !== 'string' || Array.isArray(institution)) return undefined
  if (institution === undefined)
    return language.toLowerCase() === selfAssessmentEnglish.language ? selfAssessmentEnglish : undefined
  return services.database.within(institutionIdOf(institution), 'read', (tx) =>
    textsOf(tx, institutionIdOf(institution), language),
  )
}

function noLanguage(reply: FastifyReply) {
  const message =
    'there are no texts in this language; there are texts in en, and in the languages that an institution loaded where it is named: ?institution=KEY&lang=cy'
  return reply
    .code(404)
    .type(json)
    .send({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] })
}

async function readIfThere(file: URL): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
