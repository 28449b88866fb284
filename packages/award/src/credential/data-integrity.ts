import { verifyEd25519 } from './engine/ed25519.ts'
import type { JsonObject } from './engine/json.ts'
import { sha256Of } from './engine/sha256.ts'
import { statementsOf } from './engine/statements.ts'
import type { Instant } from './instant.ts'
import { fromMultibase, toMultibase } from './multibase.ts'
import { ed25519KeyOf } from './public-key.ts'
import type { SigningKey } from './signing-key.ts'

/** The cryptosuite that Open Badges 3.0 asks of embedded proofs. Source: https://www.w3.org/TR/vc-di-eddsa/, 3.2. */
export const cryptosuite = 'eddsa-rdfc-2022'

/** What is signed: the hash of what the options of the proof state, then that of what the document states. */
async function hashesOf(
  document: JsonObject,
  options: JsonObject,
  contexts: ReadonlyMap<string, JsonObject> | undefined,
): Promise<Uint8Array> {
  const context = document['@context']
  const stated = context === undefined ? options : { ...options, '@context': context }
  const [first, second] = [await statementsOf(stated, contexts), await statementsOf(document, contexts)]
  return Uint8Array.from([...sha256Of(first), ...sha256Of(second)])
}

/** Gives a document with its proof, in a list as the schema of Open Badges wants it. The document has none yet. */
export async function withProof(document: JsonObject, key: SigningKey, created: Instant): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod: key.id,
    proofPurpose: 'assertionMethod',
  }
  const signature = await key.sign(await hashesOf(document, options, undefined))
  return { ...document, proof: [{ ...options, proofValue: toMultibase(signature) }] }
}

/** Whether a proof is that of a document without it; throws when one of them states nothing that could be signed. */
export async function isProven(
  document: JsonObject,
  { proofValue, ...options }: JsonObject,
  publicKeyMultibase: string,
  contexts?: ReadonlyMap<string, JsonObject>,
): Promise<boolean> {
  const key = ed25519KeyOf(publicKeyMultibase)
  const signature = typeof proofValue === 'string' && proofValue.startsWith('z') ? fromMultibase(proofValue) : undefined
  if (key === undefined || signature?.length !== 64) return false
  return verifyEd25519(signature, await hashesOf(document, options, contexts), key)
}
