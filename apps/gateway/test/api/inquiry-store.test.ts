import { randomUUID } from 'node:crypto'
import { type EventStore, type InquiryEvent, memoryStore } from '@mentoring-commons/action-research'
import { eventStoreContract } from '@mentoring-commons/action-research/testing'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { walks } from '../../../../packages/action-research/test/walk.ts'
import { rowsOf, type Transaction } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { findInquiryFor, inquiryEvents, restored, UnreadableHistory } from '../../src/modules/action-research/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
const [north, south] = [institutionIdOf('north'), institutionIdOf('south')]
const recorded = { by: randomUUID(), at: '2026-03-02T09:00:00.000Z' }

/** A store whose calls each have a transaction of their own, so that appends at the same time meet in the database. */
function storeIn(institutionId: string): EventStore<InquiryEvent> {
  const within = gateway.database.within
  return {
    read: (stream) => within(institutionId, 'read', (tx) => inquiryEvents(tx, institutionId, recorded).read(stream)),
    append: (stream, version, events) =>
      within(institutionId, 'write', (tx) =>
        inquiryEvents(tx, institutionId, recorded).append(stream, version, events),
      ),
  }
}

/** An empty store: names of streams mean other ids in each. */
function emptyStore(): EventStore<InquiryEvent> {
  const store = storeIn(north)
  const ids = new Map<string, string>()
  const idOf = (stream: string) => ids.get(stream) ?? ids.set(stream, randomUUID()).get(stream) ?? ''
  return {
    read: (stream) => store.read(idOf(stream)),
    append: (stream, version, events) => store.append(idOf(stream), version, events),
  }
}

beforeAll(async () => {
  gateway = await testGateway()
})

const begun: InquiryEvent = {
  type: 'InquiryBegun',
  inquiry: 'i1',
  question: 'How do first meetings become more open?',
  values: ['trust'],
  model: 'kemmis-mctaggart',
  facets: ['plan', 'act', 'observe', 'reflect'],
  policy: 'responsive',
  authors: ['ana'],
  on: '2026-01-05',
}
const note = (number: number): InquiryEvent => ({
  type: 'EthicsApprovalRecorded',
  approval: `approval-${number}`,
  from: '2026-01-01',
  to: '2026-12-31',
})
const cycle = (key: string): InquiryEvent => ({ type: 'CycleBegun', cycle: key, on: '2026-01-12', learning: [] })

const rowOf = async (id: string) => {
  const [row] = await gateway.database.within(north, 'read', (tx) =>
    rowsOf(tx, sql`select question, model_id, status, version from commons.inquiry where id = ${id}`),
  )
  return row
}
const asOwner = (statement: ReturnType<typeof sql>) => gateway.database.asOwner((tx) => tx.execute(statement))

describe('the contract of event stores', () => {
  for (const { name, run } of eventStoreContract(() => emptyStore())) test(name, run)
})

describe('the row of an inquiry', () => {
  test('says what its events say, and keeps up with them', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [begun, note(1)])
    expect(await rowOf(id)).toEqual({
      question: begun.question,
      model_id: 'kemmis-mctaggart',
      status: 'underway',
      version: 2,
    })
    await storeIn(north).append(id, 2, [note(2)])
    expect(await rowOf(id)).toMatchObject({ question: begun.question, version: 3 })
  })

  test('stays as it was where an append is refused', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [begun])
    await storeIn(north).append(id, 0, [note(1), note(2)])
    expect(await rowOf(id)).toMatchObject({ version: 1 })
  })
})

