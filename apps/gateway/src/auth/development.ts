import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { localVerifier, type Verifier } from './verifier.ts'

/** The issuer that exists beside an embedded database only, so that one can try things without an identity provider. */
export const developmentIssuer = 'urn:mentoring-commons:development'
const audience = 'mentoring-commons'

/** Signs and checks development tokens. */
export interface DevelopmentIssuer {
  readonly verifier: Verifier
  /** A token for a subject of an institution, valid for twelve hours. */
  token(subject: string, institutionKey: string): Promise<string>
}

/** The development issuer of a data directory: its key is made on first use and readable by its owner only. */
export async function openDevelopmentIssuer(directory: string): Promise<DevelopmentIssuer> {
  const secret = await keyOf(path.join(directory, 'development-key.json'))
  const { d: _, ...publicKey } = secret
  const key = await importJWK(secret, 'EdDSA')
  return {
    verifier: localVerifier(
      { keys: [publicKey] },
      { issuer: developmentIssuer, audience, institutionClaim: 'institution' },
    ),
    token: (subject, institutionKey) =>
      new SignJWT({ institution: institutionKey })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(developmentIssuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(key),
  }
}

async function keyOf(file: string): Promise<JWK> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const key = await exportJWK(privateKey)
  const temporary = `${file}.${randomUUID()}`
  await writeFile(temporary, JSON.stringify(key), { mode: 0o600 })
  await rename(temporary, file)
  return key
}
