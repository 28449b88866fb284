import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import {
  ask,
  commons,
  countsIn,
  lockIn,
  migratedDirectory,
  newPath,
  patience,
  type RunningGateway,
  start,
  startGateway,
  until,
} from './program.ts'
import { mapping, writeFolder, writePeople } from './synthetic.ts'

vi.setConfig({ testTimeout: 3 * patience, hookTimeout: 3 * patience })

/** Everything is asked twice: with no gateway, and through one that owns the directory. */
let alone: string
let owned: string
let gateway: RunningGateway
const folder = writePeople(40)
beforeAll(async () => {
  ;[alone, owned] = [await migratedDirectory(), await migratedDirectory()]
  gateway = await startGateway(['--port', '0', '--data-dir', owned], { shared: true })
})

const on = (directory: string, ...args: string[]) => commons([...args, '--data-dir', directory])
const imports = (directory: string, from: { dir: string; map: string }, ...more: string[]) =>
  on(directory, 'import', from.dir, '--map', from.map, ...more)

/** What both ways of asking answer alike, but for progress, which the clock decides on. */
async function both(...args: string[]) {
  const settled = async (directory: string) => {
    const ended = await on(directory, ...args)
    return { ...ended, stderr: ended.stderr.replaceAll(/^\[.*\n/gm, '') }
  }
  const [first, second] = [await settled(alone), await settled(owned)]
  expect(second).toEqual(first)
  return first
}

test('a dry run writes nothing at all, not even the institution', async () => {
  const args = ['import', folder.dir, '--map', folder.map, '--dry-run'] as const
  const dry = await both(...args)
  expect(dry).toMatchObject({ code: 0, stdout: '' })
  expect(dry.stderr).toMatch(/Dry run: nothing was written\. 80 rows would be new or changed\.\n$/)
  const counts = Object.entries(await countsIn(alone))
  expect(counts.length).toBeGreaterThan(15)
  expect(counts.filter(([, rows]) => rows > 0)).toEqual([])
  const unknown = await on(owned, 'token', '--role', 'analyst', '--institution', 'made-up')
  expect(unknown.stderr).toContain('there is no institution "made-up"; there is: demo')
})

test('a first import brings all, a second changes nothing, with and without a gateway', async () => {
  const args = ['import', folder.dir, '--map', folder.map] as const
  const first = await both(...args)
  expect(first).toMatchObject({ code: 0, stdout: '' })
  expect(first.stderr).toContain('people.csv: 40 rows: 40 new, 0 changed, 0 unchanged, 0 skipped')
  expect(first.stderr).toContain('npm run commons -- token --role coordinator --institution made-up')
  const second = await both(...args)
  expect(second).toMatchObject({ code: 0, stdout: '' })
  expect(second.stderr).toMatch(/Nothing changed: all of it was there already\.\n$/)
  expect(await countsIn(alone)).toMatchObject({ institution: 1, person: 40, participation: 40, programme: 1 })
})

describe('a token', () => {
  test('is all of standard output, and opens the institution that was made last', async () => {
    const token = await on(owned, 'token', '--role', 'coordinator')
    expect(token.code).toBe(0)
    expect(token.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    const answer = await ask(
      gateway.graphql,
      token.stdout.trim(),
      '{ institution { key } programmes(first: 3) { nodes { key } } }',
    )
    expect(answer).toMatchObject({
      data: { institution: { key: 'made-up' }, programmes: { nodes: [{ key: 'made-up-programme' }] } },
    })
  })

  test('is not given for an institution that is not there', async () => {
    const refused = await on(owned, 'token', '--role', 'analyst', '--institution', 'nowhere')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^mentoring-commons: there is no institution "nowhere"; there is: made-up, demo\n$/)
  })
})

describe('a report', () => {
  const report = ['report', 'made-up-programme', '--as', 'analyst', '--format'] as const

  test('as JSON is all of standard output', async () => {
    const json = await both(...report, 'json')
    expect(json.code).toBe(0)
    expect(JSON.parse(json.stdout)).toMatchObject({ programme: 'made-up-programme', policy: 'hesa' })
    const exact = await on(owned, 'report', 'made-up-programme', '--as', 'coordinator', '--format', 'json')
    expect(JSON.parse(exact.stdout)).toMatchObject({ policy: 'exact' })
  })

  test('goes into files with --out', async () => {
    const out = newPath('out')
    const csv = await on(owned, ...report, 'csv', '--out', out)
    expect(csv).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(path.join(out, 'figures.csv'), 'utf8')).toContain('people.mentee')
    expect(existsSync(path.join(out, 'codebook.csv'))).toBe(true)
    const html = await on(owned, ...report, 'html', '--out', out)
    expect(html).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(path.join(out, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i)
  })

  test('goes to standard output without --out', async () => {
    expect((await on(owned, ...report, 'csv')).stdout).toMatch(/^\S+,\S+/)
    expect((await on(owned, ...report, 'html')).stdout).toMatch(/^<!doctype html>/i)
  })

  test('is refused in one line for a programme or a reader that is none', async () => {
    for (const [args, line] of [
      [['report', 'nothing', '--as', 'analyst', '--format', 'json'], /no institution has a programme "nothing"/],
      [
        ['report', 'made-up-programme', '--as', 'participant', '--format', 'json'],
        /participant reads no impact report/,
      ],
    ] as const) {
      const refused = await on(owned, ...args)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/^mentoring-commons: [^\n]+\n$/)
      expect(refused.stderr).toMatch(line)
    }
  })

  test('that cannot be written says so in one line', async () => {
    const file = newPath('file')
    writeFileSync(file, 'in the way')
    const refused = await on(owned, ...report, 'json', '--out', file)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/mentoring-commons: [^\n]+ cannot be written \(E\w+\)[^\n]+\n$/)
    expect(refused.stderr).not.toMatch(/\n {4}at /)
  })
})

