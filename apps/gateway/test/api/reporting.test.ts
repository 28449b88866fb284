import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { importDirectory } from '../../src/intake/import.ts'
import { parseMapping } from '../../src/intake/mapping.ts'
import { intakeStore } from '../../src/intake/store.ts'
import { foundInstitution } from '../../src/modules/people/commands.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Answer, type Asker, globalId, testGateway } from '../harness/gateway.ts'

const data = path.resolve(
  process.env.MENTORING_SHARED ?? path.join(import.meta.dirname, '../../../../../shared'),
  'data/open-seeds',
)
const here = existsSync(data)
const mappingFile = path.resolve(import.meta.dirname, '../../../../examples/open-seeds/mapping.json')

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let analyst: Asker

interface Figure {
  readonly id: string
  readonly by: { readonly cohort: string | null; readonly choice: string | null; readonly country: string | null }
  readonly value: number | null
  readonly suppressed: string | null
  readonly n: number | null
}

const query =
  '{ programme(key: "open-seeds") { id impactReport { asOf policy figures { id by { cohort choice country } value suppressed n } } } }'
const figuresOf = (answer: Answer): readonly Figure[] => {
  expect(answer.errors).toBeUndefined()
  return answer.data.programme.impactReport.figures
}
const whole = (figures: readonly Figure[], id: string) =>
  figures.find((figure) => figure.id === id && Object.values(figure.by).every((part) => part === null))

