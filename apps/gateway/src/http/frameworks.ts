import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  caseBase,
  casePath,
  caseShelf,
  type EditionExport,
  exportEditions,
  exportFiles,
  exportPath,
} from '../modules/ukpsf/framework/exports.ts'

const json = 'application/json; charset=utf-8'
const note =
  'Titles are short ones of this project. They are not the wording of the framework, and no wording that an institution loaded is in these files. Authoritative are only the documents of the body named as official.'

/** The frameworks as files for other systems, open to everybody, at addresses that stay; CASE's own addresses among them. */
export function addFrameworks(app: FastifyInstance, { publicUrl }: { publicUrl?: string | undefined }) {
  const editions = once(() => exportEditions(publicUrl))
  const shelf = once(() => caseShelf(editions(), caseBase(publicUrl)))
  const index = once(() => indexOf(editions(), publicUrl))

  app.get('/frameworks', async (request, reply) => {
    reply.header('vary', 'accept')
    if (!String(request.headers.accept ?? '').includes('text/html')) return send(request, reply, json, pretty(index()))
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    return send(request, reply, 'text/html; charset=utf-8', pageOf(index()))
  })
  app.get<{ Params: { edition: string; name: string } }>('/frameworks/:edition/:name', async (request, reply) => {
    const { edition: id, name } = request.params
    const known = editions().map(({ edition }) => edition.id)
    const found = editions().find(({ edition }) => edition.id === id)
    if (found === undefined)
      return missing(reply, `there is no edition "${id.slice(0, 60)}" here; there are ${known.join(', ')}`)
    const file = found.files.find((one) => one.name === name)
    const kind = exportFiles.find((one) => one.name === name)
    if (file === undefined || kind === undefined)
      return missing(
        reply,
        `${id} has no file "${name.slice(0, 60)}"; it has ${found.files.map((one) => one.name).join(', ')}`,
      )
    return send(request, reply, kind.mediaType, file.text)
  })
  app.get<{ Params: { kind: string; sourcedId: string } }>(`${casePath}/:kind/:sourcedId`, async (request, reply) => {
    const { kind, sourcedId } = request.params
    const things = shelf().get(kind)
    const thing = things?.get(sourcedId.toLowerCase())
    if (thing !== undefined) return send(request, reply, json, pretty(thing))
    const description =
      things === undefined
        ? `This service answers ${[...shelf().keys()].join(', ')}, not ${kind.slice(0, 60)}.`
        : `There is no ${sourcedId.slice(0, 60)} among ${kind}. The packages here are ${[...(shelf().get('CFPackages')?.keys() ?? [])].join(', ')}.`
    return reply.code(404).type(json).send(statusInfo(description))
  })
}

/** CASE's answer to what is not there. */
function statusInfo(imsx_description: string) {
  const field = { imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: 'unknownobject' }
  return {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description,
    imsx_codeMinor: { imsx_codeMinorField: [field] },
  }
}

function missing(reply: FastifyReply, message: string) {
  return reply
    .code(404)
    .type(json)
    .send({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] })
}

/** Sends a text, or only that the caller has it already. */
function send(request: FastifyRequest, reply: FastifyReply, mediaType: string, text: string) {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  reply.header('etag', etag).header('cache-control', 'public, max-age=3600').header('access-control-allow-origin', '*')
  if (holds(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type(mediaType).send(text)
}

/** Whether the tags that a caller holds name this one (RFC 9110, 13.1.2: weak tags count, and so does `*`). */
function holds(header: string | undefined, etag: string): boolean {
  const held = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return held.includes(etag) || held.includes('*')
}

type Index = ReturnType<typeof indexOf>

function indexOf(exports: readonly EditionExport[], publicUrl: string | undefined) {
  return {
    title: 'Frameworks for teaching in higher education, as data',
    note,
    baseUri: caseBase(publicUrl),
    editions: exports.map(({ edition, casePackage: { CFDocument }, files }) => ({
      edition: edition.id,
      officialTitle: edition.officialTitle,
      published: edition.published.value,
      official: edition.official,
      lastChangeDateTime: CFDocument.lastChangeDateTime,
      case: ['CFPackages', 'CFDocuments'].map((kind) => `${casePath}/${kind}/${CFDocument.identifier}`),
      files: files.map(({ name, notCarried }) => ({
        path: exportPath(edition.id, name),
        format: exportFiles.find((one) => one.name === name)?.format ?? name,
        notCarried,
      })),
    })),
  }
}

function pageOf({ title, editions }: Index): string {
  const item = (path: string, words: string) =>
    `<li><a href="${escapeHtml(path)}">${escapeHtml(path)}</a> ${escapeHtml(words)}</li>`
  const lists = editions.map(
    ({ edition, officialTitle, files, case: own }) =>
      `<h2>${escapeHtml(edition)}</h2>\n<p>${escapeHtml(officialTitle)}</p>\n<ul>\n${[...files.map(({ path, format }) => item(path, format)), ...own.map((path) => item(path, 'CASE 1.1, its own address'))].join('\n')}\n</ul>`,
  )
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n<body>\n<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(note)}</p>\n${lists.join('\n')}\n</body>\n</html>\n`
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (char) => names[char] ?? char)
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** Makes a value when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: make() }
    return kept.value
  }
}
