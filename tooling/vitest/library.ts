import { defineConfig } from 'vitest/config'

/** Tests of a package: they read the source, and leave a machine-readable result beside the printed one. */
export function library() {
  return defineConfig({
    resolve: { conditions: ['@mentoring-commons/source'] },
    ssr: { resolve: { conditions: ['@mentoring-commons/source'] } },
    test: {
      include: ['test/**/*.test.ts'],
      pool: 'threads',
      reporters: ['dot', 'json'],
      outputFile: { json: '.results/unit.json' },
    },
  })
}