describe.skipIf(!here)(`the real programme${here ? '' : ' (skipped: ../shared/data/open-seeds is not here)'}`, () => {
  beforeAll(async () => {
    gateway = await testGateway()
    const parsed = parseMapping(readFileSync(mappingFile, 'utf8'))
    if (!('value' in parsed)) throw new Error(JSON.stringify(parsed.refusals))
    const mapping = parsed.value
    await gateway.database.within(institutionIdOf('ols'), 'write', (tx) =>
      foundInstitution(tx, { ...mapping.institution, now: gateway.clock.now }),
    )
    const report = await importDirectory({
      dir: data,
      mapping,
      port: intakeStore(gateway.database, institutionIdOf('ols'), mapping.programme),
    })
    expect(report.files.map(({ outcome }) => outcome)).toEqual(Array(6).fill('imported'))
    coordinator = await gateway.signIn('coordinator', 'ols')
    analyst = await gateway.signIn('analyst', 'ols')
  }, 300_000)

  test('gives a coordinator its known totals exactly', async () => {
    const answer = await coordinator.ask(query)
    const figures = figuresOf(answer)
    expect(answer.data.programme.impactReport.policy).toBe('exact')
    const totals = Object.fromEntries(
      [
        'people.mentee',
        'people.mentor',
        'people.expert',
        'people.speaker',
        'people.facilitator',
        'people.organizer',
        'projects.total',
        'projects.graduated',
        'places.mentee',
        'places.mentor',
        'pathway.mentee-to-mentor',
        'pathway.mentee-to-mentor-or-expert',
      ].map((id) => [id, whole(figures, id)?.value]),
    )
    expect(totals).toEqual({
      'people.mentee': 273,
      'people.mentor': 105,
      'people.expert': 155,
      'people.speaker': 81,
      'people.facilitator': 11,
      'people.organizer': 5,
      'projects.total': 176,
      'projects.graduated': 138,
      'places.mentee': 293,
      'places.mentor': 213,
      'pathway.mentee-to-mentor': 33,
      'pathway.mentee-to-mentor-or-expert': 49,
    })
  })

  test('every count by cohort and country agrees with one counted from the files by other means', async () => {
    const figures = figuresOf(await coordinator.ask(query))
    const roles = rowsIn('roles.csv').map(([person, cohort, role]) => ({
      person,
      cohort,
      role: role === 'participant' ? 'mentee' : role,
    }))
    const country = new Map(rowsIn('people.csv').map(([person, name]) => [person, name]))
    for (const role of ['mentee', 'mentor', 'expert', 'speaker', 'facilitator', 'organizer']) {
      for (const cohort of ['1', '2', '3', '4', '5', '6']) {
        const counted = new Set(
          roles.filter((one) => one.role === role && one.cohort === cohort).map(({ person }) => person),
        ).size
        const figure = figures.find(({ id, by }) => id === `people.${role}` && by.cohort === cohort)
        expect(figure?.value ?? 0, `${role} in ${cohort}`).toBe(counted)
      }
      const people = new Set(roles.filter((one) => one.role === role).map(({ person }) => person))
      const byCountry = figures.filter(({ id }) => id === `countries.${role}`)
      for (const name of new Set([...people].map((person) => country.get(person) ?? '').filter((name) => name !== '')))
        expect(byCountry.find(({ by }) => by.country === name)?.value, `${role} from ${name}`).toBe(
          [...people].filter((person) => country.get(person) === name).length,
        )
      expect(byCountry.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(people.size)
    }
  })

  test('single-choice answers add up to their responses, and responses to those in the files', async () => {
    const figures = figuresOf(await coordinator.ask(query)).filter(
      ({ id }) => id === 'survey.participant-mid.helps_me_work_openly',
    )
    const files = rowsIn('survey_participant_mid.csv')
    for (const cohort of ['1', '2', '3', '4', '5', '6']) {
      const cells = figures.filter(({ by }) => by.cohort === cohort)
      for (const choice of ['1', '2', '3', '4', '5'])
        expect(cells.find(({ by }) => by.choice?.startsWith(choice))?.value, `${choice} in ${cohort}`).toBe(
          files.filter((row) => row[0] === cohort && row[2] === choice).length,
        )
      expect(cells.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(cells[0]?.n)
    }
  })

  test('gives an analyst the same figures after disclosure control: rounded, percentages of few suppressed', async () => {
    const answer = await analyst.ask(query)
    const figures = figuresOf(answer)
    expect(answer.data.programme.impactReport.policy).toBe('hesa')
    const counts = figures.filter(({ id, value }) => value !== null && !id.endsWith('-rate'))
    expect(counts.length).toBeGreaterThan(500)
    expect(counts.filter(({ value, n }) => (value ?? 0) % 5 !== 0 || (n ?? 0) % 5 !== 0)).toEqual([])
    const exact = figuresOf(await coordinator.ask(query))
    const fewer = exact.filter(({ id, n }) => id === 'projects.graduation-rate' && (n ?? 0) < 22.5)
    expect(fewer.map(({ by }) => by.cohort)).toEqual(['1'])
    for (const { by } of fewer)
      expect(
        figures.find((figure) => figure.id === 'projects.graduation-rate' && figure.by.cohort === by.cohort)
          ?.suppressed,
      ).toBe('PERCENTAGE_OF_FEW')
    // A group that could be told by being listed is left out, and nothing else.
    const nameOf = ({ id, by }: Figure) => JSON.stringify([id, by])
    const shown = new Set(figures.map(nameOf))
    expect(figures.map(nameOf)).toEqual(exact.map(nameOf).filter((name) => shown.has(name)))
    expect(exact.length - figures.length).toBeLessThan(20)
  })

  test('the viewer’s strictest role counts: an analyst who coordinates too stays an analyst', async () => {
    const both = await gateway.signIn(['analyst', 'coordinator'], 'ols')
    expect((await both.ask(query)).data.programme.impactReport.policy).toBe('hesa')
  })

  test('asking for some indicators gives the same numbers as asking for all', async () => {
    const all = figuresOf(await analyst.ask(query)).filter(({ id }) => id === 'people.mentor')
    const some = figuresOf(await analyst.ask(query.replace('figures {', 'figures(ids: ["people.mentor"]) {')))
    expect(some).toEqual(all)
  })

  test('no text that is no declared choice is kept anywhere', async () => {
    const answers = await gateway.database.within(institutionIdOf('ols'), 'read', (tx) =>
      rowsOf<{ choice: string; count: number }>(
        tx,
        sql`select choice, count(*)::int as count from commons.survey_answer group by choice`,
      ),
    )
    expect(answers.find(({ choice }) => choice === 'other')?.count).toBeGreaterThan(0)
    expect(answers.filter(({ choice }) => !/^[a-z0-9][a-z0-9.-]*$/.test(choice))).toEqual([])
  })

  describe('to take away', () => {
    const request =
      'mutation ($programme: ID!, $format: ReportFormat!, $key: String) { requestReport(programme: $programme, format: $format, idempotencyKey: $key) { __typename ... on Job { id status total } ... on Refusal { code } } }'
    const read =
      'query ($id: ID!) { node(id: $id) { ... on Job { status done total message downloads { name url expiresAt } } } }'

    async function made(asker: Asker, format: string) {
      const programme = (await asker.ask('{ programme(key: "open-seeds") { id } }')).data.programme.id
      const id = (await asker.ask(request, { programme, format })).data.requestReport.id
      for (let tries = 0; tries < 300; tries++) {
        const job = (await asker.ask(read, { id })).data.node
        if (job.status === 'DONE') return { id, job }
        if (job.status === 'FAILED') throw new Error(`${job.message} ${gateway.failures.join()}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('the job did not end')
    }
    const pathOf = (url: string) => url.replace('http://gateway.example', '')

    test('a report is a job whose files open under signed addresses, for a while', async () => {
      const { job } = await made(analyst, 'JSON')
      expect(job).toMatchObject({ done: job.total, message: 'done' })
      const url = pathOf(job.downloads[0].url)
      const opened = await gateway.app.inject(url)
      expect(opened.statusCode).toBe(200)
      expect(opened.json()).toMatchObject({ programme: 'open-seeds', policy: 'hesa' })
      expect(Object.keys(opened.json().figures[0])).toEqual(['id', 'label', 'value', 'n', 'by', 'definition'])
      for (const forged of [
        url.replace('report.json', 'figures.csv'),
        url.replace(/expires=\d+/, 'expires=9999999999999'),
        url.replace(/signature=../, 'signature=xx'),
        url.split('?')[0] ?? '',
      ])
        expect((await gateway.app.inject(forged)).statusCode, forged).toBe(403)
      const before = gateway.clock.now
      gateway.clock.now = new Date(Date.parse(before) + 16 * 60_000).toISOString()
      const late = await gateway.app.inject(url)
      gateway.clock.now = before
      expect([late.statusCode, late.body]).toEqual([403, expect.stringContaining('has closed')])
    })

    test('CSV comes with its codebook, the page opens nothing from elsewhere', async () => {
      const csv = (await made(coordinator, 'CSV')).job.downloads
      expect(csv.map(({ name }: { name: string }) => name)).toEqual(['figures.csv', 'codebook.csv'])
      expect((await gateway.app.inject(pathOf(csv[0].url))).body).toContain('people.mentee')
      const [page] = (await made(coordinator, 'HTML')).job.downloads
      const opened = await gateway.app.inject(pathOf(page.url))
      expect(opened.headers['content-security-policy']).toContain("default-src 'none'")
      expect(opened.body).toContain('<h1>Open Seeds</h1>')
      expect(opened.body).not.toMatch(/(src|href)="https?:/)
    })

    test('a job that fails says so, for good, and the error is told to whoever keeps the log', async () => {
      const institutionId = institutionIdOf('ols')
      const [job] = await gateway.database.within(institutionId, 'read', (tx) =>
        rowsOf<{ input: unknown; requested_by: string }>(tx, sql`select input, requested_by from commons.job limit 1`),
      )
      const id = randomUUID()
      const input = JSON.stringify({ ...(job?.input as object), programmeId: randomUUID() })
      await gateway.services.jobs.ready()
      await gateway.database.within(institutionId, 'write', async (tx) => {
        await tx.execute(
          sql`insert into commons.job values (${institutionId}, ${id}, 'report', ${input}::text::jsonb, 'waiting', 0, 6, '', ${job?.requested_by}, now(), null)`,
        )
        await gateway.services.jobs.enqueue(tx, { institutionId, jobId: id, kind: 'report' })
      })
      gateway.services.jobs.announce(id)
      const statusOf = () =>
        gateway.database.within(institutionId, 'read', (tx) =>
          rowsOf<{ status: string; message: string }>(
            tx,
            sql`select status, message from commons.job where id = ${id}`,
          ),
        )
      await expect
        .poll(statusOf, { timeout: 20_000 })
        .toEqual([{ status: 'failed', message: expect.stringContaining('ask for it again') }])
      expect(gateway.failures.map(({ message }) => message)).toEqual([
        'a queued report names a programme that is not there',
      ])
    })

    test('a job is its asker’s own', async () => {
      const { id } = await made(coordinator, 'JSON')
      const other = await gateway.signIn('coordinator', 'ols')
      expect((await other.ask(read, { id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    })

    test('progress arrives over server-sent events until the job is done', async () => {
      const address = await gateway.app
        .listen({ port: 0, host: '127.0.0.1' })
        .catch(() => `http://127.0.0.1:${(gateway.app.server.address() as { port: number }).port}`)
      const programme = (await analyst.ask('{ programme(key: "open-seeds") { id } }')).data.programme.id
      const { id } = (await analyst.ask(request, { programme, format: 'JSON' })).data.requestReport
      const response = await fetch(`${address}/graphql/stream`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          authorization: `Bearer ${analyst.token}`,
        },
        body: JSON.stringify({
          query: 'subscription ($id: ID!) { jobProgress(job: $id) { status done total message } }',
          variables: { id },
        }),
      })
      const text = await response.text()
      const states = [...text.matchAll(/data: (\{.*\})/g)].map(([, json]) => JSON.parse(json ?? '{}').data.jobProgress)
      expect(states.at(-1)).toMatchObject({ status: 'DONE' })
      expect(text).toContain('event: complete')
      expect(states.map(({ done }) => done)).toEqual([...states.map(({ done }) => done)].sort((a, b) => a - b))
    })

    test('a stream without a token, and a query sent to it, are refused', async () => {
      const ask = (headers: Record<string, string>, body: string) =>
        gateway.app.inject({
          method: 'POST',
          url: '/graphql/stream',
          headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
          payload: JSON.stringify({ query: body }),
        })
      expect(
        (await ask({ authorization: 'Bearer x' }, 'subscription { jobProgress(job: "x") { done } }')).statusCode,
      ).toBe(401)
      expect((await ask({ authorization: `Bearer ${analyst.token}` }, '{ institution { key } }')).body).toContain(
        'send queries and mutations to /graphql',
      )
      expect(
        (
          await ask(
            {},
            `subscription { jobProgress(job: "${globalId('Job', 'ols', institutionIdOf('ols'))}") { done } }`,
          )
        ).body,
      ).toContain('UNAUTHENTICATED')
    })

    test('disclosed figures are written for tools that read tables, and exact ones are not', async () => {
      const counts = await gateway.database.within(institutionIdOf('ols'), 'read', (tx) =>
        rowsOf<{ policy: string; figures: number }>(
          tx,
          sql`select r.policy, count(f.*)::int as figures from commons.report r left join commons.disclosed_figure f on f.institution_id = r.institution_id and f.report_id = r.id group by r.policy order by 1`,
        ),
      )
      expect(counts.find(({ policy }) => policy === 'exact')?.figures).toBe(0)
      expect(counts.find(({ policy }) => policy === 'hesa')?.figures).toBeGreaterThan(1_000)
    })
  })
})

/** Rows of a data file by a reader of our own: these three have no quoted cells but survey texts. */
function rowsIn(file: string): readonly string[][] {
  return readFileSync(path.join(data, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}