describe('writers at the same time', () => {
  test('of several events each, at one version: exactly one wins each time, and all of its events are there', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [begun])
    for (let round = 0; round < 4; round++) {
      const version = 1 + round * 3
      const batch = (writer: number) => [0, 1, 2].map((part) => note(round * 100 + writer * 10 + part))
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, writer) => storeIn(north).append(id, version, batch(writer))),
      )
      const won = answers.flatMap((answer, writer) => ('version' in answer ? [writer] : []))
      expect(won).toHaveLength(1)
      expect(answers.filter((answer) => 'refusal' in answer)).toHaveLength(5)
      const { events } = await storeIn(north).read(id)
      expect(events.slice(version)).toEqual(batch(won[0] ?? -1))
      expect(await rowOf(id)).toMatchObject({ version: version + 3 })
    }
  })

  test('who begin one stream at the same moment: one begins it', async () => {
    const id = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, writer) => storeIn(north).append(id, 0, [begun, note(writer), note(writer + 10)])),
    )
    expect(answers.filter((answer) => 'version' in answer)).toEqual([{ version: 3 }])
    expect((await storeIn(north).read(id)).version).toBe(3)
  })
})

test('random histories of all commands are the same from memory and from the database, and lead to one state', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      walks,
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
      async (walk, sizes) => {
        const id = randomUUID()
        const [memory, store] = [memoryStore<InquiryEvent>(), storeIn(north)]
        for (let at = 0, turn = 0; at < walk.events.length; turn++) {
          const part = walk.events.slice(at, at + (sizes[turn % sizes.length] ?? 1))
          expect(await store.append(id, at, part)).toEqual(await memory.append(id, at, part))
          at += part.length
        }
        const { events, version } = await store.read(id)
        expect({ events, version }).toEqual(await memory.read(id))
        expect(restored(id, events)).toEqual(walk.states.at(-1))
        for (const { type } of events) seen.add(type)
      },
    ),
    { numRuns: 25, seed: 20261124, endOnFailure: true },
  )
  for (const type of ['CycleSuspended', 'OutlookRecorded', 'Annotated', 'StakeholderNamed', 'ConsentWithdrawn'])
    expect(seen, type).toContain(type)
  expect(seen.size).toBeGreaterThan(20)
})

describe('an append', () => {
  test('that is refused leaves its transaction fit for more', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [note(1)])
    const answers = await gateway.database.within(north, 'write', async (tx) => {
      const store = inquiryEvents(tx, north, recorded)
      return [await store.append(id, 0, [note(2), note(3)]), await store.append(id, 1, [note(4)])]
    })
    expect(answers).toEqual([{ refusal: 'stale-version' }, { version: 2 }])
  })

  test('that meets a number already taken records none of its events, and is stale', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [note(1), note(2)])
    const answers = await gateway.database.within(north, 'write', async (tx) => {
      const store = inquiryEvents(tx, north, recorded)
      const late = inquiryEvents(blind(tx), north, recorded)
      return [await late.append(id, 0, [note(7), note(8), note(9)]), await store.read(id)]
    })
    expect(answers).toEqual([{ refusal: 'stale-version' }, { events: [note(1), note(2)], version: 2 }])
    expect(await rowOf(id)).toMatchObject({ version: 2 })
  })

  test('of nothing records nothing', async () => {
    const id = randomUUID()
    expect(await storeIn(north).append(id, 0, [])).toEqual({ version: 0 })
    expect(await rowOf(id)).toBeUndefined()
  })

  test('at a version that is none is a caller’s bug', async () => {
    for (const version of [-1, 1.5, Number.NaN])
      await expect(storeIn(north).append(randomUUID(), version, [note(1)])).rejects.toThrow(RangeError)
  })

  test('keeps institutions apart, under one id', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [note(1), note(2)])
    expect(await storeIn(south).read(id)).toEqual({ events: [], version: 0 })
    expect(await storeIn(south).append(id, 0, [note(3)])).toEqual({ version: 1 })
    expect((await storeIn(north).read(id)).version).toBe(2)
  })

  test('a failure other than a rival’s is no stale version', async () => {
    const append = gateway.database.within(north, 'write', (tx) =>
      inquiryEvents(tx, north, { by: 'nobody', at: recorded.at }).append(randomUUID(), 0, [note(1)]),
    )
    await expect(append).rejects.toSatisfy((error) => sqlStateOf(error) === '22P02')
  })
})

