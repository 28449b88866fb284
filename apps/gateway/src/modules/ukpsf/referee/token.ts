import { hashOfSecret, newSecret } from '../../people/secret.ts'

/** What an invitation's token is made of: where the invitation lies, and a secret that nobody else has. */
export interface Token {
  readonly institutionId: string
  readonly refereeId: string
  readonly secret: string
}

/** Gives a new token: the text to hand over once, and the hash to keep. */
export async function newToken(
  place: Omit<Token, 'secret'>,
): Promise<{ readonly text: string; readonly hash: string }> {
  const secret = newSecret()
  return { text: `${place.institutionId}.${place.refereeId}.${secret}`, hash: await hashOfSecret(secret) }
}

/** Gives the parts of a token, or nothing for another text. */
export function readToken(text: string): Token | undefined {
  const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  const [, institutionId, refereeId, secret] =
    new RegExp(`^(${uuid})\\.(${uuid})\\.([0-9a-f]{64})$`).exec(text.trim()) ?? []
  if (institutionId === undefined || refereeId === undefined || secret === undefined) return undefined
  return { institutionId, refereeId, secret }
}
