// Makes dist/index.html: one file with its style, script and sample in it, which opens from a disk or from any server.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const here = (name) => new URL(name, import.meta.url)

const { outputFiles } = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/main.ts', 'src/page.css'],
  outdir: 'dist',
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
})
const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text

// Functions, because a replacement text would read `$&` as more than itself; `</script` would end the script.
const page = readFileSync(here('index.html'), 'utf8')
  .replace('<link rel="stylesheet" href="src/page.css">', () => `<style>${textOf('.css')}</style>`)
  .replace('<script src="src/main.ts"></script>', () => {
    const code = textOf('.js').replaceAll('</script', '<\\/script')
    return `<script>${code}</script>`
  })

mkdirSync(here('dist'), { recursive: true })
writeFileSync(here('dist/index.html'), page)
console.log(`dist/index.html, ${Math.round(page.length / 1024)} kB: open it in a browser`)
