import { beforeAll, expect, test, vi } from 'vitest'
import {
  commons,
  countsIn,
  lockIn,
  migratedDirectory,
  patience,
  type Running,
  start,
  startGateway,
  until,
} from './program.ts'
import { writeMany } from './synthetic.ts'

vi.setConfig({ testTimeout: 4 * patience, hookTimeout: 2 * patience })

const folder = writeMany()
const { people, participations } = folder
const importArgs = ['import', folder.dir, '--map', folder.map]
let directory: string
beforeAll(async () => {
  directory = await migratedDirectory()
})

/** An import that is in the middle of its second file: the first is there, and of the second nothing may stay. */
async function importing(): Promise<Running> {
  const running = start('commons', [...importArgs, '--data-dir', directory])
  await until('the second file is read', running, () => /roles\.csv, [1-9]/.exec(running.stderr()) ?? undefined)
  return running
}

async function expectFirstFileOnly() {
  expect(await countsIn(directory)).toMatchObject({ person: people, participation: 0, cohort: 0 })
}

test('an import that is killed leaves each file whole or not at all', async () => {
  const killed = await importing()
  killed.kill('SIGKILL')
  expect((await killed.ended).signal).toBe('SIGKILL')
  expect(lockIn(directory)?.pid).toBe(killed.pid)
  await expectFirstFileOnly()
})

test('an import that is stopped with Ctrl-C says so, and leaves each file whole or not at all', async () => {
  const stopped = await importing()
  stopped.kill('SIGINT')
  const { code, stderr } = await stopped.ended
  expect(code).toBe(130)
  expect(stderr).toContain('roles.csv: stopped, nothing of it was imported')
  expect(stderr).not.toMatch(/\n {4}at /)
  expect(lockIn(directory)).toBeUndefined()
  await expectFirstFileOnly()
})

test('a gateway that is killed in the middle of an import, and a client that goes away, leave each file whole or not at all; then the import completes', async () => {
  const gateway = await startGateway(['--port', '0', '--data-dir', directory])
  const asking = await importing()
  gateway.kill('SIGKILL')
  const half = await asking.ended
  expect(half.code).toBe(1)
  expect(half.stderr).toMatch(/mentoring-commons: the gateway at \S+ stopped half-way .*Run the command again\n$/)
  expect(half.stderr).not.toMatch(/\n {4}at /)
  expect(lockIn(directory)?.pid).toBe(gateway.pid)
  await expectFirstFileOnly()

  const next = await startGateway(['--port', '0', '--data-dir', directory])
  expect(lockIn(directory)?.pid).toBe(next.pid)
  const leaving = await importing()
  leaving.kill('SIGINT')
  expect((await leaving.ended).code).toBe(130)
  const whole = await commons([...importArgs, '--data-dir', directory])
  expect(whole.code).toBe(0)
  expect(whole.stderr).toContain(`people.csv: ${people} rows: 0 new, 0 changed, ${people} unchanged`)
  expect(whole.stderr).toContain(`roles.csv: ${participations} rows: ${participations} new`)
  next.kill('SIGTERM')
  expect(await next.ended).toMatchObject({ code: 0, stderr: '' })
})
