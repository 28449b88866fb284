import { defineConfig } from 'vitest/config'

const manyRuns = process.env.FC_RUNS !== undefined

/**
 * Tests of a package: they read the source, and leave a machine-readable result beside the printed one. With FC_RUNS
 * in the environment every property is tried that often, or a test's own number scaled alike.
 */
export function library() {
  return defineConfig({
    resolve: {
      conditions: ['@mentoring-commons/source'],
      alias: manyRuns ? [{ find: /^fast-check$/, replacement: `${import.meta.dirname}/many-runs.ts` }] : [],
    },
    ssr: { resolve: { conditions: ['@mentoring-commons/source'] } },
    test: {
      include: ['test/**/*.test.ts'],
      pool: 'threads',
      // A worker keeps what it has loaded: the tests of a package change no module of it.
      isolate: false,
      testTimeout: manyRuns ? 600_000 : 60_000,
      reporters: ['dot', 'json'],
      outputFile: { json: '.results/unit.json' },
    },
  })
}
