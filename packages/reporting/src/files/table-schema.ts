import type { ExportTable } from './export-table.ts'
import { type FileColumn, fileColumns } from './file-columns.ts'

/** The Table Schema (Frictionless, version 2) of a table's CSV or Parquet file: fields with their types, categories, missing codes and keys. */
export function tableSchema(table: ExportTable): object {
  const { primaryKey = [], foreignKeys = [] } = table
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fieldsMatch: ['exact'],
    fields: fileColumns(table).map(field),
    ...(primaryKey.length === 0 ? {} : { primaryKey }),
    ...(foreignKeys.length === 0
      ? {}
      : {
          foreignKeys: foreignKeys.map(({ fields, table: resource, references }) => ({
            fields,
            reference: { resource, fields: references },
          })),
        }),
  }
}

function field({ name, type, label, description, values, missing = [], required }: FileColumn): object {
  const coded = values !== undefined && values.length > 0 && (type === 'string' || type === 'integer')
  return {
    name,
    type,
    title: label,
    ...(description === undefined ? {} : { description }),
    ...(coded ? { categories: values.map(({ value, label: said }) => ({ value, label: said })) } : {}),
    missingValues: missing.map(({ code, label: said }) => ({ value: code, label: said })),
    ...(required ? { constraints: { required: true } } : {}),
  }
}
