import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

const shared = env.MENTORING_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const folder = join(shared, 'data', 'statistics')

/** Whether the reference answers are absent where they may be; in CI a test that needs them runs, and fails without. */
export const mayLackAnswers = !existsSync(folder) && env.CI !== 'true'

/** The answers that R gave. */
export function answers() {
  return JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8'))
}

/** The hours of sleep that two drugs added for the same ten people (Student 1908). */
export function sleep(): { readonly first: readonly number[]; readonly second: readonly number[] } {
  const [, ...lines] = readFileSync(join(folder, 'sleep.csv'), 'utf8').trimEnd().split(/\r?\n/)
  const rows = lines.map((line) => line.replaceAll('"', '').split(','))
  const of = (group: string) => rows.filter((row) => row.at(-2) === group).map((row) => Number(row.at(-3)))
  return { first: of('1'), second: of('2') }
}

/** The rows of a data set by column, numbers as numbers; null where a cell is empty or NA. */
export function rowsOf(name: string): readonly Readonly<Record<string, string | number | null>>[] {
  const [head = '', ...lines] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
  const cells = (line: string) => line.split(',').map((cell) => cell.replaceAll('"', '').trim())
  const read = (cell: string) =>
    cell === '' || cell === 'NA' ? null : Number.isNaN(Number(cell)) ? cell : Number(cell)
  const columns = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, place) => [columns[place] ?? '', read(cell)])))
}
