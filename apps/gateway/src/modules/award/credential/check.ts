import type { Verification } from '@mentoring-commons/award/credential'
import { issuerAddress } from '../../../badges/badge-keys.ts'
import type { Services, Tx } from '../../../context.ts'
import { Refused } from '../../../refused.ts'
import { institutionIdOf } from '../../people/identity.ts'
import { signedList } from './list.ts'
import { institutionNames, placesRevoked } from './store.ts'

/** The most letters that a badge is read with. */
export const badgeMax = 200_000

/** Enters an institution to read: whoever asks may be nobody. */
export type Enter = <T>(institutionId: string, work: (tx: Tx) => Promise<T>) => Promise<T>

/** What is never checked here, so that nobody takes a badge for more than it is. */
export const notChecked: readonly string[] = [
  'That whoever shows the badge is the one it was issued to: let them show that the address in it is theirs.',
  'Badges of other issuers: this service asks nobody else, so it knows its own institutions alone.',
  'The portfolio behind the award, and whether a recognition of the award goes on today.',
]

/** Whether a badge can be relied on. Nothing is fetched: issuers and lists are those of this gateway. Refuses what is too long. */
export async function checkBadge(
  { badges, now }: Pick<Services, 'badges' | 'now'>,
  enter: Enter,
  input: unknown,
): Promise<Verification> {
  const text = typeof input === 'string' ? input.trim() : JSON.stringify(input ?? null)
  if (text.length > badgeMax)
    throw new Refused({
      code: 'badge-too-large',
      message: `a badge of ${text.length} letters is not read; ours have a few thousand, and at most ${badgeMax} are taken`,
      path: 'credential',
    })
  const { verifyCredential } = await import('@mentoring-commons/award/credential')
  const at = now()
  const key = institutionIn(text, badges.base)
  if (key === undefined) return verifyCredential(text, { issuers: [], at })
  const institutionId = institutionIdOf(key)
  const known = await enter(institutionId, async (tx) => {
    const names = await institutionNames(tx, institutionId)
    return names && { names, revoked: await revokedIn(tx, institutionId, listsIn(text)) }
  })
  const issuer = known && (await badges.of(known.names))
  if (known === undefined || issuer === undefined) return verifyCredential(text, { issuers: [], at })
  const statusLists: string[] = []
  for (const { number, places } of known.revoked) {
    const list = await signedList(issuer, number, places, at)
    if (list !== undefined) statusLists.push(list.text)
  }
  return verifyCredential(text, { issuers: [issuer.issuer], at, statusLists })
}

/** The key of the institution that a badge says it is from; it is proven later. */
function institutionIn(text: string, base: string): string | undefined {
  const issuer = (statedIn(text) as { readonly issuer?: unknown } | undefined)?.issuer
  const id = typeof issuer === 'string' ? issuer : (issuer as { readonly id?: unknown } | undefined)?.id
  const prefix = issuerAddress(base, '')
  if (typeof id !== 'string' || !id.startsWith(prefix)) return undefined
  try {
    const key = decodeURIComponent(id.slice(prefix.length))
    return issuerAddress(base, key) === id ? key : undefined
  } catch {
    return undefined
  }
}

/** The numbers of the lists that a badge names: one of ours, at most a few. */
function listsIn(text: string): readonly number[] {
  const status = (statedIn(text) as { readonly credentialStatus?: unknown } | undefined)?.credentialStatus
  const entries = Array.isArray(status) ? status : [status]
  const numbers = entries.flatMap((entry: { readonly statusListCredential?: unknown } | undefined) => {
    const [, number] = /\/status\/([1-9]\d{0,5})$/.exec(String(entry?.statusListCredential)) ?? []
    return number === undefined ? [] : [Number(number)]
  })
  return [...new Set(numbers)].slice(0, 4)
}

async function revokedIn(tx: Tx, institutionId: string, numbers: readonly number[]) {
  const lists: { readonly number: number; readonly places: readonly number[] }[] = []
  for (const number of numbers) lists.push({ number, places: await placesRevoked(tx, institutionId, number) })
  return lists
}

/** What a badge states, as JSON or inside a token, before anything of it is believed. */
function statedIn(text: string): unknown {
  try {
    if (text.startsWith('{')) return JSON.parse(text)
    const [, payload = ''] = text.split('.')
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
