import { sql } from 'drizzle-orm'
import type { Database } from '../../src/db/database.ts'
import { openPglite } from '../../src/db/pglite.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { importDirectory } from '../../src/intake/import.ts'
import { parseMapping } from '../../src/intake/mapping.ts'
import type { IntakePort, IntakeWriter } from '../../src/intake/port.ts'
import { intakeStore } from '../../src/intake/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { relations } from '../../src/relations.ts'

/** Imports `people.csv` of a folder in a process of its own, and says on standard output how far it is and what memory it took. */
const [dir = '', target = '', migrations = ''] = process.argv.slice(2)

const parsed = parseMapping(
  JSON.stringify({
    version: 1,
    institution: { key: 'u', name: 'U' },
    programme: { key: 'p', title: 'P' },
    files: [
      {
        file: 'people.csv',
        as: 'people',
        fields: { externalId: { column: 'id' }, country: { column: 'country' }, continent: { column: 'continent' } },
      },
    ],
  }),
)
if ('refusals' in parsed) throw new Error('the mapping is refused')
const mapping = parsed.value
const institution = institutionIdOf('u')
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`)

/** A port that keeps nothing. */
function nowhere(): IntakePort {
  const all = async (batch: readonly unknown[]) => ({ inserted: batch.length, updated: 0, unchanged: 0 })
  const nothing = async () => {}
  const writer: IntakeWriter = {
    nested: async (work) => (await work()).value,
    programme: nothing,
    survey: nothing,
    people: all,
    participations: all,
    relationships: all,
    responses: (_, batch) => all(batch),
    unknownPeople: async () => new Set(),
    erasedPeople: async () => new Set(),
    beginFile: nothing,
    repeated: async () => [],
    oddities: async () => [],
  }
  return { transaction: async (work) => (await work(writer)).value }
}

async function open(): Promise<Database<typeof relations> | undefined> {
  if (target === 'nowhere') return undefined
  const database = await (target.startsWith('postgres:')
    ? openPostgres({ ownerUrl: target }, relations)
    : openPglite(target, relations))
  await database.migrate(migrations)
  await database.asOwner((tx) =>
    tx.execute(
      sql`insert into commons.institution (id, key, name, created_at) values (${institution}, 'u', 'U', '2026-01-01') on conflict do nothing`,
    ),
  )
  await database.within(institution, 'read', (tx) => tx.execute(sql`select count(*) from commons.person`))
  return database
}

const database = await open()
const idle = process.memoryUsage.rss()
let peak = idle
let told = 0
const report = await importDirectory({
  dir,
  mapping,
  port: database === undefined ? nowhere() : intakeStore(database, institution, mapping.programme),
  onProgress: ({ rows }) => {
    peak = Math.max(peak, process.memoryUsage.rss())
    if (rows - told < 10_000) return
    told = rows
    say({ rows })
  },
})
say({ idle, peak: Math.max(peak, process.memoryUsage.rss()), report })
await database?.close()
