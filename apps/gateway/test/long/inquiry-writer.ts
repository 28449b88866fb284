import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { actionResearch, type InquiryEvent } from '@mentoring-commons/action-research'
import { defineRelations } from 'drizzle-orm'
import { openPostgres } from '../../src/db/postgres.ts'
import { inquiryEvents, restored } from '../../src/modules/action-research/store.ts'

/**
 * Writes to inquiries without end, in a process of its own, and waits to be killed. It opens the database and says `ready`;
 * at `go` it begins, and says of each batch `decided` before it is appended and `committed` after it is.
 */
const [ownerUrl = '', institutionId = ''] = process.argv.slice(2)
const appUrl = process.env.APP_URL
const rules = actionResearch()
const say = (word: string, rest = '') => process.stdout.write(`${word}${rest}\n`)

const database = await openPostgres(
  { ownerUrl, poolSize: 1, ...(appUrl === undefined ? {} : { appUrl }) },
  defineRelations({}),
)
await database.ping()
say('ready')

const recorded = { by: randomUUID(), at: '2026-03-02T09:00:00.000Z' }
const batchSize = 3

for await (const _ of createInterface({ input: process.stdin })) {
  const streams = Array.from({ length: 8 }, () => randomUUID())
  for (let turn = 0; ; turn++) {
    const id = streams[turn % streams.length] ?? ''
    await database.within(institutionId, 'write', async (tx) => {
      const store = inquiryEvents(tx, institutionId, recorded)
      const { events, version } = await store.read(id)
      let state = restored(id, events)
      const batch: InquiryEvent[] = []
      const mark = randomUUID()
      for (let part = 0; part < batchSize; part++) {
        const decision = rules.decide(
          state.status === 'not-begun'
            ? {
                type: 'BeginInquiry',
                inquiry: id,
                question: 'What holds when it is cut off?',
                values: [mark],
                model: 'lewin',
                policy: 'responsive',
                authors: [mark],
                on: '2026-01-05',
              }
            : { type: 'StateProblem', problem: `${mark}/${part}`, statement: 'It may be cut off', on: '2026-01-05' },
          state,
        )
        if ('refusal' in decision) throw new Error(decision.refusal.message)
        batch.push(...decision.events)
        state = decision.events.reduce(rules.evolve, state)
      }
      say('decided', ` ${id} ${version} ${mark}`)
      const appended = await store.append(id, version, batch)
      if ('refusal' in appended) throw new Error(appended.refusal)
    })
    // Said only when the transaction is over: this is what must not be lost.
    say('committed', ` ${id} ${turn}`)
  }
}
