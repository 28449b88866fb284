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
  const secret = hexOf(crypto.getRandomValues(new Uint8Array(32)))
  return { text: `${place.institutionId}.${place.refereeId}.${secret}`, hash: await hashOf(secret) }
}

/** Gives the parts of a token, or nothing for another text. */
export function readToken(text: string): Token | undefined {
  const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  const [, institutionId, refereeId, secret] =
    new RegExp(`^(${uuid})\\.(${uuid})\\.([0-9a-f]{64})$`).exec(text.trim()) ?? []
  if (institutionId === undefined || refereeId === undefined || secret === undefined) return undefined
  return { institutionId, refereeId, secret }
}

/** Gives the hash that is kept of a secret. A secret of 256 random bits needs no salt and no slow hash. */
export async function hashOf(secret: string): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
