import {
  actionResearch,
  type EventStore,
  handle,
  type InquiryEvent,
  memoryStore,
} from '@mentoring-commons/action-research'
import { expect, test } from 'vitest'
import { beginCycle, beginInquiry, begun } from './history.ts'

test('a command is decided on what the stream holds, and recorded in it', async () => {
  const store = memoryStore<InquiryEvent>()
  const ask = handle(store, actionResearch())
  expect(await ask('i1', beginInquiry)).toEqual({ events: begun.slice(0, 1), version: 1 })
  expect(await ask('i1', beginCycle)).toEqual({ events: begun.slice(1), version: 2 })
  expect(await store.read('i1')).toEqual({ events: begun, version: 2 })
})

test('a refusal records nothing, and streams do not know of each other', async () => {
  const store = memoryStore<InquiryEvent>()
  const ask = handle(store, actionResearch())
  await ask('i1', beginInquiry)
  expect(await ask('i2', beginCycle)).toMatchObject({ refusal: { code: 'not-begun' } })
  expect(await store.read('i2')).toEqual({ events: [], version: 0 })
})

test('of two commands at the same time one is recorded and the other is told to come again', async () => {
  const store = memoryStore<InquiryEvent>()
  const ask = handle(store, actionResearch())
  await ask('i1', beginInquiry)
  const answers = await Promise.all([ask('i1', beginCycle), ask('i1', { ...beginCycle, cycle: 'c2' })])
  expect(answers.filter((answer) => 'events' in answer)).toHaveLength(1)
  expect(answers.find((answer) => 'refusal' in answer)).toEqual({
    refusal: { code: 'stale-version', message: 'stream "i1" is no longer at version 1; handle the command again' },
  })
  expect((await store.read('i1')).version).toBe(2)
})

test('a stream that cannot be read whole is refused with its first odd event, and nothing is decided on the rest', async () => {
  for (const [odd, code] of [
    [{ ...begun[1], eventVersion: 2 }, 'event-newer'],
    [{ type: 'InquiryPublished' }, 'event-unknown'],
    [{ type: 'CycleBegun', cycle: 'c1' }, 'event-malformed'],
    [{ type: 'CycleClosed', cycle: 'c1', on: '2026-04-30' }, 'history-broken'],
  ] as const) {
    const store = memoryStore<InquiryEvent>()
    await store.append('i1', 0, [...begun.slice(0, 1), odd as unknown as InquiryEvent])
    expect(await handle(store, actionResearch())('i1', beginCycle)).toMatchObject({
      refusal: { code, path: 'events[1]' },
    })
    expect((await store.read('i1')).version).toBe(2)
  }
})

test('a decision without events appends nothing', async () => {
  const store: EventStore<string> = {
    read: async () => ({ events: ['a', 'b'], version: 2 }),
    append: () => Promise.reject(new Error('nothing is to be appended')),
  }
  const count = { initialState: 0, decide: () => ({ events: [] }), evolve: (state: number) => state + 1 }
  expect(await handle(store, count)('s', 'look')).toEqual({ events: [], version: 2 })
})
