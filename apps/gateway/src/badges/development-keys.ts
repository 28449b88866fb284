import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type BadgeKey, ConfigError } from '../config.ts'

/**
 * The keys that sign badges beside an embedded database, so that one can try them: made when they are first asked for, kept in the data
 * directory, readable by its owner only. One signs JSON, the other tokens.
 */
export function developmentKeys(directory: string): () => Promise<readonly BadgeKey[]> {
  let kept: Promise<readonly BadgeKey[]> | undefined
  return () => {
    kept ??= keysIn(path.join(directory, 'development-badge-keys.json'))
    return kept
  }
}

async function keysIn(file: string): Promise<readonly BadgeKey[]> {
  try {
    const keys: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (Array.isArray(keys)) return keys as readonly BadgeKey[]
    throw new SyntaxError('it holds no list')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new ConfigError(`the development keys in ${file} cannot be read; remove the file, and new ones are made`)
  }
  const secret = (pair: { readonly privateKey: { export(options: { format: 'jwk' }): object } }) =>
    pair.privateKey.export({ format: 'jwk' })
  const keys = [
    { name: 'development', privateKeyJwk: secret(generateKeyPairSync('ed25519')) },
    { name: 'development-token', privateKeyJwk: secret(generateKeyPairSync('rsa', { modulusLength: 2048 })) },
  ]
  const temporary = `${file}.${randomUUID()}`
  await writeFile(temporary, JSON.stringify(keys), { mode: 0o600 })
  await rename(temporary, file)
  return keys
}
