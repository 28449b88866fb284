import { isJsonObject, type JsonObject, type JsonValue } from './engine/json.ts'
import { fromBase64Url, isSignedRs256, textOf } from './engine/jws.ts'
import { because, type Refused, type Signed } from './signed.ts'
import { readJson } from './strict-json.ts'
import { claimsOf, tokenClaims } from './token.ts'

/** Takes a compact token apart: who says to have signed what when. Only RS256 by a key that is named, and none that it brings along. */
export function openToken(token: string): Signed | Refused {
  const [head = '', body = '', signature = ''] = token.split('.')
  const header = objectIn(head, 'header')
  if ('reason' in header) return header
  const payload = objectIn(body, 'payload')
  if ('reason' in payload) return payload
  const fault = headerFault(header.object) ?? claimFault(payload.object)
  if (fault) return fault
  if (fromBase64Url(signature) === undefined) return because('malformed', 'The signature is no base64url.')
  const { iss, jti, sub, nbf, exp, iat, ...credential } = payload.object
  const stated = [iat, nbf].find((claim) => typeof claim === 'number')
  return {
    form: 'vc-jwt',
    credential,
    keyId: header.object.kid as string,
    signedAt: Number(stated) * 1000,
    algorithm: 'RS256',
    isSignedWith: async (key) => key.algorithm === 'RS256' && isSignedRs256(token, key.publicKeyJwk),
  }
}

function objectIn(part: string, name: string): { readonly object: JsonObject } | Refused {
  const bytes = fromBase64Url(part)
  const text = bytes && textOf(bytes)
  if (text === undefined) return because('malformed', `The ${name} of the token is no base64url of a text.`)
  const read = readJson(text)
  if (read.refusal) return because('malformed', `The ${name} of the token: ${read.refusal.message}`)
  return isJsonObject(read.value)
    ? { object: read.value }
    : because('malformed', `The ${name} of the token is no object.`)
}

function headerFault(header: JsonObject): Refused | undefined {
  const own = ['jwk', 'jku', 'x5c', 'x5u'].find((name) => name in header)
  if (own !== undefined) {
    return because(
      'foreign-key',
      `The token brings a key along (${own}), which proves nothing: name a key of the issuer in kid alone.`,
      own,
    )
  }
  const { alg, kid, typ } = header
  if (alg !== 'RS256')
    return because('unsupported-proof', `A token of ${JSON.stringify(alg)} is not read here: RS256 is.`, 'alg')
  if (typ !== undefined && typ !== 'JWT')
    return because('unsupported-proof', `A token of type ${JSON.stringify(typ)} is not read here: JWT is.`, 'typ')
  if (typeof kid !== 'string') return because('malformed', 'The token names no key in kid.', 'kid')
  const other = Object.keys(header).find((name) => !['alg', 'kid', 'typ'].includes(name))
  if (other !== undefined)
    return because('unsupported-proof', `"${other}" in the header of a token is not understood here.`, other)
  return undefined
}

function claimFault(payload: JsonObject): Refused | undefined {
  const { vc, proof } = payload
  if (vc !== undefined)
    return because(
      'malformed',
      'The credential stands in vc, as before Open Badges 3.0 was final: it stands beside the claims.',
      'vc',
    )
  if (proof !== undefined)
    return because(
      'unsupported-proof',
      'A token with a proof inside is not read here: one of both secures it.',
      'proof',
    )
  const expected: Readonly<Record<string, JsonValue>> = claimsOf(payload)
  for (const name of tokenClaims) {
    if (name === 'iat' ? payload.iat === undefined : payload[name] === expected[name]) continue
    if (name === 'iat' && Number.isSafeInteger(payload.iat)) continue
    return because(
      'malformed',
      `The claim ${name} is ${JSON.stringify(payload[name])}, and what the token says asks for ${JSON.stringify(expected[name]) ?? 'a whole number'}.`,
      name,
    )
  }
  return undefined
}
