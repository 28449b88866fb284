import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { commons, freePort, migratedDirectory, newPath, patience, start } from './program.ts'

vi.setConfig({ testTimeout: 2 * patience, hookTimeout: 2 * patience })

let occupied: Server
let port = 0
beforeAll(async () => {
  occupied = createServer((_request, response) => response.end('not a key set')).listen(0, '127.0.0.1')
  await new Promise((resolve) => occupied.once('listening', resolve))
  const address = occupied.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => occupied.close())

/** That a program ends with one line that says what is wrong, and nothing else. */
async function expectOneLine(
  program: 'main' | 'commons',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  line: RegExp,
) {
  const ended = await start(program, args, { env }).ended
  expect(ended.stderr).toMatch(/^mentoring-commons: [^\n]+\n$/)
  expect(ended.stderr).toMatch(line)
  expect(ended.stdout).toBe('')
  expect(ended.code).toBe(1)
}

const main: readonly [string, readonly string[], Readonly<Record<string, string>>, RegExp][] = [
  [
    'an address of a database that is none',
    [],
    { DATABASE_URL: 'the database' },
    /DATABASE_URL must look like postgres:/,
  ],
  ['a database of another kind', [], { DATABASE_URL: 'mysql://u:secret@h/d' }, /DATABASE_URL must look like postgres:/],
  [
    'a database server that is not there',
    [],
    { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d' },
    /127\.0\.0\.1:1\/d cannot be used .*ECONNREFUSED.*check DATABASE_URL/,
  ],
  ['a port that is no number', ['--port', 'http'], {}, /port must be a number from 0 to 65535, not "http"/],
  ['a port out of range', [], { PORT: '70000' }, /not "70000"/],
  ['an unknown option', ['--prot', '1'], {}, /--prot.*the options are --port N and --data-dir DIR/],
  ['half an identity provider', [], { AUTH_ISSUER: 'https://idp.example' }, /belong together; set all three or none/],
  [
    'an address of keys that is none',
    [],
    { AUTH_ISSUER: 'i', AUTH_AUDIENCE: 'a', AUTH_JWKS_URL: 'keys' },
    /AUTH_JWKS_URL is no address: "keys"/,
  ],
]

describe('the gateway says in one line what it cannot start with', () => {
  test.each(main)('%s', async (_, args, env, line) => {
    await expectOneLine('main', args, { DATA_DIR: newPath(), ...env }, line)
  })

  test('a port in use, and keys that cannot be reached; each time the directory is free again', async () => {
    const directory = await migratedDirectory()
    const identity = { AUTH_ISSUER: 'https://idp.example', AUTH_AUDIENCE: 'commons' }
    const args = ['--data-dir', directory, '--port']
    await expectOneLine('main', [...args, String(port)], {}, /port \d+ is in use; .*--port N/)
    await expectOneLine(
      'main',
      [...args, '0'],
      { ...identity, AUTH_JWKS_URL: `http://127.0.0.1:${await freePort()}/keys` },
      /AUTH_JWKS_URL http:\/\/127\.0\.0\.1:\d+\/keys cannot be read \(ECONNREFUSED\); check the address/,
    )
  })
})

describe('a data directory that cannot be used is named, with what to do', () => {
  test('one that is a file', async () => {
    const file = newPath()
    writeFileSync(file, 'a file')
    await expectOneLine('commons', ['migrate', '--data-dir', file], {}, /cannot be used \(E\w+\); choose another/)
    await expectOneLine('main', ['--data-dir', path.join(file, 'below')], {}, /cannot be used \(E\w+\); choose another/)
  })

  test('one with the files of somebody else', async () => {
    const directory = newPath()
    mkdirSync(path.join(directory, 'database'), { recursive: true })
    writeFileSync(path.join(directory, 'database', 'thesis.txt'), 'not to be lost')
    await expectOneLine('commons', ['migrate', '--data-dir', directory], {}, /holds files but no database; move them/)
  })

  test('garbage where the version stands', async () => {
    const directory = await migratedDirectory()
    writeFileSync(path.join(directory, 'database', 'PG_VERSION'), 'garbage')
    await expectOneLine(
      'main',
      ['--port', '0', '--data-dir', directory],
      {},
      /cannot be opened .*restore it from a backup/,
    )
  })

  test('a control file cut short', async () => {
    const directory = await migratedDirectory()
    truncateSync(path.join(directory, 'database', 'global', 'pg_control'), 100)
    await expectOneLine(
      'main',
      ['--port', '0', '--data-dir', directory],
      {},
      /cannot be opened .*restore it from a backup/,
    )
  })

  test('a development key that is none', async () => {
    const directory = await migratedDirectory()
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(path.join(directory, 'development-key.json'), JSON.stringify(publicKey.export({ format: 'jwk' })))
    await expectOneLine(
      'commons',
      ['token', '--role', 'analyst', '--data-dir', directory],
      {},
      /development-key\.json .*remove it/,
    )
  })
})

const commands: readonly [readonly string[], RegExp][] = [
  [['imprt', 'x'], /there is no command "imprt"; see npm run commons -- help/],
  [['migrate', '--fast'], /--fast.*; see npm run commons -- help/],
  [['import'], /import needs the folder of the CSV files/],
  [['import', 'dir'], /import needs a mapping: import DIR --map FILE/],
  [['import', 'dir', '--map'], /--map.*; see npm run commons -- help/],
  [['migrate', 'a', 'b'], /"b" is too much for migrate/],
  [['report', '--as', 'analyst', '--format', 'json'], /report needs the key of a programme/],
  [['report', 'p', '--as', 'boss', '--format', 'json'], /--as takes one of participant, .*not "boss"/],
  [['report', 'p', '--as', 'analyst', '--format', 'doc'], /--format takes one of html, csv, json, .*not "doc"/],
  [['token'], /--role takes one of/],
  [['grant', '--role', 'administrator', '--institution', 'x'], /grant needs --issuer/],
]

test.each(commands)('commons %j says in one line what is wrong', async (args, line) => {
  await expectOneLine('commons', args, { DATA_DIR: newPath() }, line)
})

test('help is the result when asked for, and code 2 when nothing was', async () => {
  const asked = await commons(['help'])
  expect(asked).toMatchObject({ code: 0, stderr: '' })
  expect(asked.stdout).toMatch(/^Usage: npm run commons/)
  expect((await commons([])).code).toBe(2)
})
