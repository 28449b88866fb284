import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../context.ts'
import { erasedText } from '../db/erased.ts'
import type { LinkSigner } from '../links/signed-links.ts'
import { achievementFor } from '../modules/award/credential/achievement.ts'
import { signedList } from '../modules/award/credential/list.ts'
import {
  findCredential,
  findSchemeOfKey,
  institutionNames,
  placesRevoked,
  placesTaken,
} from '../modules/award/credential/store.ts'
import { institutionIdOf } from '../modules/people/identity.ts'

const json = 'application/json; charset=utf-8'

interface Parts {
  readonly services: Services
  readonly signer: LinkSigner
}

/** What badges lead to, open to everybody: who issues them with which keys, what they are for, and which were taken back. */
export function addBadges(app: FastifyInstance, { services, signer }: Parts) {
  /** The issuer of an institution, and its id; undefined where there is no such institution, or it has no key. */
  const issuerOf = async (institutionKey: string) => {
    const institutionId = institutionIdOf(institutionKey)
    const names = await services.database.within(institutionId, 'read', (tx) => institutionNames(tx, institutionId))
    const known = names && (await services.badges.of(names))
    return known && { institutionId, known }
  }
  app.get<{ Params: { institution: string } }>('/badges/:institution', async (request, reply) => {
    const found = await issuerOf(request.params.institution)
    if (found === undefined) return missing(reply, 'no badges are issued at this address')
    const { issuerProfile } = await import('@mentoring-commons/award/credential')
    return send(request, reply, json, `${JSON.stringify(issuerProfile(found.known.issuer), undefined, 2)}\n`)
  })
  app.get<{ Params: { institution: string; number: string } }>(
    '/badges/:institution/status/:number',
    async (request, reply) => {
      const { institution, number } = request.params
      const list = /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined
      const found = list === undefined ? undefined : await issuerOf(institution)
      if (list === undefined || found === undefined) return missing(reply, 'there is no status list at this address')
      const { institutionId, known } = found
      const places = await services.database.within(institutionId, 'read', async (tx) =>
        list > 1 && (await placesTaken(tx, institutionId, list)).size === 0
          ? undefined
          : placesRevoked(tx, institutionId, list),
      )
      const signed = places && (await signedList(known, list, places, services.now()))
      if (signed === undefined) return missing(reply, 'there is no status list at this address')
      return send(request, reply, signed.mediaType, signed.text)
    },
  )
  app.get<{ Params: { institution: string; scheme: string; version: string } }>(
    '/badges/:institution/achievements/:scheme/:version',
    async (request, reply) => {
      const { institution, scheme: key, version: name } = request.params
      const found = await issuerOf(institution)
      const scheme =
        found &&
        (await services.database.within(found.institutionId, 'read', (tx) =>
          findSchemeOfKey(tx, found.institutionId, key),
        ))
      const version = scheme?.versions.find((each) => each.version === name)
      if (found === undefined || scheme === undefined || version === undefined)
        return missing(reply, 'no badge is for what is at this address')
      const achievement = await achievementFor(found.known.issuer.id, scheme, version, services.badges.publicUrl)
      return send(request, reply, json, `${JSON.stringify(achievement, undefined, 2)}\n`)
    },
  )
  app.get<{
    Params: { institution: string; id: string; name: string }
    Querystring: { expires?: string; signature?: string }
  }>('/credentials/:institution/:id/:name', async (request, reply) => {
    const { institution, id, name } = request.params
    const { expires, signature } = request.query
    const refusal = signer.refuse(`/credentials/${institution}/${id}/${name}`, expires, signature, services.now())
    if (refusal !== undefined) return reply.code(403).type('text/plain; charset=utf-8').send(`${refusal}\n`)
    const badge = await services.database.within(institution, 'read', (tx) => findCredential(tx, institution, id))
    const text = name === 'badge.json' ? badge?.json : name === 'badge.jwt' ? badge?.jwt : undefined
    if (!text || text === erasedText)
      return missing(reply, 'there is no such badge, or it was erased; ask the API for its downloads')
    return reply
      .type(name === 'badge.json' ? 'application/vc' : 'application/vc+jwt')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(text)
  })
}

/** Sends a public text, or only that the caller has it already. It may be kept for five minutes. */
function send(request: FastifyRequest, reply: FastifyReply, mediaType: string, text: string) {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  reply.header('etag', etag).header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*')
  if (String(request.headers['if-none-match'] ?? '').includes(etag)) return reply.code(304).send()
  return reply.type(mediaType).send(text)
}

function missing(reply: FastifyReply, message: string) {
  return reply
    .code(404)
    .type(json)
    .header('access-control-allow-origin', '*')
    .send({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] })
}
