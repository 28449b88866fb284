import { globSync, readFileSync } from 'node:fs'
import { library } from '../../tooling/tsup/library.ts'

// A file with a table in it becomes a file of the build: a bundler leaves out whole files that nobody uses, and cannot tell of
// a table in the middle of a large file that building it does nothing else.
const table = /^(export )?const \w+.*= (\{|\[|`|new |[\w.]+\()/m
const files = globSync('src/**/*.ts').filter((file) => table.test(readFileSync(file, 'utf8')))
const entries = files.map((file) => [file.slice('src/'.length, -'.ts'.length), file])
const subjects = { index: 'src/index.ts', review: 'src/review/index.ts', formats: 'src/formats/index.ts' }
const base = library({ ...Object.fromEntries(entries), ...subjects })
const options = { allowImportingTsExtensions: false, customConditions: [] }

// What a file of the build takes from another one and does not use is not imported at all.
export default {
  ...base,
  treeshake: { moduleSideEffects: false },
  dts: { compilerOptions: options, entry: subjects },
}
