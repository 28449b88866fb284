import { createHash } from 'node:crypto'
import type { Snapshot } from '@mentoring-commons/reporting'
import {
  type ExportTable,
  figureTable,
  packageChunks,
  parquetChunks,
  xlsxChunks,
} from '@mentoring-commons/reporting/files'

/** The figures of a snapshot as a table: those of the CSV, each with its key and the version of its indicator. */
export function snapshotFigures({ figures }: Snapshot): ExportTable {
  const table = figureTable(figures)
  return {
    ...table,
    columns: [
      { name: 'key', type: 'string', label: 'Key of the figure, the same in every report' },
      ...table.columns,
      { name: 'version', type: 'string', label: 'Hash of the version of its indicator' },
    ],
    rows: table.rows.map((row, place) => ({
      ...row,
      key: figures[place]?.key ?? null,
      version: figures[place]?.version ?? null,
    })),
    primaryKey: ['key'],
    ordered: true,
    foreignKeys: [{ fields: ['version'], table: 'indicators', references: ['version'] }],
  }
}

/** The versions of indicators that a snapshot froze, as a table. */
export function snapshotIndicators({ indicators }: Snapshot): ExportTable {
  const texts = {
    version: 'Hash of the version',
    id: 'Indicator',
    numerator: 'What is counted',
    denominator: 'Among what; empty for a count',
    population: 'Whom it speaks of',
    unit: 'Unit',
    aggregation: 'How it is reckoned',
    input: 'What it is reckoned on',
  }
  return {
    name: 'indicators',
    title: 'Indicators',
    columns: Object.entries(texts).map(([name, label]) => ({ name, type: 'string', label })),
    rows: indicators.map(({ hash, definition }) => ({
      version: hash,
      id: definition.id,
      numerator: definition.numerator,
      denominator: definition.denominator,
      population: definition.population,
      unit: definition.unit,
      aggregation: definition.aggregation.kind,
      input: definition.input,
    })),
    primaryKey: ['version'],
  }
}

/** A snapshot's figures as Parquet, a piece at a time. */
export function parquetOf(snapshot: Snapshot): AsyncIterable<Uint8Array> {
  return parquetChunks(snapshotFigures(snapshot))
}

/** A snapshot as a workbook, a piece at a time: figures, indicators, codebook and notes. */
export function workbookOf(snapshot: Snapshot): AsyncIterable<Uint8Array> {
  const { subject, definition, policy, asOf, hash, definitionHash } = snapshot
  return xlsxChunks({
    title: `${definition.title}: ${subject.title}`,
    tables: [snapshotFigures(snapshot), snapshotIndicators(snapshot)],
    notes: [
      ['Programme', subject.title],
      ['Report', definition.title],
      ['As of', asOf],
      ['Disclosure policy', `${policy.name}: ${policy.description}`],
      ['Not shown', 'Where a value is "..", the column beside it says why. It is neither missing nor nought.'],
      ['Sums', 'Figures are rounded one by one: they need not add up, and a sum of them is no figure.'],
      ['Definition', definitionHash],
      ['Snapshot', hash],
    ],
  })
}

/** A snapshot as a data package, a piece at a time: figures and indicators in two formats each, the snapshot itself, a page, and where all of it came from. */
export function packageOf(snapshot: Snapshot, page: string): AsyncIterable<Uint8Array> {
  const { subject, definition, policy, asOf, inputs, hash, definitionHash } = snapshot
  const title = `${definition.title}: ${subject.title}`
  const description = `Figures of ${subject.title} as of ${asOf}, after disclosure control. ${policy.description} Texts of the CSV that a spreadsheet would run have an apostrophe before them.`
  const licence = 'For whom the institution gives it to'
  return packageChunks({
    saying: {
      name: `report-${hash.slice(0, 12)}`,
      title,
      description,
      version: definitionHash.slice(0, 12),
      published: asOf,
      licence: { title: licence, name: 'other-closed' },
      crateLicence: {
        name: licence,
        description: 'The institution that made the report says who may use it, and how.',
      },
    },
    provenance: {
      madeAt: asOf,
      madeBy: { id: '#institution', kind: 'Organization', name: `The institution of ${subject.title}` },
      software: { name: 'mentoring-commons gateway', version: snapshot.format },
      inputs: inputs.map((input) => ({
        id: `#input-${encodeURIComponent(input.name)}`,
        name: input.name,
        description: input.source,
        sha256: input.hash,
      })),
      definition: { id: '#definition', name: definition.title, version: definitionHash, sha256: definitionHash },
    },
    tables: [snapshotFigures(snapshot), snapshotIndicators(snapshot)],
    formats: ['csv', 'parquet'],
    others: [
      {
        path: 'snapshot.json',
        mediaType: 'application/json',
        title: 'The report as it was made',
        bytes: Buffer.from(`${JSON.stringify(snapshot, undefined, 1)}\n`),
      },
      { path: 'report.html', mediaType: 'text/html', title: 'The report as a page', bytes: Buffer.from(page) },
    ],
    newDigest: () => createHash('sha256'),
  })
}
