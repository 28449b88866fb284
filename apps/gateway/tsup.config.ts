import { existsSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { bundleGraphiql } from './graphiql/bundle.ts'

const programs = { main: 'src/main.ts', commons: 'src/cli/main.ts' }

/** The two programs with the packages of this workspace inside; what npm installs stays outside. */
export default defineConfig({
  entry: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(file))),
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: true,
  sourcemap: true,
  dts: false,
  clean: true,
  noExternal: [/^@mentoring-commons\//],
  skipNodeModulesBundle: true,
  esbuildOptions(options) {
    options.conditions = ['@mentoring-commons/source']
  },
  onSuccess: () => bundleGraphiql('dist/graphiql'),
})
