import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

const shared = env.MENTORING_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const folder = join(shared, 'data', 'open-seeds')

/** The folder of the real programme's data, or `undefined` where it is absent. */
export const whereOpenSeedsIs = existsSync(folder) ? folder : undefined

/** The rows of one of its files, keyed by column; its cells hold no line breaks. */
export function openSeeds(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split(/\r?\n/)
  const columns = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [columns[index] ?? '', cell])))
}

function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
