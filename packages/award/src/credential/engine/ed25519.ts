import { ed25519 } from '@noble/curves/ed25519.js'

/** Gives the public key of a secret seed of 32 bytes. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed)
}

/** Gives the signature of some bytes, 64 bytes and always the same ones. Source: RFC 8032. */
export function signEd25519(bytes: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(bytes, seed)
}

/** Whether a signature is that of the bytes, as strictly as RFC 8032 reads; never throws. */
export function verifyEd25519(signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytes, publicKey, { zip215: false })
  } catch {
    return false
  }
}

/** Whether 32 bytes are a point that can be a public key, and none of the few of small order. */
export function isEd25519Key(publicKey: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(publicKey, false).isSmallOrder()
  } catch {
    return false
  }
}
