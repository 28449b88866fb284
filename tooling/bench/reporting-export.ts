import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Writes a table of so many rows in one format to nowhere, and says the most memory that the process ever held, in megabytes: `{ memoryMb, bytes }`. */
const [root = '', format = '', rows = '0'] = process.argv.slice(2)
const { csvChunks, packageChunks, parquetChunks, xlsxChunks } = await import(
  pathToFileURL(path.join(root, 'packages/reporting/src/files/index.ts')).href
)

async function* source() {
  for (let id = 0; id < Number(rows); id += 1)
    yield {
      id,
      question: `q${id % 50}`,
      choice: `choice ${(id * 7919) % 5}`,
      on: new Date(Date.UTC(2025, 0, 1 + (id % 365))).toISOString().slice(0, 10),
      n: id % 11 === 0 ? { suppressed: 'derivable' } : (id * 31) % 1000,
    }
}
const table = {
  name: 'answers',
  title: 'Answers',
  columns: [
    { name: 'id', type: 'integer', label: 'Number' },
    { name: 'question', type: 'string', label: 'Question' },
    { name: 'choice', type: 'string', label: 'Choice' },
    { name: 'on', type: 'date', label: 'Day' },
    { name: 'n', type: 'integer', label: 'How many', status: 'n_status' },
  ],
  rows: source(),
}
const saying = {
  name: 'bench',
  title: 'Bench',
  description: 'Rows of the bench.',
  published: '2026-01-01',
  crateLicence: { name: 'None', description: 'For the bench.' },
}
const provenance = {
  madeAt: '2026-01-01',
  madeBy: { id: '#bench', kind: 'Organization', name: 'Bench' },
  software: { name: 'bench', version: '1' },
  inputs: [],
}
const writers: Readonly<Record<string, () => AsyncIterable<{ length: number }>>> = {
  csv: () => csvChunks(table),
  parquet: () => parquetChunks(table),
  xlsx: () => xlsxChunks({ title: 'Bench', tables: [table] }),
  package: () => packageChunks({ saying, provenance, tables: [table], formats: ['parquet'] }),
}
let bytes = 0
for await (const chunk of writers[format]?.() ?? []) bytes += chunk.length
process.stdout.write(`${JSON.stringify({ memoryMb: Math.round(process.resourceUsage().maxRSS / 1024), bytes })}\n`)
