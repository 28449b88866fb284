import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/db/columns.ts', './src/modules/*/table.ts', './src/modules/*/*/table.ts'],
  out: './migrations',
  schemaFilter: ['commons'],
})
