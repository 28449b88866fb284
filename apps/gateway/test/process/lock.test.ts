import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { takeLock } from '../../src/db/lock.ts'
import { commons, lockIn, migratedDirectory, newPath, patience, start, until } from './program.ts'

vi.setConfig({ testTimeout: 4 * patience, hookTimeout: 2 * patience })

let directory: string
beforeAll(async () => {
  directory = await migratedDirectory()
})
const stale = { id: 'gone', pid: 2 ** 22 + 1, started: 'long ago', address: 'http://127.0.0.1:1', secret: 'none' }
const leave = (owner: unknown) => writeFileSync(path.join(directory, 'owner.json'), JSON.stringify(owner))

test('of two gateways that start at the same moment over a lock left behind, exactly one serves', async () => {
  for (let time = 0; time < 3; time++) {
    leave(stale)
    const both = [0, 1].map(() => start('main', ['--port', '0', '--data-dir', directory]))
    const outcomes = await Promise.all(
      both.map((one) => {
        const ready = until('it serves', undefined, () => (/is ready/.test(one.stdout()) ? 'serves' : undefined))
        return Promise.race([ready, one.ended.then(() => 'refused')])
      }),
    )
    expect(outcomes.sort()).toEqual(['refused', 'serves'])
    const winner = both.find((one) => /is ready/.test(one.stdout()))
    const loser = both.find((one) => one !== winner)
    expect(await loser?.ended).toMatchObject({ code: 1, stdout: '' })
    expect(loser?.stderr()).toMatch(
      new RegExp(`^mentoring-commons: .* is in use by process ${winner?.pid}.*--data-dir DIR\n$`),
    )
    // A killed process leaves the lock behind, which is where the next round begins.
    winner?.kill('SIGKILL')
    await winner?.ended
    expect(lockIn(directory)?.pid).toBe(winner?.pid)
  }
})

test('a lock whose process number now belongs to another process is stale; one whose process lives is not', async () => {
  const taken = await takeLock(newPath())
  if (!('lock' in taken)) throw new Error('a new directory is held')
  const mine = taken.lock.owner
  leave({ ...mine, id: 'other', started: `${mine.started}0` })
  expect((await commons(['migrate', '--data-dir', directory])).code).toBe(0)
  expect(lockIn(directory)).toBeUndefined()
  leave(mine)
  const refused = await commons(['migrate', '--data-dir', directory])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain(`in use by process ${process.pid}`)
})

test('an address that no longer answers is one line, and the next step', async () => {
  const taken = await takeLock(newPath())
  if (!('lock' in taken)) throw new Error('a new directory is held')
  leave({ ...taken.lock.owner, address: 'http://127.0.0.1:1' })
  const refused = await commons(['migrate', '--data-dir', directory])
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(
    /^mentoring-commons: the gateway at http:\/\/127\.0\.0\.1:1 owns .* stop it and run the command again\n$/,
  )
})

test('of many who want a lock left behind, one gets it, and it is readable by nobody else', async () => {
  for (let time = 0; time < 20; time++) {
    leave(stale)
    const all = await Promise.all(Array.from({ length: 8 }, () => takeLock(directory)))
    const winners = all.flatMap((one) => ('lock' in one ? [one.lock] : []))
    expect(winners).toHaveLength(1)
    expect(JSON.parse(readFileSync(path.join(directory, 'owner.json'), 'utf8')).id).toBe(winners[0]?.owner.id)
    await winners[0]?.release()
    expect(lockIn(directory)).toBeUndefined()
  }
})
