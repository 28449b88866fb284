import { defineConfig } from 'tsup'
import { bundleGraphiql } from './graphiql/bundle.ts'
import { bundleSelfAssessment } from './self-assessment/bundle.ts'

/** What a library written for CommonJS expects to find in its module. */
const commonJsNames = `import { createRequire as createRequireHere } from 'node:module'
import { dirname as dirnameHere } from 'node:path'
import { fileURLToPath as fileURLToPathHere } from 'node:url'
const require = createRequireHere(import.meta.url)
const __filename = fileURLToPathHere(import.meta.url)
const __dirname = dirnameHere(__filename)`

/**
 * The two programs with everything inside that they are made of: reading a few large files takes a third less processor
 * time at a start than reading hundreds of small ones. PGlite stays outside, because it finds its own files beside it.
 */
export default defineConfig({
  entry: { main: 'src/main.ts', commons: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: true,
  sourcemap: false,
  dts: false,
  clean: true,
  noExternal: [/^(?!@electric-sql\/pglite)/],
  // graphql asks it once, to compare classes the quick way; what is for production only is decided by the configuration.
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: commonJsNames },
  esbuildOptions(options) {
    options.conditions = ['@mentoring-commons/source']
    options.legalComments = 'none'
  },
  onSuccess: async () => {
    await bundleGraphiql('dist/graphiql')
    await bundleSelfAssessment('dist/self-assessment')
  },
})
