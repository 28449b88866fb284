import { randomUUID } from 'node:crypto'
import type { InquiryEvent } from '@mentoring-commons/action-research'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { type RebuildSetting, rebuildInquiries } from '../../src/modules/action-research/rebuild/commands.ts'
import { inquiryEvents } from '../../src/modules/action-research/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import type { OperatorEvent } from '../../src/operator/request.ts'
import { work } from '../../src/operator/work.ts'
import { testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
const [north, south] = [institutionIdOf('north'), institutionIdOf('south')]
const recorded = { by: randomUUID(), at: '2026-03-02T09:00:00.000Z' }
const ids: string[] = []

beforeAll(async () => {
  gateway = await testGateway()
  for (let index = 0; index < 25; index++) ids.push(await append(north))
  await append(south)
})
beforeEach(() => spoil(sql`delete from commons.inquiry_rebuild`))

const begun = (inquiry: string): InquiryEvent => ({
  type: 'InquiryBegun',
  inquiry,
  question: `What of ${inquiry}?`,
  values: ['trust'],
  model: 'lewin',
  facets: ['plan', 'act', 'observe', 'reflect'],
  policy: 'responsive',
  authors: ['ana'],
  on: '2026-01-05',
})
const cycle: InquiryEvent = { type: 'CycleBegun', cycle: 'c1', on: '2026-01-12', learning: [] }

async function append(institutionId: string): Promise<string> {
  const id = randomUUID()
  await gateway.database.within(institutionId, 'write', (tx) =>
    inquiryEvents(tx, institutionId, recorded).append(id, 0, [begun(id), cycle]),
  )
  return id
}

const spoil = (statement: ReturnType<typeof sql>) => gateway.database.asOwner((tx) => tx.execute(statement))
const rows = () =>
  gateway.database.asOwner((tx) =>
    rowsOf<{ id: string }>(
      tx,
      sql`select id, question, model_id, status, version, begun_at::text as begun from commons.inquiry order by id`,
    ),
  )
const rebuild = (more: Partial<RebuildSetting> = {}) =>
  rebuildInquiries({
    write: (inside) => gateway.database.within(north, 'write', inside),
    institutionId: north,
    now: () => recorded.at,
    signal: new AbortController().signal,
    onProgress: () => {},
    onUnreadable: () => {},
    batch: 4,
    ...more,
  })

describe('rows that are made anew from events', () => {
  test('are left where they are right, and repaired where they say something else', async () => {
    const right = await rows()
    expect(await rebuild()).toMatchObject({ done: 25, total: 25, repaired: 0, unreadable: 0, stopped: false })
    await spoil(sql`update commons.inquiry set question = 'planted' where id = ${ids[0]}`)
    await spoil(sql`update commons.inquiry set version = 77 where id = ${ids[1]}`)
    await spoil(sql`update commons.inquiry set status = 'not-begun', model_id = 'x' where id = ${ids[2]}`)
    await spoil(sql`update commons.inquiry set begun_at = '2020-01-01' where id = ${ids[3]}`)
    expect(await rows()).not.toEqual(right)
    expect(await rebuild()).toMatchObject({ done: 25, repaired: 4 })
    expect(await rows()).toEqual(right)
    expect(await rebuild()).toMatchObject({ repaired: 0 })
  })

  test('are of the institution that was entered, and of no other', async () => {
    await spoil(sql`update commons.inquiry set question = 'planted' where institution_id = ${south}`)
    expect(await rebuild()).toMatchObject({ total: 25, repaired: 0 })
    expect(
      (await rebuild({ write: (inside) => gateway.database.within(south, 'write', inside), institutionId: south }))
        .repaired,
    ).toBe(1)
  })

  test('are made from where a run was stopped, whatever stopped it', async () => {
    const right = await rows()
    await spoil(sql`update commons.inquiry set question = 'planted', version = 9 where institution_id = ${north}`)
    const stop = new AbortController()
    const seen: number[] = []
    const first = await rebuild({
      signal: stop.signal,
      onProgress: ({ done }) => {
        seen.push(done)
        if (done >= 8) stop.abort()
      },
    })
    expect(first).toMatchObject({ done: 8, repaired: 8, stopped: true, resumed: false })
    expect(seen).toEqual([4, 8])
    // One that dies in the middle of a batch has done nothing of it.
    let writes = 0
    const dying = rebuild({
      write: (inside) =>
        gateway.database.within(north, 'write', async (tx) => {
          const answer = await inside(tx)
          writes += 1
          if (writes === 3) throw new Error('killed')
          return answer
        }),
    })
    await expect(dying).rejects.toThrow('killed')
    const last = await rebuild({ onProgress: ({ done }) => seen.push(done) })
    expect(last).toMatchObject({ done: 25, repaired: 25, stopped: false, resumed: true })
    expect(seen).toEqual([4, 8, 16, 20, 24, 25])
    expect(await rows()).toEqual(right)
    expect(await rebuild()).toMatchObject({ done: 25, repaired: 0, resumed: false })
  })

  test('let a stop from outside have its turn between two batches', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 0)
    const { done, stopped } = await rebuild({ batch: 1, signal: stop.signal })
    expect(stopped).toBe(true)
    expect(done).toBeLessThan(25)
  })

  test('stay as they are where a history cannot be read, which is told; the others are repaired', async () => {
    const id = await append(north)
    await spoil(sql`update commons.inquiry set question = 'planted' where id in (${id}, ${ids[5]})`)
    await spoil(
      sql`update commons.inquiry_event set event = '{"type":"OfTheFuture"}' where inquiry_id = ${id} and number = 2`,
    )
    const told: string[] = []
    expect(await rebuild({ onUnreadable: (message) => told.push(message) })).toMatchObject({
      done: 26,
      repaired: 1,
      unreadable: 1,
    })
    expect(told).toEqual([expect.stringContaining(`event 2 of inquiry ${id}`)])
    expect(await rows()).toContainEqual(expect.objectContaining({ id, question: 'planted' }))
    await spoil(
      sql`update commons.inquiry_event set event = ${JSON.stringify(cycle)}::text::jsonb where inquiry_id = ${id} and number = 2`,
    )
    expect(await rebuild()).toMatchObject({ repaired: 1, unreadable: 0 })
  })
})

