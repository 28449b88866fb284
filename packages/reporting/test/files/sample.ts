import type { ExportRow, ExportTable } from '../../src/files/export-table.ts'

/** Texts that trip a format up: formulas, quotes, line ends, markup, signs that XML cannot say, other scripts. */
export const nastyTexts = [
  '=1+1',
  '+SUM(A1)',
  '-2',
  '@x',
  '"quoted", and a comma',
  'two\r\nlines\tand a tab',
  '<b>&amp;</b>',
  ' led and trailed ',
  '_x0041_ stays',
  'null',
  'NaN',
  '..',
  'Ŵyl ddŵr 漢字 🌱',
  'a\u0007bell',
]

const columns = [
  { name: 'id', type: 'integer', label: 'Number' },
  { name: 'text', type: 'string', label: 'A text' },
  { name: 'day', type: 'date', label: 'A day' },
  { name: 'share', type: 'number', label: 'A share', status: 'share_status' },
  { name: 'n', type: 'integer', label: 'How many', status: 'n_status' },
  { name: 'done', type: 'boolean', label: 'Whether done' },
  {
    name: 'grade',
    type: 'string',
    label: 'Grade',
    values: [
      { value: 'a', label: 'Good' },
      { value: 'b', label: 'Fair' },
    ],
  },
] as const

/** Row `id` of the sample, always the same: shown, missing and hidden values in turn. */
export function sampleRow(id: number): ExportRow {
  return {
    id,
    text: nastyTexts[id % nastyTexts.length] ?? null,
    day: id % 5 === 4 ? null : new Date(Date.UTC(2000, 0, 1 + id)).toISOString().slice(0, 10),
    share: id % 3 === 0 ? { suppressed: 'percentage-of-few' } : id % 3 === 1 ? id / 8 : null,
    n: id % 4 === 0 ? 0 : id % 4 === 1 ? { suppressed: 'derivable' } : id,
    done: id % 2 === 0,
    grade: id % 3 === 0 ? 'a' : id % 3 === 1 ? 'b' : null,
  }
}

/** The sample with rows 0 to `size` - 1, from an array, in an order of its own. */
export function sampleTable(size: number, order: readonly number[] = Array.from({ length: size }, (_, id) => id)) {
  return {
    name: 'sample',
    title: 'Sample',
    columns,
    rows: order.map(sampleRow),
    primaryKey: ['id'],
  } satisfies ExportTable
}

/** The sample as a stream that is never held whole. */
export function streamedTable(size: number): ExportTable {
  async function* rows() {
    for (let id = 0; id < size; id += 1) yield sampleRow(id)
  }
  return { ...sampleTable(0), rows: rows() }
}

/** All pieces as one. */
export async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const chunk of chunks) pieces.push(chunk)
  return new Uint8Array(Buffer.concat(pieces))
}

/** All pieces as one text. */
export async function text(chunks: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const chunk of chunks) all += chunk
  return all
}
