import type { Scheme } from '@mentoring-commons/award'
import type { Badge, SigningKey } from '@mentoring-commons/award/credential'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { knownCandidacy } from '../candidacy/commands.ts'
import { loadScheme } from '../scheme/store.ts'
import { achievementFor } from './achievement.ts'
import { chance, newSalt } from './chance.ts'
import { listAddress } from './list.ts'
import { badgesOf, insertCredential, institutionNames, placesTaken } from './store.ts'

type BadgeIssuer = NonNullable<Awaited<ReturnType<Context['badges']['of']>>>

/** The most badges of one award: somebody's address changes now and then. */
const badgesMax = 10

/** An award that its holder wants a badge of, and the address that it is to be for. The address is hashed, and kept nowhere. */
export interface BadgeInput {
  readonly candidacyId: string
  readonly email: string
  readonly idempotencyKey?: string | null | undefined
}

/** Issues a badge of a conferred award to its holder: the badge's id. */
export function issueCredential(context: Context, { idempotencyKey, email, ...input }: BadgeInput): Promise<string> {
  const { institutionId, personId } = viewerOf(context)
  // The address is no part of what a key is remembered by: not even a hash of it is kept.
  return once(context, { command: 'issueCredential', idempotencyKey, input }, async (tx) => {
    const { row, state } = await knownCandidacy(context, tx, input.candidacyId)
    if (row.candidateId !== personId)
      throw new Refused({
        code: 'badge-of-others',
        message: 'a badge is issued to who holds the award, when they ask for it; let them ask',
        path: 'candidacy',
      })
    if (state.status !== 'awarded')
      throw new Refused({
        code: 'not-awarded',
        message: `the award is not conferred (the candidacy is ${state.status}); a badge says that it is`,
        path: 'candidacy',
      })
    if ((await badgesOf(tx, institutionId, row.id)) >= badgesMax)
      throw new Refused({
        code: 'badges-used-up',
        message: `there are ${badgesMax} badges of this award, and no more are issued; use one of them`,
        path: 'candidacy',
      })
    const issuer = await issuerOf(context, tx)
    const scheme = (await loadScheme(tx, institutionId, row.schemeId))?.scheme
    if (scheme === undefined) throw new TypeError('a candidacy is kept without its scheme')
    const badge = await unplacedBadge(context, issuer, scheme, row.schemeVersion, state.award.on, email)
    return place(context, tx, row.id, issuer, badge)
  })
}

async function issuerOf(context: Context, tx: Tx): Promise<BadgeIssuer> {
  const { institutionId } = viewerOf(context)
  const names = await institutionNames(tx, institutionId)
  const issuer = names && (await context.badges.of(names))
  if (issuer !== undefined && issuer.signing.length > 0) return issuer
  throw new Refused({
    code: 'no-badge-key',
    message:
      'this service has no key that signs badges of your institution; whoever operates it sets BADGE_KEYS, and you ask again then',
  })
}

async function unplacedBadge(
  { badges, newId }: Context,
  { issuer }: BadgeIssuer,
  scheme: Scheme,
  versionName: string,
  conferredOn: string,
  email: string,
): Promise<Omit<Badge, 'id' | 'statuses'>> {
  const { hashedIdentity } = await import('@mentoring-commons/award/credential')
  const version = scheme.versions.find((each) => each.version === versionName)
  if (version === undefined)
    throw new TypeError(`a candidacy is kept for version "${versionName}", which its scheme lacks`)
  const answer = hashedIdentity(email, newSalt())
  if (answer.refusal)
    // The package repeats what is wrong; an address is not to be repeated.
    throw new Refused({
      code: answer.refusal.code,
      message: 'this is no e-mail address; give the one that you use',
      path: 'email',
    })
  const validFrom = `${conferredOn}T00:00:00Z`
  return {
    issuer,
    achievement: await achievementFor(issuer.id, scheme, version, badges.publicUrl),
    recipient: { id: `urn:uuid:${newId()}`, identities: [answer.value] },
    validFrom,
    awardedAt: validFrom,
  }
}

/** Gives a badge a place in a list that nobody else has, signs it with every kind of key that there is, and keeps it. */
async function place(
  context: Context,
  tx: Tx,
  candidacyId: string,
  { issuer, signing }: BadgeIssuer,
  badge: Omit<Badge, 'id' | 'statuses'>,
): Promise<string> {
  const { drawStatusIndex, issueBadge } = await import('@mentoring-commons/award/credential')
  const { institutionId } = viewerOf(context)
  const now = context.now()
  for (let list = 1; ; ) {
    const drawn = drawStatusIndex(await placesTaken(tx, institutionId, list), chance)
    if (drawn.refusal) {
      list += 1
      continue
    }
    const id = context.newId()
    const status = { list: listAddress(issuer.id, list), index: drawn.value, purpose: 'revocation' } as const
    const whole: Badge = { ...badge, id: `urn:uuid:${id}`, statuses: [status] }
    const signed = async (algorithm: SigningKey['publicKey']['algorithm']) => {
      const answers = []
      for (const key of signing.filter(({ publicKey }) => publicKey.algorithm === algorithm)) {
        const answer = await issueBadge(whole, key, now)
        if (answer.value !== undefined) return answer
        answers.push(answer)
      }
      return answers[0]
    }
    const [json, jwt] = [await signed('Ed25519'), await signed('RS256')]
    if (json?.value === undefined && jwt?.value === undefined) accepted(json ?? jwt ?? noKey)
    const row = { institutionId, id, candidacyId, list, place: drawn.value, issuedAt: now }
    const kept = { ...row, json: json?.value?.text ?? null, jwt: jwt?.value?.text ?? null }
    if (await insertCredential(tx, kept)) return id
  }
}

const noKey = { refusal: { code: 'no-badge-key', message: 'no key signs badges here; set BADGE_KEYS' } }
