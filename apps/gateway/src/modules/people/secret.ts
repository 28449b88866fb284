/** A new secret of 256 random bits, to be handed over once. */
export function newSecret(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)))
}

/** The hash that is kept of a secret. A secret of 256 random bits needs no salt and no slow hash. */
export async function hashOfSecret(secret: string): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
