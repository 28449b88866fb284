import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root, run } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { install, linkPeers } from './consumer.ts'
import { packAll } from './tarball.ts'

/** The oldest Node that the packages promise to run in (`engines` of their manifests). */
const oldest = '22.23.2'

/** Imports and requires each packed package in the oldest Node that it promises to run in. */
export async function checkOldestNode(tally: Tally): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'oldest-'))
  try {
    tally.say(`fetching Node ${oldest}`)
    const found = await run(
      'npx',
      ['--yes', '--loglevel=error', '-p', `node@${oldest}`, '--', 'node', '-p', 'process.execPath'],
      { cwd: folder },
    )
    const node = found.stdout.trim()
    if (found.code !== 0 || node === '') return tally.skip('the oldest Node', `Node ${oldest} could not be fetched`)
    const tarballs = await packAll(root, folder)
    const consumer = path.join(folder, 'consumer')
    await install(tarballs, consumer)
    for (const tarball of tarballs) linkPeers(consumer, tarball)
    for (const entry of tarballs.flatMap(({ entries }) => entries))
      for (const [type, load] of [
        ['module', `await import('${entry}')`],
        ['commonjs', `require('${entry}')`],
      ]) {
        const code = `if (!process.version.startsWith('v22.') || Object.keys(${load}).length === 0) process.exit(1)`
        const { code: status, output } = await run(node, [`--input-type=${type}`, '-e', code], { cwd: consumer })
        tally.check(status === 0, `${entry} in Node ${oldest} as ${type}`, output)
      }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
