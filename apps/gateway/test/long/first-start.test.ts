import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { commons, countsIn, newPath, start, until } from '../process/program.ts'

test.each([0, 50, 400, 1500])(
  'a first start that is killed %i ms after it began to write is made anew by the next',
  async (delay) => {
    const directory = newPath()
    const killed = start('commons', ['migrate', '--data-dir', directory])
    const begun = path.join(directory, 'database')
    await until('something is written', killed, () => (existsSync(begun) ? true : undefined))
    await until('the database is being made', killed, () =>
      existsSync(path.join(begun, 'PG_VERSION')) ? true : undefined,
    )
    await wait(delay)
    killed.kill('SIGKILL')
    await killed.ended
    expect(await commons(['migrate', '--data-dir', directory])).toMatchObject({
      code: 0,
      stderr: 'the database is up to date\n',
    })
    expect(existsSync(`${begun}.unfinished`)).toBe(false)
    expect(Object.values(await countsIn(directory)).every((rows) => rows === 0)).toBe(true)
  },
)
