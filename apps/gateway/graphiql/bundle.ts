import { copyFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))

/** GraphiQL carries two typefaces as data, nine tenths of its style sheet; the reader's own do as well. */
const withoutTypefaces: Plugin = {
  name: 'without typefaces',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]graphiql[\\/]dist[\\/]style\.css$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    }))
  },
}

/** Writes GraphiQL into a folder as three files that load nothing else: `index.html`, `graphiql.js`, `graphiql.css`. */
export async function bundleGraphiql(folder: string): Promise<void> {
  await build({
    entryPoints: [
      { in: path.join(here, 'page.ts'), out: 'graphiql' },
      { in: path.join(here, 'page.css'), out: 'graphiql' },
    ],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'eof',
    plugins: [withoutTypefaces],
    logLevel: 'warning',
  })
  await copyFile(path.join(here, 'index.html'), path.join(folder, 'index.html'))
}
