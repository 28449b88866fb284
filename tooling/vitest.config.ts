import { defineConfig } from 'vitest/config'

/** Tests of the tooling itself. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*/test/**/*.test.ts'],
    reporters: ['dot', 'json'],
    outputFile: { json: '.results/unit.json' },
    testTimeout: 120_000,
  },
})
