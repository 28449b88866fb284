import { defineConfig } from 'tsup'

/** The build of a published package: ESM, CommonJS and types for both, for Node, browsers and workers alike. */
export function library(entry: Record<string, string> = { index: 'src/index.ts' }) {
  return defineConfig({
    entry,
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { allowImportingTsExtensions: false, customConditions: [] } },
    clean: true,
    sourcemap: true,
    splitting: true,
    treeshake: true,
    platform: 'neutral',
    target: 'es2022',
  })
}
