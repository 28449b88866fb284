import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

const shared = env.MENTORING_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const folder = join(shared, 'data', 'statistics')

/** Whether the reference answers are absent where they may be; in CI a test that needs them runs, and fails without. */
export const mayLackStatistics = !existsSync(folder) && env.CI !== 'true'

/** Rows of a file of two columns, without its head. */
export function pairsIn(file: string): readonly (readonly [string, string])[] {
  const [, ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split(/\r?\n/)
  return lines.map((line) => line.split(',') as unknown as readonly [string, string])
}

/** The answers that R and networkx gave. */
export function reference(): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8'))
}