describe('a history that this version cannot read', () => {
  const spoil = async (change: object) => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [begun, note(1), note(2)])
    await asOwner(
      sql`update commons.inquiry_event set event = ${JSON.stringify(change)}::text::jsonb where inquiry_id = ${id} and number = 2`,
    )
    return id
  }

  test('is refused whole, with the event and what to do, not read without that event', async () => {
    const id = await spoil({ type: 'SomethingOfTheFuture', eventVersion: 3 })
    await expect(storeIn(north).read(id)).rejects.toThrow(
      `event 2 of inquiry ${id} is "SomethingOfTheFuture" in version 3, which this version of the gateway cannot read`,
    )
    await expect(storeIn(north).append(id, 3, [note(3)])).rejects.toThrow(UnreadableHistory)
    await expect(gateway.database.within(north, 'read', (tx) => findInquiryFor(tx, north, id))).rejects.toThrow(
      UnreadableHistory,
    )
  })

  test('so is a known event in a newer version, and one without its fields', async () => {
    for (const change of [
      { ...note(1), eventVersion: 2 },
      { type: 'EthicsApprovalRecorded', approval: 'a' },
    ])
      await expect(storeIn(north).read(await spoil(change))).rejects.toThrow(/^event 2 of inquiry/)
  })

  test('so is one in which an event is missing', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [begun, note(1), note(2)])
    await asOwner(sql`delete from commons.inquiry_event where inquiry_id = ${id} and number = 2`)
    await expect(storeIn(north).read(id)).rejects.toThrow(`event 2 of inquiry ${id} is missing`)
  })
})

describe('an inquiry as something done', () => {
  const find = (id: string) => gateway.database.within(north, 'read', (tx) => findInquiryFor(tx, north, id))

  test('says what it asked, since when and by whom', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [begun, cycle('c1')])
    expect(await find(id)).toEqual({ id, question: begun.question, begunOn: '2026-01-05', authorIds: ['ana'] })
  })

  test('ends with its last cycle, where none runs', async () => {
    const id = randomUUID()
    const abandoned = (key: string, on: string): InquiryEvent => ({
      type: 'CycleAbandoned',
      cycle: key,
      on,
      reason: 'no time',
    })
    await storeIn(north).append(id, 0, [begun, cycle('c1'), cycle('c2'), abandoned('c2', '2026-02-20')])
    expect(await find(id)).not.toHaveProperty('endedOn')
    await storeIn(north).append(id, 4, [abandoned('c1', '2026-02-10')])
    expect((await find(id))?.endedOn).toBe('2026-02-20')
  })

  test('is not there in another institution, or at all; one whose beginning is missing is told', async () => {
    const id = randomUUID()
    await storeIn(north).append(id, 0, [note(1)])
    await expect(find(id)).rejects.toThrow(UnreadableHistory)
    expect(await find(randomUUID())).toBeUndefined()
    const theirs = randomUUID()
    await storeIn(south).append(theirs, 0, [begun])
    expect(await find(theirs)).toBeUndefined()
  })
})

test('what was recorded cannot be rewritten', async () => {
  for (const statement of [
    'update commons.inquiry_event set number = 1',
    'delete from commons.inquiry_event',
    'delete from commons.inquiry',
  ])
    await expect(
      gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement))),
      statement,
    ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
})

/** A transaction that reads nothing: what a rival wrote meanwhile is met only when its numbers are written again. */
function blind(tx: Transaction): Transaction {
  const nothing: object = new Proxy(Promise.resolve([]), {
    get: (promise, step) => (step === 'then' ? promise.then.bind(promise) : () => nothing),
  })
  return new Proxy(tx, {
    get: (target, name) => (name === 'select' ? () => nothing : Reflect.get(target, name, target)),
  })
}
