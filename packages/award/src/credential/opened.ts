import { isAddress } from './address.ts'
import { bundledContexts, credentialsV2 } from './engine/contexts.ts'
import { isJsonObject, type JsonObject, type JsonValue, listOf } from './engine/json.ts'
import type { CredentialForm } from './form.ts'
import { momentOf } from './instant.ts'
import type { Issuer, IssuerKey } from './issuer.ts'
import { keyStanding, periodOf } from './key-standing.ts'
import { unsignableIn } from './plain-data.ts'
import { openProven } from './proven.ts'
import { because, type Refused, type Signed } from './signed.ts'
import { openToken } from './signed-token.ts'
import { readJson } from './strict-json.ts'

/** A credential whose signature is that of a key of a trusted issuer; whether it is in force is not said yet. */
export interface Opened {
  readonly form: CredentialForm
  /** What it says, with its proof where it has one. */
  readonly credential: JsonObject
  readonly issuer: Issuer
  readonly key: IssuerKey
  /** When it says that it was signed, in milliseconds. */
  readonly signedAt: number
}

/** What is opened, or why it is not. */
export type Opening = { readonly opened: Opened } | Refused

/** Opens a credential: JSON text, an object of JSON, or a compact token. Whatever is handed in, it gives a value. */
export async function open(input: unknown, issuers: readonly Issuer[]): Promise<Opening> {
  try {
    const signed = signedIn(input)
    return 'reason' in signed ? signed : await check(signed, issuers)
  } catch {
    return because('malformed', 'It cannot be read as a credential: hand it in as it was issued.')
  }
}

function signedIn(input: unknown): Signed | Refused {
  if (typeof input === 'string' && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(input.trim())) return openToken(input.trim())
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  const read = readJson(text)
  if (read.refusal) return because('malformed', read.refusal.message)
  return isJsonObject(read.value)
    ? openProven(read.value)
    : because('malformed', 'It is no object: hand in one credential.')
}

async function check(signed: Signed, issuers: readonly Issuer[]): Promise<Opening> {
  const { credential, keyId } = signed
  const fault = frameFault(credential)
  if (fault) return fault
  const issuerId = isJsonObject(credential.issuer) ? credential.issuer.id : credential.issuer
  const issuer = issuers.find(({ id }) => id === issuerId)
  if (issuer === undefined) {
    return because(
      'unknown-issuer',
      `${JSON.stringify(issuerId)} is none of the issuers that are trusted here: add it with its keys, if it should be.`,
      'issuer',
    )
  }
  const key = issuer.keys.find(({ id }) => id === keyId)
  if (key === undefined) {
    return because(
      'foreign-key',
      `${JSON.stringify(keyId)} is no key of ${issuer.id}: whoever signed this is not that issuer, or its list of keys is old.`,
    )
  }
  if (key.algorithm !== signed.algorithm) {
    return because('foreign-key', `${key.id} is a key for ${key.algorithm}, and signs no ${signed.form}.`)
  }
  if (!(await provenWith(signed, key))) {
    return because(
      'tampered',
      'The signature does not fit what it says: something was changed after it was signed, or another key signed it.',
    )
  }
  const standing = keyStanding(key, signed.signedAt)
  const when = new Date(signed.signedAt).toISOString()
  if (standing === 'compromised') {
    return because(
      'key-compromised',
      `${key.id} may have been in other hands since ${key.compromisedSince}, and this was signed at ${when}: ask ${issuer.name} for a new one.`,
    )
  }
  if (standing !== 'in-force') {
    return because('key-not-in-force', `${key.id} signs ${periodOf(key)}, and this says that it was signed at ${when}.`)
  }
  return { opened: { form: signed.form, credential, issuer, key, signedAt: signed.signedAt } }
}

async function provenWith(signed: Signed, key: IssuerKey): Promise<boolean> {
  try {
    return await signed.isSignedWith(key)
  } catch {
    return false
  }
}

/** A badge has some hundred values; to state many thousands takes minutes. */
const valuesMax = 2000

function countValues(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, member) => sum + countValues(member), 1)
}

/** What every credential of the data model 2.0 has. */
function frameFault(credential: JsonObject): Refused | undefined {
  const values = countValues(credential)
  if (values > valuesMax) return because('malformed', `It holds ${values} values: at most ${valuesMax} are read.`)
  for (const { path, says } of unsignableIn(credential))
    return because('malformed', `${path || 'The credential'}: ${says}.`, path)
  const contexts = credential['@context']
  if (!Array.isArray(contexts) || contexts[0] !== credentialsV2) {
    return because(
      'unknown-context',
      `@context is no list that begins with ${credentialsV2}: only the data model 2.0 is read here.`,
      '@context',
    )
  }
  const foreign = contexts.find((context: JsonValue) => typeof context !== 'string' || !bundledContexts.has(context))
  if (foreign !== undefined) {
    const known = [...bundledContexts.keys()].join(' and ')
    return because(
      'unknown-context',
      `The context ${JSON.stringify(foreign).slice(0, 200)} is not known here, and nothing is looked up: ${known} are.`,
      '@context',
    )
  }
  if (!listOf(credential.type).includes('VerifiableCredential')) {
    return because('malformed', 'Its type lacks VerifiableCredential.', 'type')
  }
  if (!isAddress(credential.id)) return because('malformed', 'It has no address as its id.', 'id')
  if (momentOf(credential.validFrom) === undefined) {
    return because(
      'malformed',
      `validFrom ${JSON.stringify(credential.validFrom)} is no moment with a zone.`,
      'validFrom',
    )
  }
  if (credential.validUntil !== undefined && momentOf(credential.validUntil) === undefined) {
    return because(
      'malformed',
      `validUntil ${JSON.stringify(credential.validUntil)} is no moment with a zone.`,
      'validUntil',
    )
  }
  return undefined
}