describe('the command', () => {
  const run = async (institution?: string, signal = new AbortController().signal) => {
    const events: OperatorEvent[] = []
    const shop = { database: gateway.database, now: () => recorded.at, newId: randomUUID, development: undefined }
    const request = {
      command: 'rebuild',
      what: 'inquiries',
      ...(institution === undefined ? {} : { institution }),
    } as const
    const code = await work(shop, request, (event) => events.push(event), signal)
    return { code, notes: events.flatMap((one) => (one.kind === 'note' ? [one.text] : [])), events }
  }

  test('tells how far it is, institution by institution', async () => {
    await spoil(sql`update commons.inquiry set question = 'planted' where id = ${ids[7]}`)
    const { code, notes, events } = await run()
    expect(code).toBe(0)
    expect(notes.toSorted()).toEqual([
      'north: 26 of 26 inquiries looked at, 1 repaired, 0 not readable',
      'south: 1 of 1 inquiries looked at, 0 repaired, 0 not readable',
    ])
    expect(events).toContainEqual({
      kind: 'progress',
      text: '[####################] 100 %  north, 26 of 26 inquiries, 1 repaired',
    })
    expect((await run('south')).notes).toEqual(['south: 1 of 1 inquiries looked at, 0 repaired, 0 not readable'])
  })

  test('that is stopped says so, and goes on from there', async () => {
    const stopped = new AbortController()
    stopped.abort()
    expect(await run('north', stopped.signal)).toMatchObject({
      code: 1,
      notes: ['north: stopped after 0 of 26 inquiries; run the command again, and it goes on from there'],
    })
  })

  test('for an institution that there is not is refused with those that there are', async () => {
    const { code, notes } = await run('west')
    expect(code).toBe(1)
    expect(notes[0]).toMatch(/there is no institution "west"; there is: .*north/)
  })
})
