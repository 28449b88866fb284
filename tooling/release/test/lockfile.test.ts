import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../step/program.ts'
import { addressesIn, lockedIn, missingOptional, unpinned } from '../lockfile.ts'

const lock = `lockfileVersion: '9.0'

importers:

  .: {}

packages:

  '@scope/tool-linux-x64@1.2.3':
    resolution: {integrity: sha512-x}
    os: [linux]

  plain@2.0.0-rc.1:
    resolution: {integrity: sha512-y}

snapshots:

  snap@9.9.9(peer@1.0.0): {}
`

test('the packages of a lockfile are those below packages alone', () => {
  expect([...lockedIn(lock)]).toEqual(['@scope/tool-linux-x64@1.2.3', 'plain@2.0.0-rc.1'])
})

test('the real lockfile is read whole', () => {
  const locked = lockedIn(readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8'))
  expect(locked.size).toBeGreaterThan(300)
  expect(locked).toContain('typescript@6.0.3')
})

test('an optional binary that is absent, or there in another version, is missing', () => {
  const optionalDependencies = { '@scope/tool-linux-x64': '1.2.3', '@scope/tool-darwin-arm64': '1.2.3', plain: '2.0.0' }
  expect(missingOptional({ optionalDependencies }, lockedIn(lock))).toEqual([
    '@scope/tool-darwin-arm64@1.2.3',
    'plain@2.0.0',
  ])
})

test('an optional dependency by range is there in any version', () => {
  expect(missingOptional({ optionalDependencies: { plain: '^2.0.0', other: '^1.0.0' } }, lockedIn(lock))).toEqual([
    'other@^1.0.0',
  ])
})

test('an address anywhere in the lockfile is told with its line', () => {
  expect(addressesIn(lock)).toEqual([])
  expect(addressesIn('a\n    resolution: {integrity: x, tarball: https://registry.invalid/a.tgz}')).toEqual([
    'line 2: resolution: {integrity: x, tarball: https://registry.invalid/a.tgz}',
  ])
})

test('only one version, or a workspace link, is a pin', () => {
  const dependencies = { a: '1.0.0', b: '1.0.0-rc.5', c: 'workspace:^' }
  expect(unpinned({ dependencies })).toEqual([])
  const devDependencies = { d: '^1.0.0', e: '1.x', f: 'latest', g: '>=1', h: '~1.0.0', i: 'github:a/b' }
  expect(unpinned({ dependencies, devDependencies })).toEqual([
    'd: ^1.0.0',
    'e: 1.x',
    'f: latest',
    'g: >=1',
    'h: ~1.0.0',
    'i: github:a/b',
  ])
})
