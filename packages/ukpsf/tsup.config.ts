import { globSync } from 'node:fs'
import { library } from '../../tooling/tsup/library.ts'

// Files with tables of facts become files of the build: a bundler leaves out whole files that nobody uses, and cannot tell of a
// table in the middle of a large file that building it does nothing else.
const withTables = ['src/**/*-20[0-9][0-9].ts', 'src/formats/**/*.ts', 'src/wording/language-tag.ts']
const entries = globSync(withTables).map((file) => [file.slice('src/'.length, -'.ts'.length), file])
const base = library({ index: 'src/index.ts', ...Object.fromEntries(entries) })
const options = { allowImportingTsExtensions: false, customConditions: [] }

export default { ...base, dts: { compilerOptions: options, entry: { index: 'src/index.ts' } } }
