import type { VerificationReason } from '../refusal.ts'
import type { JsonObject } from './engine/json.ts'
import type { CredentialForm } from './form.ts'
import type { IssuerKey } from './issuer.ts'

/** Why a credential is not accepted, alone. */
export interface Refused {
  readonly reason: VerificationReason
}

/** What a form of credential says of its signature, before the key is known that checks it. */
export interface Signed {
  readonly form: CredentialForm
  readonly credential: JsonObject
  readonly keyId: string
  /** When it says that it was signed, in milliseconds. */
  readonly signedAt: number
  readonly algorithm: IssuerKey['algorithm']
  readonly isSignedWith: (key: IssuerKey) => Promise<boolean>
}

/** Gives a reason as those give it who open a credential. */
export function because(code: VerificationReason['code'], message: string, path?: string): Refused {
  return { reason: { code, message, ...(path === undefined ? {} : { path }) } }
}
