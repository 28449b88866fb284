import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root, run, runTool } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { findChromium, noChromium, withChromium } from './chromium.ts'
import { walkCoverageMap } from './coverage-map-walk.ts'
import { checkPageIn } from './page-check.ts'

const name = 'examples/coverage-map'

/** Builds the example by its own program, beside the package as built, looks at its page and uses it as a person would. */
export async function checkCoverageMap(tally: Tally): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'coverage-map-'))
  try {
    tally.say(`building ${name}`)
    cpSync(path.join(root, name), folder, { recursive: true })
    mkdirSync(path.join(folder, 'node_modules/@mentoring-commons'), { recursive: true })
    const link = (from: string, to: string) =>
      symlinkSync(path.join(root, from), path.join(folder, 'node_modules', to), 'junction')
    link('packages/ukpsf', '@mentoring-commons/ukpsf')
    link('node_modules/esbuild', 'esbuild')
    const typed = await runTool('tsc', ['-p', folder])
    tally.check(typed.code === 0, `${name} is well typed against the package as built`, typed.output)
    const built = await run(process.execPath, ['build.mjs'], { cwd: folder })
    tally.check(built.code === 0, `${name} builds`, built.output)
    if (built.code !== 0) return
    const file = path.join(folder, 'dist/index.html')
    const executable = findChromium()
    if (executable === undefined) return tally.skip(`${name} in a browser`, noChromium)
    await withChromium(executable, async (browser) => {
      const texts = [
        'What a portfolio covers',
        'Example with made-up data',
        'Coverage map',
        'D2, Fellow',
        'Not covered',
      ]
      await checkPageIn(tally, browser, { file }, { name: 'coverage-map', texts })
      await walkCoverageMap(tally, browser, file)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
