import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Tally } from '../../step/tally.ts'
import { bundleOf, checkBundleSize, compressedBytes, type SizeLimit } from '../bundle-size.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

function folderWith(code: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'size-'))
  made.push(folder)
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }')
  writeFileSync(path.join(folder, 'index.js'), code)
  return folder
}

const code = `export const small = () => 'tiny'
export const large = () => ${JSON.stringify(Array.from({ length: 400 }, (_, i) => (i * 7919) % 1000).join(' '))}
`
const limit = (rest: Partial<SizeLimit>): SizeLimit => ({
  name: 'x',
  entry: 'index.js',
  names: '*',
  bytesMax: 10,
  ...rest,
})

async function failures(folder: string, ...limits: readonly SizeLimit[]): Promise<readonly string[]> {
  const tally = new Tally()
  await checkBundleSize(tally, folder, limits)
  return tally.failures.map(({ name, detail }) => `${name}; ${detail}`)
}

test('what is over its limit fails with its bytes, and what is at it holds', async () => {
  const folder = folderWith(code)
  const bytes = compressedBytes(await bundleOf(folder, { entry: 'index.js', names: '*' }))
  expect(bytes).toBeGreaterThan(500)
  expect(await failures(folder, limit({ bytesMax: bytes }))).toEqual([])
  expect(await failures(folder, limit({ bytesMax: bytes - 1 }))).toEqual([
    `x: at most ${bytes - 1} bytes; it has ${bytes} bytes minified and compressed`,
  ])
})

test('only what is named is weighed', async () => {
  const folder = folderWith(code)
  expect(await failures(folder, limit({ names: ['small'], bytesMax: 100, without: ['7919', '919 838'] }))).toEqual([])
  expect(await failures(folder, limit({ names: ['small'], bytesMax: 100, without: ['tiny'] }))).toEqual([
    'x: no tiny; the bundle carries tiny',
  ])
})

test('other entries are weighed with it, what they share once, and each weight is noted', async () => {
  const folder = folderWith(code)
  writeFileSync(
    path.join(folder, 'beside.js'),
    "import { large } from './index.js'\nexport const twice = large() + large()\n",
  )
  const alone = compressedBytes(await bundleOf(folder, { entry: 'index.js', names: '*' }))
  const tally = new Tally()
  await checkBundleSize(tally, folder, [limit({ beside: ['beside.js'], bytesMax: 2 * alone })])
  expect(tally.counts).toEqual({ passed: 1, failed: 0, skipped: 0 })
  const bytes = Number(/^(\d+) bytes of at most \d+: x$/.exec(tally.notes[0] ?? '')?.[1])
  expect(bytes).toBeGreaterThan(alone)
  expect(bytes).toBeLessThan(alone + 100)
  expect(await failures(folder, limit({ beside: ['absent.js'], bytesMax: 9999 }))).toEqual([
    'x; absent.js is not built: run npm run build first',
  ])
})

test('what is not built fails, and a name that does not exist is an error', async () => {
  const folder = folderWith(code)
  expect(await failures(folder, limit({ entry: 'dist/index.js' }))).toEqual([
    'x; dist/index.js is not built: run npm run build first',
  ])
  await expect(failures(folder, limit({ names: ['absent'] }))).rejects.toThrow('absent')
})
