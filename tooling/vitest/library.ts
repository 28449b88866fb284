import { defineConfig } from 'vitest/config'

/** Tests of a package: they read the source, and leave a machine-readable result beside the printed one. */
export function library() {
  return defineConfig({
    resolve: { conditions: ['@mentoring-commons/source'] },
    ssr: { resolve: { conditions: ['@mentoring-commons/source'] } },
    test: {
      include: ['test/**/*.test.ts'],
      pool: 'threads',
      setupFiles: [`${import.meta.dirname}/property-runs.ts`],
      testTimeout: process.env.FC_RUNS ? 300_000 : 15_000,
      reporters: ['dot', 'json'],
      outputFile: { json: '.results/unit.json' },
    },
  })
}
