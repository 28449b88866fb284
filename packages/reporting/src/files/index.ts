// Tables on their way into files
export { csvChunks } from './csv-chunks.ts'
// What lies beside the tables
export { dataPackage, type PackageSaying, type TableFile, type WrittenFile } from './data-package.ts'
export type { Digest } from './digest.ts'
export type { ExportColumn, ExportRow, ExportTable, ExportValue, ForeignKey } from './export-table.ts'
export { figureTable } from './figure-table.ts'
// All in one
export { packageChunks, type TakeAway } from './package-chunks.ts'
export { parquetChunks } from './parquet-chunks.ts'
export { type CrateInput, type CrateSaying, type Provenance, roCrate } from './ro-crate.ts'
export { tableCodebook } from './table-codebook.ts'
export { type Workbook, xlsxChunks } from './workbook/xlsx-chunks.ts'
