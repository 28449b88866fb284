import type { Verification } from '@mentoring-commons/award/credential'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { institutionIdOf } from '../../people/identity.ts'
import { CandidacyType } from '../candidacy/graphql.ts'
import { checkBadge, type Enter, notChecked } from './check.ts'
import { issueCredential } from './commands.ts'

/** What checking one badge costs: the work of some two hundred rows. */
const checkCost = 2_000

const CredentialType = builder.drizzleObject('awardCredential', {
  name: 'AwardCredential',
  description: 'A badge of an award, for its holder alone. It never changes; that it was taken back stands in a list.',
  select: { columns: { institutionId: true, id: true, json: true, jwt: true } },
  fields: (t) => ({
    key: t.exposeID('id'),
    issuedAt: t.expose('issuedAt', { type: 'Instant' }),
    json: t.exposeString('json', { nullable: true, description: 'An Open Badge 3.0 with a proof inside.' }),
    jwt: t.exposeString('jwt', { nullable: true, description: 'The same badge as a token.' }),
    verifyPath: t.string({
      description: 'A page of this service that says whether it stands; whoever has the address sees it.',
      resolve: ({ id }, _args, context) => `/verify/${encodeURIComponent(viewerOf(context).institutionKey)}/${id}`,
    }),
    downloads: t.stringList({
      description: 'Addresses of it as files, open for a quarter of an hour.',
      resolve: ({ institutionId, id, json, jwt }, _args, { links, now }) =>
        [...(json === null ? [] : ['badge.json']), ...(jwt === null ? [] : ['badge.jwt'])].map(
          (name) => links.sign(`/credentials/${institutionId}/${id}/${name}`, now()).url,
        ),
    }),
  }),
})

builder.drizzleObjectFields(CandidacyType, (t) => ({
  credentials: t.relation('credentials', {
    nullable: true,
    description: 'The badges of the award. Null for everybody but the candidate.',
    // The plugin types this parent as the badge; it is the candidacy.
    authScopes: (row, _args, { viewer }) =>
      viewer?.personId !== null && (row as unknown as { candidateId: string }).candidateId === viewer?.personId,
    unauthorizedResolver: () => null,
    query: { orderBy: { issuedAt: 'desc', id: 'asc' } },
  }),
}))

const ReasonType = builder
  .objectRef<{ readonly code: string; readonly message: string; readonly path?: string }>('VerificationReason')
  .implement({
    description: 'Why a badge cannot be relied on.',
    fields: (t) => ({
      code: t.exposeString('code'),
      message: t.exposeString('message'),
      path: t.exposeString('path', { nullable: true }),
    }),
  })

const VerificationType = builder.objectRef<Verification>('CredentialVerification').implement({
  description:
    'Whether a badge can be relied on, and what that does not say. Of one that cannot, nothing but the reasons is told.',
  fields: (t) => ({
    verified: t.boolean({ resolve: ({ status }) => status === 'verified' }),
    reasons: t.field({
      type: [ReasonType],
      resolve: (found) => (found.status === 'refused' ? [...found.reasons] : []),
    }),
    award: t.string({ nullable: true, resolve: (found) => given(found)?.badge.achievement.name ?? null }),
    description: t.string({ nullable: true, resolve: (found) => given(found)?.badge.achievement.description ?? null }),
    issuer: t.string({ nullable: true, resolve: (found) => given(found)?.issuer.name ?? null }),
    issuerAddress: t.string({ nullable: true, resolve: (found) => given(found)?.issuer.id ?? null }),
    key: t.string({ nullable: true, description: 'What signed it.', resolve: (found) => given(found)?.keyId ?? null }),
    validFrom: t.field({ type: 'Instant', nullable: true, resolve: (found) => given(found)?.badge.validFrom ?? null }),
    validUntil: t.field({
      type: 'Instant',
      nullable: true,
      resolve: (found) => given(found)?.badge.validUntil ?? null,
    }),
    signedAt: t.field({ type: 'Instant', nullable: true, resolve: (found) => given(found)?.signedAt ?? null }),
    notChecked: t.stringList({ resolve: () => [...notChecked] }),
  }),
})

function given(found: Verification) {
  return found.status === 'verified' ? found : undefined
}

builder.queryFields((t) => ({
  verifyCredential: t.field({
    type: VerificationType,
    errors: { types: [Refused] },
    complexity: { field: checkCost },
    description: 'Whether a badge that an institution of this service issued can be relied on. Open to everybody.',
    args: {
      credential: t.arg({ type: 'JSON', required: true, description: 'The badge: JSON, its text, or a token.' }),
    },
    resolve: (_root, { credential }, context) => checkBadge(context, entering(context), credential),
  }),
}))

builder.mutationFields((t) => ({
  issueCredential: t.drizzleField({
    type: CredentialType,
    errors: { types: [Refused] },
    authScopes: { signedIn: true },
    description: 'Issues a badge of your own award, an Open Badge 3.0 that anybody can verify.',
    args: {
      candidacy: t.arg.globalID({ for: CandidacyType, required: true }),
      email: t.arg.string({
        required: true,
        description: 'The address that you show the badge under. It is hashed into the badge, and kept nowhere.',
      }),
      idempotencyKey: t.arg.string({
        description:
          'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.',
      }),
    },
    resolve: async (query, _root, { candidacy, ...args }, context) => {
      const id = await issueCredential(context, { ...args, candidacyId: ownId(context, candidacy, 'candidacy') })
      return present(await context.db.query.awardCredential.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

/** A badge opens its own institution, signed in or not; whoever is signed in elsewhere stays there. */
function entering(context: Context): Enter {
  return (institutionId, work) => {
    if (context.claims === null) return context.database.within(institutionId, 'read', work)
    if (institutionIdOf(context.claims.institutionKey) === institutionId) return context.transact('read', work)
    throw new Refused({
      code: 'signed-in-elsewhere',
      message:
        'this badge is of another institution than the one that you are signed in to; send it without signing in',
      path: 'credential',
    })
  }
}
