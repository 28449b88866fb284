import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root, run, runTool } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'

const readManifest = (file: string): { name: string; version: string; dependencies?: Record<string, string> } =>
  JSON.parse(readFileSync(file, 'utf8'))

/** A copy of the workspace's manifests alone, under version control as changesets wants it. */
async function copyWorkspace(folder: string): Promise<readonly string[]> {
  const manifests = globSync(['packages/*/package.json', 'apps/*/package.json'], { cwd: root })
  for (const file of ['package.json', 'pnpm-workspace.yaml', '.changeset/config.json', ...manifests]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(folder, file))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  writeFileSync(path.join(folder, '.gitignore'), 'node_modules\n')
  return manifests
}

async function commit(folder: string): Promise<void> {
  const identity = [
    '-c',
    'user.name=rehearsal',
    '-c',
    'user.email=rehearsal@example.invalid',
    '-c',
    'commit.gpgsign=false',
  ]
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    [...identity, 'commit', '-q', '-m', 'rehearsal'],
  ]) {
    const { code, output } = await run('git', args, { cwd: folder })
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${output}`)
  }
}

/** The next minor version. */
const minor = (version: string): string =>
  version.replace(/^(\d+)\.(\d+)\..*/, (_, major, old) => `${major}.${Number(old) + 1}.0`)

/** The next patch version. */
const patch = (version: string): string => version.replace(/\d+$/, (last) => String(Number(last) + 1))

/** Rehearses a release: a changeset for one package moves that one and what depends on it, and nothing else. */
export async function checkVersionBump(tally: Tally): Promise<void> {
  const manifests = globSync('packages/*/package.json', { cwd: root }).sort()
  for (const chosen of manifests) {
    const folder = mkdtempSync(path.join(tmpdir(), 'release-'))
    try {
      const all = await copyWorkspace(folder)
      const before = new Map(all.map((file) => [file, readManifest(path.join(folder, file))]))
      const { name } = readManifest(path.join(folder, chosen))
      tally.say(name)
      writeFileSync(
        path.join(folder, '.changeset/quiet-owls-rest.md'),
        `---\n'${name}': minor\n---\n\nRehearse a release.\n`,
      )
      await commit(folder)
      const { code, output } = await runTool('changeset', ['version'], { cwd: folder })
      tally.check(code === 0, `changeset version for ${name}`, output)
      if (code !== 0) continue
      for (const [file, old] of before) {
        const now = readManifest(path.join(folder, file)).version
        const depends = old.dependencies && name in old.dependencies
        const expected = file === chosen ? minor(old.version) : depends ? patch(old.version) : old.version
        tally.check(
          now === expected,
          `${old.name} when ${name} moves`,
          `from ${old.version} it should go to ${expected}, and went to ${now}`,
        )
      }
      const changelog = path.join(folder, path.dirname(chosen), 'CHANGELOG.md')
      const text = existsSync(changelog) ? readFileSync(changelog, 'utf8') : ''
      tally.check(text.includes('Rehearse a release.'), `changelog of ${name}`, text || 'none was written')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