describe('files that are wrong', () => {
  const wrong = {
    'people.csv': Buffer.concat([
      Buffer.from('id,country\nA,Nowhere\nB,Nowhere\nA,Elsewhere\nC,'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('\nD,Nowhere\n'),
    ]),
    'roles.csv': 'person,cohort,role\nA,1,mentee\nB,1,wizard\nNobody,1,mentee\n',
  }

  test('name line and reason; nothing of them is kept; problems go into a file', async () => {
    const from = writeFolder(wrong)
    const problems = newPath('problems')
    const before = await on(owned, 'report', 'made-up-programme', '--as', 'coordinator', '--format', 'json')
    const refused = await imports(owned, from, '--problems', problems)
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('people.csv: refused, nothing of it was imported')
    expect(refused.stderr).toMatch(/people\.csv:4: .*A/)
    expect(refused.stderr).toMatch(/people\.csv:5: .*UTF-8/)
    expect(refused.stderr).toContain('roles.csv: not tried')
    expect(refused.stderr).not.toMatch(/\n {4}at /)
    const rows = readFileSync(problems, 'utf8').trim().split('\r\n')
    expect(rows[0]).toBe('file,line,column,code,message')
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 4).join())).toEqual([
      expect.stringMatching(/^people\.csv,4,.*duplicate-id$/),
      expect.stringMatching(/^people\.csv,5,.*not-utf8$/),
    ])
    expect(await on(owned, 'report', 'made-up-programme', '--as', 'coordinator', '--format', 'json')).toEqual(before)
  })

  test('lose their bad rows only with --skip-bad-rows', async () => {
    const skipped = await imports(owned, writeFolder(wrong), '--skip-bad-rows')
    expect(skipped).toMatchObject({ code: 0, stdout: '' })
    expect(skipped.stderr).toContain('people.csv: 5 rows: 3 new, 0 changed, 0 unchanged, 2 skipped')
    expect(skipped.stderr).toMatch(/roles\.csv:3: role .*wizard/)
    expect(skipped.stderr).toMatch(/roles\.csv:4: .*Nobody/)
    expect(skipped.stderr).toContain('roles.csv: 3 rows: 1 new, 0 changed, 0 unchanged, 2 skipped')
  })

  test('a quote that never ends refuses the file, even with --skip-bad-rows', async () => {
    const from = writeFolder({ ...wrong, 'people.csv': 'id,country\nX,"Nowhere\nY,Nowhere\n' })
    const refused = await imports(owned, from, '--skip-bad-rows')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/people\.csv: refused, nothing of it was imported\n {2}people\.csv:2: /)
  })

  test('a file that is not there and a column that is not there are both named, and nothing is imported', async () => {
    const refused = await imports(owned, writeFolder({ 'people.csv': 'number,country\nZ,Nowhere\n' }))
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/"id"/)
    expect(refused.stderr).toMatch(/roles\.csv/)
    expect(refused.stderr).toContain('Imported: nothing')
  })

  test('a mapping that is not there, no JSON, or not of the form', async () => {
    const good = writePeople(1)
    for (const [map, line] of [
      [path.join(good.dir, 'no.json'), /no\.json cannot be read \(ENOENT\); give --map FILE/],
      [writeFolder({}, '{ "version": 1,').map, /cannot be used: /],
      [writeFolder({}, { ...mapping, version: 7 }).map, /cannot be used: .*version/],
    ] as const) {
      const refused = await on(owned, 'import', good.dir, '--map', map)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/^mentoring-commons: the mapping [^\n]+\n$/)
      expect(refused.stderr).toMatch(line)
    }
  })
})

test('while another command holds the directory, a command is refused in one line; relative paths are those of the caller', async () => {
  const many = writePeople(5_000)
  const holder = start(
    'commons',
    [
      'import',
      path.basename(many.dir),
      '--map',
      path.join(path.basename(many.dir), 'mapping.json'),
      '--data-dir',
      alone,
    ],
    {
      cwd: path.dirname(many.dir),
    },
  )
  await until('the directory is held', holder, () => (lockIn(alone)?.pid === holder.pid ? true : undefined))
  const refused = await on(alone, 'migrate')
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(
    new RegExp(`^mentoring-commons: .* is in use by process ${holder.pid}; stop it, or [^\n]+\n$`),
  )
  expect(await holder.ended).toMatchObject({ code: 0 })
  expect(lockIn(alone)).toBeUndefined()
})
