import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cpuOfTree } from './cpu-time.ts'
import { byHand } from './reporting-by-hand.ts'
import { fillInstitution } from './reporting-facts.ts'

/**
 * Makes reports of institutions of several sizes in one PostgreSQL, in turn with the same figures by hand-written SQL, and says what each
 * takes: one JSON value a line, `{ say }` for people and at last `{ sizes }`, each with lists of processor milliseconds.
 */
const [root = '', sizes = '[]', rounds = '1'] = process.argv.slice(2)
const gateway = (file: string) => import(pathToFileURL(path.join(root, 'apps/gateway', file)).href)
const write = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`)

const [{ openPostgres }, { relations }, { startPostgres }, { buildReport }, { exact }] = await Promise.all([
  gateway('src/db/postgres.ts'),
  gateway('src/relations.ts'),
  gateway('test/harness/server.ts'),
  gateway('src/modules/reporting/build.ts'),
  import(pathToFileURL(path.join(root, 'packages/reporting/src/index.ts')).href),
])
const { default: postgres } = await import(
  pathToFileURL(path.join(root, 'apps/gateway/node_modules/postgres/src/index.js')).href
)
const server = await startPostgres()
const pid = Number(readFileSync(path.join(server.directory, 'data/postmaster.pid'), 'utf8').split('\n')[0])
const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + cpuOfTree(pid)
}

type Place = Awaited<ReturnType<typeof fillInstitution>> & {
  readonly institution: string
  readonly programme: string
  readonly ours: number[]
  readonly peer: number[]
}

interface Figure {
  readonly id: string
  readonly by: Readonly<Record<string, string>>
  readonly value?: number
}

try {
  const database = await openPostgres({ ownerUrl: server.url }, relations)
  await database.migrate(path.join(root, 'apps/gateway/migrations'))
  const owner = postgres(server.url, { max: 1, onnotice: () => {} })
  const run = (statement: string) => owner.unsafe(statement)
  const places: Place[] = []
  for (const answers of JSON.parse(sizes) as number[]) {
    const seed = `bench-${answers}`
    const facts = await fillInstitution(run, seed, answers, (say) => write({ say }))
    const [row] = await run(`select institution_id as institution, id as programme from commons.programme p
      where institution_id = (select id from commons.institution where key = '${seed}')`)
    places.push({ ...facts, ...row, ours: [], peer: [] })
  }
  await run('vacuum analyze')
  const report = (place: Place): Promise<{ figures: readonly Figure[] }> =>
    database.within(place.institution, 'read', (tx: never) =>
      buildReport(tx, place.institution, { id: place.programme, key: 'p', title: 'P' }, exact, '2026-01-01'),
    )
  const hand = (place: Place) =>
    owner.begin(async (tx: { unsafe(statement: string): Promise<readonly Record<string, unknown>[]> }) => {
      const answers = []
      for (const statement of byHand(place.institution, place.programme)) answers.push(await tx.unsafe(statement))
      return answers
    })
  // The same figures, or the comparison is of nothing.
  for (const place of places) {
    const [{ figures }, answers] = [await report(place), await hand(place)]
    const ticks = (found: readonly Record<string, unknown>[]) => found.reduce((sum, { n }) => sum + Number(n), 0)
    const ours = figures.filter(({ id }) => id.startsWith('survey.')).reduce((sum, { value = 0 }) => sum + value, 0)
    const theirs = ticks(answers[5] ?? [])
    // Answers of groups of fewer than five are hidden from everybody, which happens where there are few answers.
    const hidden = figures.some(({ id, value }) => id.startsWith('survey.') && value === undefined)
    if (hidden ? ours > theirs : ours !== theirs)
      throw new Error(`the report counts ${ours} ticks, by hand there are ${theirs}`)
    const mentees = figures.find(({ id, by }) => id === 'people.mentee' && Object.keys(by).length === 0)?.value
    const byHandMentees = (answers[0] ?? []).find(
      ({ role, ordinal }: Record<string, unknown>) => role === 'mentee' && ordinal === null,
    )?.n
    if (mentees !== Number(byHandMentees))
      throw new Error(`the report counts ${mentees} mentees, by hand there are ${byHandMentees}`)
    write({ say: `${place.answers} answers: ${figures.length} figures, the same by hand` })
  }
  const measured = async (work: () => Promise<unknown>) => {
    const before = cpuMs()
    await work()
    return cpuMs() - before
  }
  for (let round = 0; round < Number(rounds); round += 1)
    for (const place of places) {
      const both = { ours: () => report(place), peer: () => hand(place) }
      for (const who of round % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const))
        place[who].push(await measured(both[who]))
      write({
        say: `round ${round + 1}, ${place.answers} answers: ours ${place.ours.at(-1)?.toFixed(0)}, by hand ${place.peer.at(-1)?.toFixed(0)} ms CPU`,
      })
    }
  write({ sizes: places.map(({ answers, meetings, ours, peer }) => ({ answers, meetings, ours, peer })) })
  await owner.end()
  await database.close()
} finally {
  await server.stop()
}
