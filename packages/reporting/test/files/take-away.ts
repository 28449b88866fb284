import { createHash } from 'node:crypto'
import type { ExportTable } from '../../src/files/export-table.ts'
import type { TakeAway } from '../../src/files/package-chunks.ts'

/** Everything to be taken away with some tables, plainly synthetic. */
export function takeAway(tables: readonly ExportTable[]): TakeAway {
  return {
    saying: {
      name: 'example-report',
      title: 'Example report',
      description: 'Figures of a programme that is not there.',
      version: '1.0.0',
      created: '2026-01-31T09:00:00Z',
      published: '2026-01-31',
      licence: {
        name: 'CC0-1.0',
        title: 'Creative Commons Zero',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
      crateLicence: {
        name: 'Creative Commons Zero',
        description: 'No rights reserved.',
        url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
    },
    provenance: {
      madeAt: '2026-01-31T09:00:00Z',
      madeBy: { id: '#university', kind: 'Organization', name: 'Example University' },
      software: { name: 'mentoring-commons', version: '0.1.0' },
      inputs: [{ id: '#snapshot', name: 'Snapshot 1', sha256: 'ab'.repeat(32) }],
      definition: { id: '#definition', name: 'Impact report', version: '3' },
    },
    tables,
    formats: ['csv', 'parquet'],
    newDigest: () => createHash('sha256'),
  }
}
