import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))

/** Writes what the page of the self-assessment loads into a folder: `page.js` and `page.css`, which load nothing else. */
export async function bundleSelfAssessment(folder: string): Promise<void> {
  await build({
    entryPoints: [
      { in: path.join(here, 'page.ts'), out: 'page' },
      { in: path.join(here, 'page.css'), out: 'page' },
    ],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@mentoring-commons/source'],
    legalComments: 'none',
    logLevel: 'warning',
  })
}
