import { cryptosuite, isProven } from './data-integrity.ts'
import { isJsonObject, type JsonObject, listOf } from './engine/json.ts'
import { momentOf } from './instant.ts'
import { because, type Refused, type Signed } from './signed.ts'

/** Finds the one proof of a credential, and who says to have made it when. */
export function openProven(credential: JsonObject): Signed | Refused {
  const proofs = listOf(credential.proof)
  const [proof] = proofs
  if (proof === undefined)
    return because('malformed', 'It has no proof: hand in the badge as it was issued, signed.', 'proof')
  if (proofs.length > 1 || !isJsonObject(proof)) {
    return because(
      'unsupported-proof',
      'It has several proofs, or one that is no object: one is read here, and one alone.',
      'proof',
    )
  }
  const { type, proofPurpose, verificationMethod, created, expires } = proof
  if (type !== 'DataIntegrityProof' || proof.cryptosuite !== cryptosuite) {
    const named = JSON.stringify([type, proof.cryptosuite]).slice(0, 200)
    return because(
      'unsupported-proof',
      `A proof of ${named} is not read here: DataIntegrityProof with ${cryptosuite} is.`,
      'proof',
    )
  }
  if (proofPurpose !== 'assertionMethod') {
    return because(
      'unsupported-proof',
      `A proof for ${JSON.stringify(proofPurpose)} asserts nothing: assertionMethod does.`,
      'proof.proofPurpose',
    )
  }
  const signedAt = momentOf(created)
  if (signedAt === undefined) {
    return because('malformed', `created ${JSON.stringify(created)} is no moment with a zone.`, 'proof.created')
  }
  if (expires !== undefined && momentOf(expires) === undefined) {
    return because('malformed', `expires ${JSON.stringify(expires)} is no moment with a zone.`, 'proof.expires')
  }
  if (typeof verificationMethod !== 'string') {
    return because('malformed', 'The proof names no key by its address.', 'proof.verificationMethod')
  }
  const { proof: _, ...document } = credential
  return {
    form: 'data-integrity',
    credential,
    keyId: verificationMethod,
    signedAt,
    algorithm: 'Ed25519',
    isSignedWith: async (key) => key.algorithm === 'Ed25519' && isProven(document, proof, key.publicKeyMultibase),
  }
}
