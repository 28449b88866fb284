import { globSync, readFileSync } from 'node:fs'
import { library } from '../../tooling/tsup/library.ts'

// A file with a table in it becomes a file of the build: a bundler leaves out whole files that nobody uses, and cannot tell of
// a table in the middle of a large file that building it does nothing else.
const table = /^(export )?const \w+.*= (\{|\[|`|new |[\w.]+\()/m
const files = globSync('src/**/*.ts').filter((file) => table.test(readFileSync(file, 'utf8')))
const entries = files.map((file) => [file.slice('src/'.length, -'.ts'.length), file])
const base = library({ ...Object.fromEntries(entries), index: 'src/index.ts' })
const options = { allowImportingTsExtensions: false, customConditions: [] }

// What a file of the build takes from another one and does not use is not imported at all.
export default {
  ...base,
  treeshake: { moduleSideEffects: false },
  dts: { compilerOptions: options, entry: { index: 'src/index.ts' } },
}
