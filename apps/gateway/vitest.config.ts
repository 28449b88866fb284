import { defineConfig } from 'vitest/config'

/** `pglite` runs everything that needs no server; `postgres` asks the same API of a real PostgreSQL. */
const onServer = process.env.TEST_DATABASE === 'postgres'
const long = process.env.TEST_LONG !== undefined

export default defineConfig({
  resolve: {
    conditions: ['@mentoring-commons/source'],
    // One graphql realm: Pothos is external and loads the CommonJS build.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['@mentoring-commons/source'] } },
  test: {
    include: long
      ? ['test/long/**/*.test.ts']
      : onServer
        ? ['test/api/**/*.test.ts', 'test/server/**/*.test.ts', 'test/intake/store.test.ts']
        : ['test/**/*.test.ts'],
    exclude: long ? [] : onServer ? [] : ['test/long/**', 'test/server/**'],
    globalSetup: onServer ? ['test/harness/server.ts'] : long ? [] : ['test/harness/migrated.ts'],
    setupFiles: ['test/process/clean-up.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A worker keeps what it has loaded: no test changes a module, and loading the house took longer than asking it.
    isolate: long,
    // Programs that are started, killed and cut off share their processors with others: one second try, and no third.
    retry: process.env.CI ? 1 : 0,
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
    reporters: ['dot', 'json'],
    outputFile: { json: '.results/gateway.json' },
  },
})
