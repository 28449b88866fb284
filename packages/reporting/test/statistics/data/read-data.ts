import { readFileSync } from 'node:fs'

const at = (name: string) => `${import.meta.dirname}/${name}`

/** Answers computed by R 4.2 with the packages survival, psych and effectsize. */
export const reference = JSON.parse(readFileSync(at('reference.json'), 'utf8'))

/** Rows of a textbook data set by column; null where a cell is empty or NA. */
export function readCsv(name: string): readonly Readonly<Record<string, string | number | null>>[] {
  const [head = '', ...lines] = readFileSync(at(`${name}.csv`), 'utf8')
    .trim()
    .split('\n')
  const cells = (line: string) => line.split(',').map((cell) => cell.replaceAll('"', '').trim())
  const names = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index] ?? '', readCell(cell)])))
}

const readCell = (cell: string): string | number | null => {
  if (cell === '' || cell === 'NA') return null
  return Number.isNaN(Number(cell)) ? cell : Number(cell)
}

/** The value of an answer that is expected to have one. */
export function valueIn<T>(result: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('refusal' in result) throw new Error(result.refusal.message)
  return result.value
}

/** The code of a refusal that is expected. */
export const codeIn = (result: object): unknown =>
  'refusal' in result ? (result.refusal as { code: string }).code : undefined
